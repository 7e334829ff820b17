using System.Text.RegularExpressions;
using OpenPar.Browser.Tests.Frameworks;
using OpenPar.Browser.Tests.Plans;
using OpenPar.Browser.Tests.Season;
using OpenPar.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Demonstration;

/// <summary>
/// The pictures of docs/guide, taken from the demonstration so that they can be taken again: OPENPAR_UPDATE_GUIDE=1 puts them there.
/// </summary>
[Collection<DemonstrationSite.Shared>]
public sealed class GuideTests(Chromium chromium, DemonstrationSite site)
{
    [Fact]
    public async Task Every_picture_of_the_guide_can_be_taken()
    {
        await using var visit = await Visit.StartAsync(chromium, site, View.Desk);
        await visit.PlayAsync(Playing.Administrator);
        await visit.OpenAsync("/accounts");
        await TakeAsync(visit, "accounts");
        await visit.OpenAsync("/frameworks/par-index-province/1187-2025");
        await TakeAsync(visit, "framework");
        await visit.OpenAsync("/agencies");
        await TakeAsync(visit, "agencies");
        await DraftAsync(visit);
        await VersionsAsync(visit);
        await ImportAsync(visit);
        await TakeAsync(visit, "assignment-review", 620);

        await PlanAsync(visit);

        await visit.PlayAsync(Playing.Officer);
        await TakeAsync(visit, "my-work");
        await visit.OpenAsync(await visit.SheetAsync());
        await TakeAsync(visit, "sheet", 720);
        await visit.OpenRowAsync("1.6");
        await TakeAsync(visit, "row", 780);

        await visit.PlayAsync(Playing.Appraiser);
        await visit.OpenRowAsync("1.4");
        await TakeAsync(visit, "appraisal", 760, from: "#evidence-title");

        await visit.PlayAsync(Playing.Reader);
        await visit.OpenAsync(await visit.RoundAsync() + "/results");
        await TakeAsync(visit, "results");
    }

    private static async Task ImportAsync(Visit visit)
    {
        var annex = Annexes.Sample("phu-luc-minh-hoa.txt", "Sở Tài chính");
        await visit.OpenAsync("/assignments/import");
        await visit.ChooseAsync("Bộ chỉ số mà phụ lục phân công", "par-index-province/876-2022");
        await visit.TypeAsync("Ngày của phụ lục", "31/05/2024");
        await visit.AttachAsync("Tệp phụ lục", annex.Name, annex.Content);
        await visit.PressAsync("Đọc tệp");
        await visit.ArriveAsync("Xem lại");
    }

    // A plan under review: all of it, one row beside its source, and what becomes of it.
    private static async Task PlanAsync(Visit visit)
    {
        await visit.OpenAsync("/plans/import");
        await visit.AttachAsync("Tệp kế hoạch", SamplePlans.First.Name, SamplePlans.First.Content);
        await visit.PressAsync("Đọc tệp");
        await visit.ArriveAsync("Xem lại");
        await TakeAsync(visit, "plan-review", 700);
        await visit.Page.Keyboard.PressAsync("n");
        await visit.ArriveAsync("Dòng ");
        await TakeAsync(visit, "plan-row", 900);
        await visit.OpenAsync("/plans");
        await visit.FollowAsync("KHUNG NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH TRỌNG TÂM NĂM 2022 CỦA TỈNH HÀ TĨNH");
        await visit.ArriveAsync("KHUNG NHIỆM VỤ");
        await TakeAsync(visit, "plan", 640);
    }

    // The official set as a draft: its beginning, a row with its rule, the figures tried on it, and why it cannot be published yet.
    private static async Task DraftAsync(Visit visit)
    {
        await visit.OpenAsync("/frameworks/drafts/new");
        await visit.ChooseAsync("Từ bộ chỉ số đã nạp", "par-index-province/1187-2025");
        await TakeAsync(visit, "draft-new", 520);
        await visit.PressAsync("Lập bản thảo");
        await visit.OpenRowOfDraftAsync("1.1");
        await TakeAsync(visit, "draft-row", 780);
        await TakeAsync(visit, "draft-rule", 640, from: "#rule");
        await visit.Page.Locator("#f_a").FillAsync("86");
        await visit.Page.Locator("#f_b").FillAsync("81");
        await Expect(visit.Page.Locator("#try-result .op-explanation")).ToBeVisibleAsync();
        await TakeAsync(visit, "draft-try", 620, from: "#rule-words");
        await visit.TypeAsync("Điểm tối đa", "9");
        await Expect(visit.Page.Locator("#t1")).ToHaveClassAsync(new Regex("op-mark-error"));
        await Expect(visit.Page.Locator("[data-save-state=row-form]")).ToHaveAttributeAsync("data-state", "saved");
        await TakeAsync(visit, "draft-findings", 620, from: "#draft-findings");
        await visit.FollowAsync("Phát hành");
        await TakeAsync(visit, "draft-publish", 620);
    }

    private static async Task VersionsAsync(Visit visit)
    {
        const string pair = "?from=par-index-province%2F876-2022&to=par-index-province%2F1187-2025";
        await visit.OpenAsync("/frameworks/mapping" + pair);
        await TakeAsync(visit, "mapping", 700);
        await visit.OpenAsync("/frameworks/diff" + pair + "&show=Renamed");
        await TakeAsync(visit, "diff", 640);
    }

    private static Task TakeAsync(Visit visit, string name, int height = GuidePicture.Height, string from = "body") => GuidePicture.TakeAsync(visit, name, height, from);
}
