using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OpenPar.Browser.Tests.Support;
using OpenPar.Core.Rules.Kinds;
using OpenPar.Documents.Packs;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Season;

/// <summary>The main path of the framework editor, from the official set to a published version, by mouse, keyboard and clipboard.</summary>
public sealed class DraftEditorTests(Chromium chromium, SeasonSite site) : IClassFixture<SeasonSite>
{
    public static TheoryData<View> Views { get; } = [View.Desk, View.Phone];

    [Theory, MemberData(nameof(Views))]
    public async Task A_new_version_of_the_official_set_is_written_checked_and_published(View view)
    {
        ArgumentNullException.ThrowIfNull(view);
        await using var walk = new Walk(chromium, site, view);
        var visit = walk.Enter(await site.AdministratorAsync(chromium, view));
        var page = visit.Page;

        // Begin from the set in force.
        await visit.OpenAsync("/frameworks/drafts/new");
        await walk.LookAsync(visit, "editor-1-new");
        await page.SelectOptionAsync("#framework", "par-index-province/1187-2025");
        await page.ClickAsync("main button.btn-primary");
        await Expect(page.Locator("[role=treegrid] tbody tr")).ToHaveCountAsync(134);
        await walk.LookAsync(visit, "editor-2-head");

        // A maximum that breaks the sums above it is found while it is typed.
        await page.ClickAsync("#t2 a");
        await Expect(page.Locator("#t2")).ToHaveAttributeAsync("aria-selected", "true");
        var maximum = await page.InputValueAsync("#maxPoints");
        await page.FillAsync("#maxPoints", "9,5");
        await Expect(page.Locator("[data-save-state=row-form]")).ToHaveAttributeAsync("data-state", "saved");
        await Expect(page.Locator("#draft-findings")).ToContainTextAsync("cộng thành");
        await Expect(page.Locator("#t1")).ToHaveClassAsync(new Regex("op-mark-error"));
        await walk.LookAsync(visit, "editor-3-finding");
        await page.FillAsync("#maxPoints", maximum);
        await Expect(page.Locator("#t1")).Not.ToHaveClassAsync(new Regex("op-mark-error"));

        // A band rule: another bound, then figures to try.
        await OpenBandRowAsync(page);
        var points = page.Locator("#r_bands_0__points");
        var before = await points.InputValueAsync();
        await points.FillAsync("mười");
        await Expect(page.Locator("#rule-state")).ToContainTextAsync("không phải là số");
        await points.FillAsync(before);
        await Expect(page.Locator("#rule-state")).Not.ToContainTextAsync("không phải là số");
        await Expect(page.Locator("#try")).ToBeVisibleAsync();
        foreach (var field in await page.Locator("#try input.op-number").AllAsync()) await field.FillAsync("10");
        await Expect(page.Locator("#try-result .op-explanation")).ToBeVisibleAsync();
        await walk.LookAsync(visit, "editor-4-rule");

        // Two rows from Excel; their points are too many, so the framework is not published until they are gone.
        await PasteAsync(page, "t2", "Mã\tTên tiêu chí\tĐiểm tối đa\tCách tính điểm\n1.91\tTiêu chí thử một\t0,5\tCó: 0,5; Không: 0\n1.92\tTiêu chí thử hai\t0,5\t");
        await Expect(page.Locator("[role=treegrid] tbody tr")).ToHaveCountAsync(136);
        await Expect(page.Locator("#draft-findings")).ToContainTextAsync("cộng thành");
        await page.ClickAsync("a[href$='/publish']");
        await Expect(page.Locator("main .op-findings").First).ToBeVisibleAsync();
        await walk.LookAsync(visit, "editor-5-refused");
        await page.GoBackAsync();

        // By keyboard: the chosen row goes with Delete, and comes back with undo.
        foreach (var code in new[] { "1.91", "1.92" })
        {
            var row = page.Locator("[role=treegrid] tbody tr", new PageLocatorOptions { HasText = code });
            var id = await row.GetAttributeAsync("id");
            await row.FocusAsync();
            await page.Keyboard.PressAsync("Delete");
            await Expect(page.Locator("#" + id)).ToHaveCountAsync(0);
        }

        await page.Locator("#t3").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator("#t4")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Expect(page.Locator("#draft-findings")).ToContainTextAsync("đứng sau");
        await page.ClickAsync("form[action$='/undo'] button");
        await Expect(page.Locator("main .op-note")).ToContainTextAsync("Đã hoàn tác: Di chuyển");

        // Publish under a new identity.
        await page.ClickAsync("#tree p a");
        await page.FillAsync("#identity", $"par-index-province/thu-{view.Width}");
        await Expect(page.Locator("[data-save-state=head-form]")).ToHaveAttributeAsync("data-state", "saved");
        await page.ClickAsync("a[href$='/publish']");
        await walk.LookAsync(visit, "editor-6-publish");
        await page.ClickAsync("form[action$='/publish'] button");
        await page.WaitForURLAsync($"**/frameworks/par-index-province/thu-{view.Width}");
        await Expect(page.Locator("#criteria tbody tr")).ToHaveCountAsync(134);
        await visit.OpenAsync("/frameworks/drafts");
        await walk.LookAsync(visit, "editor-7-drafts");
        walk.Judge();
    }

    // The first row of the set that is scored by bands.
    private static async Task OpenBandRowAsync(IPage page)
    {
        await using var file = File.OpenRead(PackFolder.FileIn(Path.Combine(PackFolder.Root()!, "vn", "par-index-province-1187"), FrameworkFile.Name));
        var leaf = FrameworkFile.Read(file, FrameworkFile.Name).Value!.Leaves.First(l => l.Rule is Bands);
        await page.Locator("[role=treegrid] tbody tr").Filter(new LocatorFilterOptions { Has = page.Locator("td.op-code", new PageLocatorOptions { HasTextRegex = new Regex($"^{Regex.Escape(leaf.Code.ToString())}$") }) }).Locator("a").ClickAsync();
    }

    // What the browser gives for Ctrl+V, without the clipboard of the machine.
    private static Task PasteAsync(IPage page, string row, string text) => page.EvaluateAsync(
        """
        ([row, text]) => {
          const data = new DataTransfer();
          data.setData('text/plain', text);
          document.getElementById(row).dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """, new[] { row, text });
}
