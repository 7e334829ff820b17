using Microsoft.Playwright;
using OpenPar.Browser.Tests.Support;
using OpenPar.Core.Rounds;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Demonstration;

/// <content>Until the leader has signed.</content>
public sealed partial class WholeSeasonTests
{
    private async Task The_administrator_extends_for_one_unit_and_watches_the_progress()
    {
        await visit.PlayAsync(Playing.Administrator);
        await OpenAsync(round, "Chỉ số cải cách hành chính nội bộ");
        await LookAsync("round");
        await OpenAsync($"{round}/progress", "Tiến độ");
        await LookAsync("progress");
        await OpenAsync($"{round}/check", "Kiểm tra");
        await LookAsync("check");
        await OpenAsync($"{round}/extend", "Gia hạn");
        await visit.ChooseAsync("Bước", nameof(RoundStep.SelfScore));
        await visit.Field("Cho").SelectOptionAsync(new SelectOptionValue { Label = await LabelAsync("Cho", "Đông Sơn") });
        await visit.TypeAsync("Hạn mới (hết ngày)", Day(14));
        await visit.TypeAsync("Lý do", "Mất điện ba ngày do bão (minh hoạ)");
        await LookAsync("extend");
        await PressAsync("Gia hạn");
        await visit.SeeAsync(Day(14));
        await LookAsync("extended");
    }

    private async Task A_wrong_merger_is_taken_back()
    {
        await visit.PlayAsync(Playing.Administrator);
        await PlanMergerAsync("11/NQ-MINHHOA", "Xã Đông Sơn (minh hoạ)", "Phường Nam Hà (minh hoạ)");
        await PressAsync("Thực hiện: chuyển mọi việc sang");
        await visit.SeeAsync("Đã thay đổi");
        await play.TypeAsync("xa-son-binh-minh-hoa");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Thu hồi việc sắp xếp" }).ClickAsync();
        await visit.SeeAsync("1 dòng đã nhập sau khi sắp xếp");
        await LookAsync("revocation");
        await visit.TypeAsync("Số, ký hiệu quyết định thu hồi", "13/QĐ-MINHHOA");
        await PressAsync("Thu hồi: đưa mọi việc trở lại");
        await visit.SeeAsync("Ghi lý do thu hồi");
        await LookAsync("revocation-refused");
        await visit.TypeAsync("Lý do", "Gộp nhầm: nghị quyết nêu Xã Thanh Bình, không phải Phường Nam Hà");
        await PressAsync("Thu hồi: đưa mọi việc trở lại");
        await visit.SeeAsync("Đã trở lại");
        await LookAsync("revoked");
        await OpenAsync("/agencies/reorganisations", "Sắp xếp đơn vị");
        await visit.SeeAsync("Đã thu hồi");
        await LookAsync("reorganisations");
        await visit.Page.Locator("#reorganisations th a").First.ClickAsync();
        await visit.SeeAsync("Xem việc thu hồi");
        await LookAsync("reorganisation-revoked");
    }

    private async Task Two_communes_become_one()
    {
        await visit.PlayAsync(Playing.Administrator);
        await PlanMergerAsync("12/NQ-MINHHOA", "Xã Đông Sơn (minh hoạ)", "Xã Thanh Bình (minh hoạ)");
        await LookAsync("merger");
        await PressAsync("Thực hiện: chuyển mọi việc sang");
        await visit.SeeAsync("Đã thay đổi");
        await LookAsync("merger-done");
        await OpenAsync(round, "Chỉ số cải cách hành chính nội bộ");
        await visit.SeeAsync("Xã Sơn Bình (minh hoạ)");
        await LookAsync("merged");
    }

    private async Task PlanMergerAsync(string decision, params string[] communes)
    {
        await OpenAsync("/agencies/reorganisations/new", "Lập phương án sắp xếp đơn vị");
        await visit.ChooseAsync("Loại sắp xếp", nameof(Core.Organisations.SuccessionKind.Merge));
        await visit.TypeAsync("Ngày có hiệu lực", Day(0));
        await visit.TypeAsync("Số, ký hiệu quyết định hoặc nghị quyết", decision);
        foreach (var name in communes) await visit.Page.Locator("#Sources").GetByLabel(name).CheckAsync();
        await visit.Page.Locator("#name-0").FillAsync("Xã Sơn Bình (minh hoạ)");
        await visit.Page.Locator("#kind-0").SelectOptionAsync(nameof(Core.Organisations.AgencyKind.Local));
        await LookAsync("merger-form");
        await PressAsync("Chạy thử phương án");
        await visit.SeeAsync("Sẽ thay đổi");
    }

