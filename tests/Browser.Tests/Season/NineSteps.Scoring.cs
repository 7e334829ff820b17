using System.Text.RegularExpressions;
using OpenPar.Browser.Tests.Support;
using OpenPar.Testing;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Season;

/// <content>Steps six and seven: the officer scores, the appraiser decides.</content>
public abstract partial class NineSteps
{
    private const string Plan = "1.1. Thực hiện kế hoạch CCHC";
    private const string Reports = "1.2. Thực hiện chế độ báo cáo CCHC định kỳ";
    private const string Done = "Số nhiệm vụ đã hoàn thành";

    [GeneratedRegex(@"^Đã lưu lúc \d\d:\d\d:\d\d$")]
    private static partial Regex Saved { get; }

    [GeneratedRegex("/evidence/[0-9a-f-]{36}/file#page=2$")]
    private static partial Regex AtItsPage { get; }

    private async Task Sixth_the_officer_scores_proves_and_submits()
    {
        await officer.OpenAsync("/");
        await walk.LookAsync(officer, "6-my-work");
        await officer.FollowAsync(Plan);
        await officer.ArriveAsync(Plan);
        await walk.LookAsync(officer, "6-row");
        await TypeFiguresAsync();
        await officer.PressAsync("Nộp dòng này");
        await officer.SeeAsync("Chưa có tài liệu kiểm chứng. Đính kèm tài liệu, hoặc giải trình vì sao không có.");
        await walk.LookAsync(officer, "6-evidence-missing");
        await ProveAsync();
        await officer.TypeAsync("Giải trình", "Năm nhiệm vụ còn lại chuyển sang quý I năm sau.");
        if (walk.View.Script) await Expect(officer.Page.Locator("[data-save-state=score]")).ToHaveTextAsync(Saved);
        await officer.PressAsync("Nộp dòng này");
        await officer.SeeAsync("Đã nộp. Tổ thẩm định đã nhận được dòng này.");
        await walk.LookAsync(officer, "6-submitted");

        await officer.OpenAsync("/");
        await officer.FollowAsync(Reports);
        await officer.ArriveAsync(Reports);
        await officer.Page.Locator("#score input[type=radio]").First.CheckAsync();
        await officer.TypeAsync("Giải trình", "Các báo cáo đã gửi qua trục liên thông.");
        if (walk.View.Script) await Expect(officer.Page.Locator("[data-save-state=score]")).ToHaveTextAsync(Saved);
        await officer.PressAsync("Nộp dòng này");
        await officer.SeeAsync("Đã nộp.");
        await The_neighbours_rows_stay_closed();
    }

    private async Task TypeFiguresAsync()
    {
        await officer.TypeAsync("Tổng số nhiệm vụ đề ra theo kế hoạch", "86");
        await officer.TypeAsync(Done, "1,5,3");
        if (walk.View.Script) await Expect(officer.Page.Locator(".op-result-problems")).ToBeVisibleAsync();
        await officer.PressAsync("Lưu");
        await Expect(officer.Page.Locator("#f_b-error")).ToBeVisibleAsync();
        await Expect(officer.Field(Done)).ToHaveValueAsync("1,5,3");
        await walk.LookAsync(officer, "6-wrong-number");

        await officer.TypeAsync(Done, "81");
        if (walk.View.Script) await Expect(officer.Page.Locator("[data-save-state=score]")).ToHaveTextAsync(Saved);
        else await officer.PressAsync("Lưu");
        await Expect(officer.Page.Locator("#row-result")).ToContainTextAsync("1,41");
        await Expect(officer.Page.Locator("#row-state")).ToHaveTextAsync("Đang nhập");
        await walk.LookAsync(officer, "6-saved");
        await officer.OpenAsync(officer.Page.Url);
        await Expect(officer.Field(Done)).ToHaveValueAsync("81");
    }

