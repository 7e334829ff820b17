using OpenPar.Browser.Tests.Season;
using OpenPar.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Frameworks;

/// <summary>An assignment annex row by row beside its source, with one key an act.</summary>
public sealed class AssignmentReviewTests(Chromium chromium) : IAsyncLifetime
{
    private readonly SeasonSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("000_2a5337a6a6118eb2.txt", 1440, true)]
    [InlineData("004_a81e517391f5f39a.txt", 360, true)]
    [InlineData("", 1440, false)]
    public async Task An_annex_goes_through_the_review_screen(string name, int width, bool script)
    {
        var annex = name.Length == 0 ? Annexes.Sample("phu-luc-mau.txt", "Sở Tài chính") : Annexes.Real(name);
        Assert.SkipWhen(annex is null, "The real documents do not lie beside the repository (OPENPAR_SHARED).");
        await using var visit = await site.AdministratorAsync(chromium, new View(width) { Script = script });
        await visit.OpenAsync("/assignments/import");
        await visit.ChooseAsync("Bộ chỉ số mà phụ lục phân công", "par-index-province/876-2022");
        await visit.TypeAsync("Ngày của phụ lục", "31/05/2024");
        await visit.AttachAsync("Tệp phụ lục", annex!.Name, annex.Content);
        await visit.PressAsync("Đọc tệp");
        await visit.ArriveAsync("Xem lại: " + annex.Name);
        await visit.CheckAsync("assignment-review");

        await visit.Page.Locator("main .op-actions a").First.ClickAsync();
        await visit.SeeAsync("Hiểu là");
        await Expect(visit.Page.Locator(".op-source-lines .op-lit").First).ToBeVisibleAsync();
        await visit.CheckAsync("assignment-row");
        var first = visit.Page.Url;
        if (script) await visit.Page.Keyboard.PressAsync("a");
        else await visit.PressAsync("Đúng, dòng cần xem tiếp");
        await visit.Page.WaitForURLAsync(url => url != first);
        if (script) await visit.Page.Keyboard.PressAsync("u");
        else await visit.Page.Locator("main .op-actions button").ClickAsync();
        await visit.SeeAsync("Đã hoàn tác: Đã xem dòng");

        await visit.OpenAsync("/assignments");
        await visit.FollowAsync(annex.Name);
        await visit.Page.Locator("button[aria-label^='Đúng cả']").First.ClickAsync();
        await visit.SeeAsync("Bấm Hoàn tác nếu nhầm");
        await visit.PressAsync("Chấp nhận cả phụ lục");
        await visit.SeeAsync("Đã chấp nhận: 97 dòng được phân công");
    }
}