    private async Task A_contributor_fills_a_delegated_row()
    {
        await visit.PlayAsync("Cán bộ đầu mối, Đầu mối Sở Tài chính (nội bộ)");
        await OpenAsync(await SheetAsync(Department) + "/delegation", "Giao dòng");
        await visit.Page.Locator("tr", new PageLocatorOptions { HasText = "4.2. Văn bản điện tử" }).Locator("input[name=give]").CheckAsync();
        await LookAsync("delegation");
        await PressAsync("Ghi phân công");
        await visit.SeeAsync("Đã ghi phân công của 1 dòng");

        await visit.PlayAsync("Cán bộ phối hợp chấm điểm, Phối hợp Sở Tài chính (nội bộ)");
        await visit.FollowAsync("4.2. Văn bản điện tử ký số");
        await visit.ArriveAsync("4.2.");
        await visit.TypeAsync("Số văn bản phát hành", "1.200");
        await visit.TypeAsync("Số văn bản ký số", "1.150");
        await visit.TypeAsync("Giải trình", "Theo trục liên thông văn bản (minh hoạ)");
        await Expect(visit.Page.Locator("[data-save-state=score]")).ToContainTextAsync("Đã lưu");
        await PressAsync("Nộp dòng này");
        await visit.SeeAsync("Đã nộp");
    }

    private async Task The_officer_completes_the_sheet_and_the_leader_signs()
    {
        var sheet = await SheetAsync(Department);
        await visit.PlayAsync("Cán bộ đầu mối, Đầu mối Sở Tài chính (nội bộ)");
        await LookAsync("my-work");
        await OpenAsync(sheet, "Phiếu chấm điểm");
        await LookAsync("sheet");
        await OpenAsync($"{sheet}/fill", "Nhập nhanh");
        await visit.Page.Locator("tr", new PageLocatorOptions { HasText = "4.1. Hồ sơ trực tuyến" }).Locator("input:not([type=hidden])").FillAsync("88,4");
        await LookAsync("fill");
        await PressAsync("Lưu các dòng đã đổi");
        await visit.SeeAsync("Đã lưu 1 dòng");
        await OpenAsync(await play.RowAsync(Department, "4.1"), "4.1.");
        await visit.TypeAsync("Giải trình", "Theo Cổng dịch vụ công (minh hoạ)");
        await Expect(visit.Page.Locator("[data-save-state=score]")).ToContainTextAsync("Đã lưu");

        await visit.PlayAsync("Cán bộ đầu mối, Đầu mối Sở Nội vụ (nội bộ)");
        await OpenAsync(await play.RowAsync(Department, "3.2"), "3.2.");
        await PressAsync("Nộp dòng này");
        await visit.SeeAsync("Đã nộp");
        await OpenAsync($"{round}/supply", "Cung cấp số liệu");
        await LookAsync("supply");

        await visit.PlayAsync("Cán bộ đầu mối, Đầu mối Sở Tài chính (nội bộ)");
        await OpenAsync($"{sheet}/offline", "Điền phiếu ngoại tuyến");
        await LookAsync("offline");
        await OpenAsync($"{sheet}/check", "Kiểm tra phiếu");
        await LookAsync("sheet-check");
        await PressAsync("Nộp 8 dòng đủ điều kiện");
        await visit.SeeAsync("Mọi dòng của phiếu đã nộp");
        await PressAsync("Trình lãnh đạo ký");
        await visit.SeeAsync("Đã trình");

        await visit.PlayAsync("Lãnh đạo đơn vị, Lãnh đạo Sở Tài chính (nội bộ)");
        await visit.FollowAsync("Phiếu của Sở Tài chính (minh hoạ) chờ bạn ký");
        await visit.ArriveAsync("Xem lại và ký phiếu");
        await LookAsync("sign");
        await PressAsync("Ký và nộp phiếu");
        await visit.SeeAsync("Đã ký");
        await LookAsync("signed");
    }

    private async Task<string> LabelAsync(string field, string words) =>
        (await visit.Field(field).Locator("option", new LocatorLocatorOptions { HasText = words }).First.TextContentAsync())!.Trim();
}
