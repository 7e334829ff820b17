using System.Text.RegularExpressions;
using OpenPar.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Season;

/// <content>Steps two to five: what the administrator prepares.</content>
public abstract partial class NineSteps
{
    private string round = "";

    [GeneratedRegex("^Xác nhận cả [1-9][0-9]* dòng$")]
    private static partial Regex ConfirmAll { get; }

    private async Task Second_the_framework_shows_points_rules_and_what_is_unknown()
    {
        await administrator.OpenAsync("/frameworks");
        await walk.LookAsync(administrator, "2-frameworks");
        await administrator.OpenAsync("/frameworks/" + NewSet);
        await Expect(administrator.Page.Locator("#criteria tbody tr")).ToHaveCountAsync(134);
        await administrator.SeeAsync("102 dòng chấm điểm");
        await administrator.SeeAsync("Tổng điểm 100");
        await walk.LookAsync(administrator, "2-framework");
        await administrator.SearchAsync("che do bao cao");
        await administrator.SeeAsync("Tìm thấy 2 dòng");
        await administrator.FollowAsync("Thực hiện chế độ báo cáo CCHC định kỳ");
        await administrator.ArriveAsync("1.2.");
        await administrator.SeeAsync("Thực hiện đầy đủ về số lượng, nội dung và thời hạn theo quy định: 0.5");
        await walk.LookAsync(administrator, "2-criterion");

        await administrator.OpenAsync("/frameworks/" + OldSet);
        await administrator.Page.GetByText("Chưa biết điểm tối đa:").ClickAsync();
        await Expect(administrator.Page.Locator("#unknown").GetByText("Không có nguồn nào nêu; hệ thống không tự đoán.")).ToBeVisibleAsync();
        await walk.LookAsync(administrator, "2-unknown");
    }

    private async Task Third_an_agency_gets_another_name_and_a_history()
    {
        await administrator.OpenAsync("/agencies");
        await walk.LookAsync(administrator, "3-agencies");
        await administrator.SearchAsync("so noi vu");
        await administrator.FollowAsync("Sở Nội vụ");
        await administrator.ArriveAsync("Sở Nội vụ");
        await administrator.FollowAsync("Sửa");
        await administrator.ArriveAsync("Sửa cơ quan");
        await walk.LookAsync(administrator, "3-edit");
        var aliases = administrator.Field("Tên gọi khác");
        await aliases.FillAsync(await aliases.InputValueAsync() + "\nNội vụ tỉnh");
        await administrator.PressAsync("Lưu");
        await administrator.ArriveAsync("Sở Nội vụ");
        await Expect(administrator.Page.Locator("#history")).ToContainTextAsync("Nội vụ tỉnh");
        await Expect(administrator.Page.Locator("#history")).ToContainTextAsync("Quản trị viên thử");
        await walk.LookAsync(administrator, "3-history");
    }

    private async Task Fourth_the_annex_is_imported_compared_and_carried_over()
    {
        var (left, right) = Annexes.Pair();
        await administrator.OpenAsync("/assignments");
        await walk.LookAsync(administrator, "4-assignments-empty");
        await UploadAsync(left, "4-review");
        await administrator.PressAsync("Chấp nhận cả phụ lục");
        await administrator.ArriveAsync("Phân công");
        await walk.LookAsync(administrator, "4-accepted");
        await UploadAsync(right, "4-review-second");

        await administrator.OpenAsync("/assignments");
        await walk.LookAsync(administrator, "4-assignments");
        await administrator.PressAsync("So sánh");
        await administrator.ArriveAsync("So sánh hai lần nhập");
        var budget = administrator.Page.Locator("tr[id='row-8.4']");
        await Expect(budget).ToContainTextAsync("Sở Kế hoạch và Đầu tư");
        await Expect(budget).ToContainTextAsync("Chưa quyết định");
        await walk.LookAsync(administrator, "4-compare");
        await administrator.PressAsync("Chọn bên này: 8.4, " + right.Name);
        await Expect(budget.GetByText("Đã quyết định")).ToBeVisibleAsync();
        await walk.LookAsync(administrator, "4-decided");
        await CarryOverAsync();
    }

