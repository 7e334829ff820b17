using Microsoft.EntityFrameworkCore;
using OpenPar.Browser.Tests.Support;
using OpenPar.Core.Rounds;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Demonstration;

/// <content>From the appraisal to the publication.</content>
public sealed partial class WholeSeasonTests
{
    private async Task The_appraiser_returns_a_row_and_the_officer_answers()
    {
        var row = await play.RowAsync(Returned, "2.2");
        await visit.PlayAsync("Thành viên Tổ thẩm định, Tổ thẩm định 1");
        await OpenAsync($"{round}/appraisal", "thẩm định");
        await LookAsync("queue");
        await OpenAsync(row, "2.2.");
        await LookAsync("appraise-row");
        await visit.TypeAsync("Việc cần bổ sung, làm rõ", "Bổ sung danh sách hồ sơ trễ hẹn (minh hoạ)");
        await PressAsync("Trả lại");
        await visit.SeeAsync("Bị trả lại");

        await visit.PlayAsync("Cán bộ đầu mối, Đầu mối Sở Y tế (nội bộ)");
        await visit.SeeAsync("Bổ sung danh sách hồ sơ trễ hẹn");
        await LookAsync("returned");
        await OpenAsync(row, "2.2.");
        await visit.TypeAsync("Giải trình", "Danh sách kèm theo báo cáo quý IV (minh hoạ)");
        await Expect(visit.Page.Locator("[data-save-state=score]")).ToContainTextAsync("Đã lưu");
        await PressAsync("Nộp dòng này");
        await visit.SeeAsync("Đã nộp");
    }

    private async Task The_unit_objects_explains_and_is_appraised_again()
    {
        var (sheet, row) = (await SheetAsync(Returned), await play.RowAsync(Returned, "2.2"));
        await visit.PlayAsync("Thành viên Tổ thẩm định, Tổ thẩm định 2");
        await OpenAsync($"{round}/appraisal/accept", "Chấp nhận");
        await LookAsync("accept");
        await OpenAsync(row, "2.2.");
        await visit.TypeAsync("Điểm thẩm định", "10");
        await visit.TypeAsync("Lý do", "Danh sách thiếu ba đơn vị (minh hoạ)");
        await PressAsync("Ghi quyết định");
        await visit.SeeAsync("Đã thẩm định");
        await AcceptOthersAsync();
        await OpenAsync($"{sheet}/announce", "Thông báo");
        await LookAsync("announce");
        await PressAsync("Thông báo kết quả lần 1");
        await visit.SeeAsync("Đã thông báo");

        await visit.PlayAsync("Cán bộ đầu mối, Đầu mối Sở Y tế (nội bộ)");
        await OpenAsync(row, "2.2.");
        await visit.TypeAsync("Lý do đề nghị xem lại", "Ba đơn vị đã có trong phụ lục 2 (minh hoạ)");
        await PressAsync("Đề nghị xem lại");
        await visit.SeeAsync("Chờ giải trình");
        await visit.TypeAsync("Nội dung giải trình", "Phụ lục 2 trang 4 nêu đủ ba đơn vị (minh hoạ)");
        await LookAsync("explain");
        await PressAsync("Nộp giải trình");
        await visit.SeeAsync("Đã giải trình");

        await visit.PlayAsync("Thành viên Tổ thẩm định, Tổ thẩm định 2");
        await OpenAsync(row, "2.2.");
        await visit.SeeAsync("Phụ lục 2 trang 4 nêu đủ ba đơn vị");
        await LookAsync("second-appraisal");
        await PressAsync("Chấp nhận như đơn vị giải trình");
        await visit.SeeAsync("Đã thẩm định lần 2");
        await OpenAsync($"{sheet}/settle", "Kết thúc thẩm định");
        await PressAsync("Kết thúc thẩm định");
        await visit.SeeAsync("Thẩm định xong");
        await OpenAsync($"{round}/appraisal-statistics", "Thống kê");
        await LookAsync("statistics");
    }

    private async Task AcceptOthersAsync()
    {
        foreach (var row in (await play.SheetAsync(Returned)).Rows.Where(r => r.State == RowState.Submitted).OrderBy(r => r.SortOrder))
        {
            await visit.OpenAsync($"/rows/{row.Id.Value}");
            await PressAsync("Chấp nhận như tự chấm");
            await visit.SeeAsync("Đã thẩm định");
        }
    }