    private async Task ProveAsync()
    {
        await officer.FollowAsync("Thêm tài liệu kiểm chứng");
        await officer.ArriveAsync("Thêm tài liệu kiểm chứng");
        await walk.LookAsync(officer, "6-add-evidence");
        await officer.TypeAsync("Số", "125");
        await officer.TypeAsync("Ký hiệu", "BC-SNV");
        await officer.TypeAsync("Ngày ban hành", "19/12/2025");
        await officer.TypeAsync("Trích yếu", "Báo cáo cải cách hành chính năm 2025");
        await officer.TypeAsync("Loại văn bản", "Báo cáo");
        await officer.AttachAsync("Tệp", "bao-cao.pdf", SmallPdf.Write("Trang 1", "Trang 2: 81/86"));
        await officer.TypeAsync("Mục, khoản chứng minh", "Mục I.2");
        await officer.TypeAsync("Trang", "2");
        await officer.PressAsync("Thêm tài liệu");
        await officer.ArriveAsync(Plan);
        await Expect(officer.Page.Locator(".op-evidence")).ToContainTextAsync("Mục I.2, trang 2");
        await walk.LookAsync(officer, "6-proven");
    }

    private async Task The_neighbours_rows_stay_closed()
    {
        await neighbour.OpenAsync("/");
        await neighbour.FollowAsync("1.7. Thực hiện nhiệm vụ được Chính phủ, Thủ tướng Chính phủ giao");
        await neighbour.ArriveAsync("1.7.");
        var answer = await officer.OpenAsync(neighbour.Page.Url);
        Assert.Contains(answer.Status, new[] { 403, 404 });
        await Expect(officer.Page.Locator("nav a[href='/rounds']")).ToHaveCountAsync(1);
        await walk.LookAsync(officer, "6-not-yours");
    }

    private async Task Seventh_the_appraiser_decides_and_returns()
    {
        await appraiser.OpenAsync("/");
        await walk.LookAsync(appraiser, "7-my-work");
        await appraiser.FollowAsync(Plan);
        await appraiser.ArriveAsync(Plan);
        await walk.LookAsync(appraiser, "7-row");
        var link = appraiser.Page.Locator(".op-evidence .btn");
        await Expect(link).ToHaveAttributeAsync("href", AtItsPage);
        var file = await appraiser.Page.APIRequest.GetAsync((await link.GetAttributeAsync("href"))!);
        Assert.Equal(SmallPdf.Write("Trang 1", "Trang 2: 81/86"), await file.BodyAsync());

        await appraiser.TypeAsync("Điểm thẩm định", "1,4");
        await appraiser.PressAsync("Ghi quyết định");
        await appraiser.SeeAsync("Ghi lý do khi thay đổi số liệu hoặc điểm.");
        await Expect(appraiser.Field("Điểm thẩm định")).ToHaveValueAsync("1,4");
        await walk.LookAsync(appraiser, "7-reason-missing");
        await appraiser.TypeAsync("Lý do", "Một nhiệm vụ hoàn thành sau thời hạn.");
        await appraiser.PressAsync("Ghi quyết định");
        await appraiser.SeeAsync("Đã thẩm định: 1,4 điểm.");
        await walk.LookAsync(appraiser, "7-decided");

        await appraiser.OpenAsync("/");
        await appraiser.FollowAsync(Reports);
        await appraiser.ArriveAsync(Reports);
        await appraiser.TypeAsync("Việc cần bổ sung, làm rõ", "Đề nghị bổ sung báo cáo quý III.");
        await appraiser.PressAsync("Trả lại");
        await appraiser.SeeAsync("Đã trả lại dòng này kèm lời nhắn.");
        await walk.LookAsync(appraiser, "7-returned");

        await officer.OpenAsync("/");
        await officer.SeeAsync("Đề nghị bổ sung báo cáo quý III.");
        await walk.LookAsync(officer, "7-officer-my-work");
        await officer.FollowAsync(Reports);
        await officer.ArriveAsync(Reports);
        await officer.SeeAsync("Đề nghị bổ sung báo cáo quý III.");
        await walk.LookAsync(officer, "7-officer-row");
    }
}
