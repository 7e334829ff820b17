using Microsoft.Playwright;
using OpenPar.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Frameworks;

/// <summary>What a person does in the framework editor, with scripts or without.</summary>
internal static class Drafting
{
    /// <summary>Rows as they are copied from Excel; the points of a field are those of its rows.</summary>
    public static readonly string[] Small =
    [
        "1\tLĩnh vực một\t3", "1.1\tKế hoạch\t1", "1.2\tBáo cáo\t1", "1.3\tKiểm tra\t1", "2\tLĩnh vực hai\t2", "2.1\tTuyên truyền\t2",
    ];

    /// <summary>A new draft from nothing, with rows pasted into it.</summary>
    public static async Task BeginAsync(this Visit visit, params string[] rows)
    {
        await visit.OpenAsync("/frameworks/drafts/new");
        await visit.PressAsync("Lập bản thảo");
        await Expect(visit.Page.Locator("#head-form")).ToBeVisibleAsync();
        if (rows.Length > 0) await visit.PasteIntoBoxAsync(string.Join('\n', rows));
    }

    /// <summary>Pastes through the plain form.</summary>
    public static async Task PasteIntoBoxAsync(this Visit visit, string text)
    {
        await visit.Page.Locator("#paste-box > summary").ClickAsync();
        await visit.TypeAsync("Các ô đã sao chép", text);
        await visit.PressAsync("Dán vào sau dòng đang chọn");
        await Expect(visit.Page.Locator("main .op-note-success").First).ToContainTextAsync("Đã dán");
    }

    /// <summary>The row with this code.</summary>
    public static ILocator Row(this Visit visit, string code) =>
        visit.Page.Locator("[role=treegrid] tbody tr", new() { Has = visit.Page.Locator($"td.op-code:text-is('{code}')") });

    /// <summary>The codes in the order of the tree, each with its depth: "1.1/2".</summary>
    public static async Task<string> TreeAsync(this Visit visit) => string.Join(' ', await visit.Page.Locator("[role=treegrid] tbody").EvaluateAsync<string[]>(
        "body => [...body.rows].map(row => `${row.cells[0].textContent}/${row.getAttribute('aria-level')}`)"));

    /// <summary>Waits until the tree stands in this order, then loads the page again and finds it there still.</summary>
    public static async Task ExpectTreeAsync(this Visit visit, string codes)
    {
        await Expect(visit.Page.Locator("[role=treegrid] td.op-code")).ToHaveTextAsync(codes.Split(' ').Select(c => c.Split('/')[0]));
        await visit.OpenAsync(visit.Page.Url);
        Assert.Equal(codes, await visit.TreeAsync());
    }

    /// <summary>Opens a row by its name.</summary>
    public static async Task OpenRowOfDraftAsync(this Visit visit, string code)
    {
        await visit.Row(code).Locator("a").ClickAsync();
        await Expect(visit.Page.Locator("#row-title")).ToHaveTextAsync($"Tiêu chí {code}");
    }
}