    private async Task The_council_corrects_a_row_after_the_round_is_closed()
    {
        await visit.PlayAsync(Playing.Administrator);
        await OpenAsync($"{round}/close", "Kết thúc");
        await LookAsync("close");
        await PressAsync("Kết thúc kỳ đánh giá");
        await visit.SeeAsync("Đã kết thúc");
        await OpenAsync($"{round}/council", "Hội đồng");
        await UnfoldAsync();
        foreach (var name in new[] { "Thành viên Hội đồng", "Chủ tịch Hội đồng" }) await visit.Page.GetByLabel(name).First.CheckAsync();
        await visit.Field("Chủ tịch").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Label = await LabelAsync("Chủ tịch", "Chủ tịch Hội đồng") });
        await PressAsync("Ghi danh sách");
        await visit.SeeAsync("Chủ tịch Hội đồng");

        await visit.PlayAsync("Thành viên Hội đồng thẩm định, Chủ tịch Hội đồng");
        await OpenAsync($"{round}/council", "Hội đồng");
        await UnfoldAsync();
        await visit.TypeAsync("Số biên bản", "01/BB-HĐTĐ");
        await visit.TypeAsync("Ngày họp", Day(0));
        await PressAsync("Ghi phiên họp");
        await visit.SeeAsync("01/BB-HĐTĐ");
        await visit.FollowAsync("chưa ghi 01/BB-HĐTĐ");
        await visit.ArriveAsync("Người dự phiên họp");
        await visit.TypeAsync("Bắt đầu", "8h30");
        await visit.TypeAsync("Địa điểm", "Phòng họp (minh hoạ)");
        // A reason is asked for only where somebody was absent.
        await Expect(visit.Field("Lý do vắng của Thành viên Hội đồng")).ToBeHiddenAsync();
        await visit.Field("Thành viên Hội đồng").UncheckAsync();
        await visit.TypeAsync("Lý do vắng của Thành viên Hội đồng", "đi công tác (minh hoạ)");
        await LookAsync("council-attendance");
        await PressAsync("Ghi người dự");
        await visit.SeeAsync("1/2");
        await LookAsync("council");
        await OpenAsync(await play.RowAsync(Department, "1.3") + "/council", "1.3");
        await visit.Field("Phiên họp").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Label = await LabelAsync("Phiên họp", "01/BB-HĐTĐ") });
        await visit.TypeAsync("Điểm Hội đồng quyết định", "2,5");
        await visit.TypeAsync("Lý do", "Sáng kiến mới áp dụng thử (minh hoạ)");
        await visit.TypeAsync("Tán thành", "1");
        await LookAsync("council-row");
        await PressAsync("Ghi quyết định của Hội đồng");
        await visit.SeeAsync("2,5");
        await OpenAsync($"{round}/council", "Hội đồng");
        await visit.FollowAsync("Word, Excel, PDF 01/BB-HĐTĐ");
        await visit.ArriveAsync("Biên bản họp Hội đồng");
        await LookAsync("council-minutes");
    }

    private Task UnfoldAsync() => visit.Page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");

    private async Task The_result_is_approved_published_and_read()
    {
        await visit.PlayAsync(Playing.Administrator);
        await OpenAsync($"{round}/standings", "Xếp hạng");
        await LookAsync("standings");
        await OpenAsync($"{round}/approve", "Phê duyệt");
        await visit.TypeAsync("Số, ký hiệu quyết định phê duyệt", "99/QĐ-UBND");
        await visit.TypeAsync("Ngày quyết định", Day(0));
        await LookAsync("approve");
        await PressAsync("Phê duyệt và đóng băng kết quả");
        await visit.SeeAsync("99/QĐ-UBND");
        await OpenAsync($"{round}/publish", "Công bố");
        await PressAsync("Công bố kết quả");

        await visit.PlayAsync(Playing.Reader);
        await OpenAsync(round.Replace("/rounds/", "/results/", StringComparison.Ordinal), "Kết quả");
        await LookAsync("published");
        await OpenAsync("/results", "Kết quả đã công bố");
        await LookAsync("results");
        await OpenAsync("/results?q=so+tai+chinh", "Kết quả đã công bố");
        await Expect(visit.Page.Locator("figure.op-chart svg")).ToBeVisibleAsync();
        await LookAsync("unit-years");
        await OpenAsync($"{round}/results?unit={Department}", "Kết quả");
        await Expect(visit.Page.Locator("figure.op-radar svg")).ToBeVisibleAsync();
        await LookAsync("beside");
        await OpenAsync($"{round}/approval", "");
        await visit.SeeAsync("đúng như");
        await LookAsync("recomputed");
        await using var db = site.Db();
        Assert.Equal(RoundState.Published, await db.Rounds.Where(r => r.Way == ScoringWay.ByUnit && r.Year == 2025).Select(r => r.State).SingleAsync(SeasonPlay.Cancel));
    }
}