    private async Task UploadAsync(Annexes.Annex annex, string name)
    {
        await administrator.OpenAsync("/assignments/import");
        if (name == "4-review") await walk.LookAsync(administrator, "4-import");
        await administrator.ChooseAsync("Bộ chỉ số mà phụ lục phân công", OldSet);
        await administrator.TypeAsync("Ngày của phụ lục", "31/05/2024");
        await administrator.AttachAsync("Tệp phụ lục", annex.Name, annex.Content);
        await administrator.PressAsync("Đọc tệp");
        await administrator.ArriveAsync("Xem lại: " + annex.Name);
        var guesses = administrator.Page.Locator("button[form=confirm]");
        Assert.NotEqual(0, await guesses.CountAsync());
        await walk.LookAsync(administrator, name);
        var confirmed = await guesses.First.GetAttributeAsync("value");
        await administrator.PressAsync("Đúng: " + confirmed);
        await Expect(administrator.Page.Locator($"button[form=confirm][value='{confirmed}']")).ToHaveCountAsync(0);
    }

    private async Task CarryOverAsync()
    {
        await administrator.OpenAsync("/assignments/carry-over");
        await administrator.ChooseAsync("Từ bộ", OldSet);
        await administrator.ChooseAsync("Sang bộ", NewSet);
        await administrator.PressAsync("Xem đề xuất");
        await administrator.SeeAsync("Giống hệt về tên và vị trí");
        await walk.LookAsync(administrator, "4-carry-over");
        foreach (var group in new[] { "#identical", "#changed" })
        {
            await administrator.Page.Locator(group).GetByRole(Microsoft.Playwright.AriaRole.Button, new() { NameRegex = ConfirmAll }).ClickAsync();
            await administrator.SeeAsync("Đã ghi quyết định cho");
            await Expect(administrator.Page.Locator(group).GetByRole(Microsoft.Playwright.AriaRole.Button, new() { NameRegex = ConfirmAll })).ToHaveCountAsync(0);
        }

        await walk.LookAsync(administrator, "4-confirmed");
        await administrator.PressAsync("Chuyển phân công");
        await administrator.SeeAsync("Đã chuyển phân công cho");
        await administrator.OpenAsync("/assignments/" + NewSet);
        await walk.LookAsync(administrator, "4-carried");
    }

    private async Task Fifth_the_round_is_opened()
    {
        await administrator.OpenAsync("/rounds");
        await walk.LookAsync(administrator, "5-rounds-empty");
        await administrator.FollowAsync("Lập kỳ đánh giá");
        await administrator.ArriveAsync("Lập kỳ đánh giá");
        await walk.LookAsync(administrator, "5-new-round");
        await administrator.TypeAsync("Tên kỳ đánh giá", "Chỉ số cải cách hành chính năm 2025");
        await administrator.TypeAsync("Năm đánh giá", "2025");
        await administrator.ChooseAsync("Bộ chỉ số", NewSet);
        await administrator.ChooseAsync("Đơn vị được đánh giá", "ubnd-tinh-dak-lak");
        await administrator.PressAsync("Lập kỳ đánh giá");
        await administrator.ArriveAsync("Chỉ số cải cách hành chính năm 2025");
        round = new Uri(administrator.Page.Url).AbsolutePath;
        await walk.LookAsync(administrator, "5-draft");
        await administrator.FollowAsync("Mở kỳ đánh giá");
        await administrator.ArriveAsync("Mở kỳ đánh giá");
        await walk.LookAsync(administrator, "5-before-opening");
        await administrator.PressAsync("Mở kỳ đánh giá");
        await administrator.SeeAsync("Đang mở");
        await walk.LookAsync(administrator, "5-sheet");
        await administrator.OpenAsync("/rounds");
        await walk.LookAsync(administrator, "5-rounds");
    }
}
