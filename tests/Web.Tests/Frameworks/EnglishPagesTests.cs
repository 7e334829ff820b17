using System.Text.RegularExpressions;
using OpenPar.Core.Accounts;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Frameworks;

/// <summary>Whoever chose English reads English; only what comes from the official texts and the register stays Vietnamese.</summary>
public sealed partial class EnglishPagesTests : IAsyncLifetime
{
    private const string Pair = "?from=par-index-province%2F876-2022&to=par-index-province%2F1187-2025";
    private readonly Site site = new();
    private HttpClient admin = null!;

    // Words of the interface: headings of tables and parts, labels, buttons, hints, headings of folds, the lead under the title.
    private const string Own = "main th[scope=col], main h2, main h3, main label:not(.op-choice label), main button, main summary, main p.op-hint, main nav a, main .op-empty";

    [GeneratedRegex("[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĐ]", RegexOptions.IgnoreCase)]
    private static partial Regex Vietnamese { get; }

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        await site.LoadPacksAsync();
        admin = await site.SignedInAsync(Role.Administrator);
        var token = await admin.FormTokenAsync("/account");
        await admin.PostFormAsync("/language", token, ("language", "en"), ("returnUrl", "/"));
    }

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task No_word_of_the_pages_of_frameworks_and_assignments_stays_Vietnamese()
    {
        var left = new List<string>();
        foreach (var url in new[]
        {
            "/frameworks", "/frameworks/par-index-province/1187-2025", "/frameworks/par-index-province/876-2022", "/frameworks/par-index-province/1187-2025?q=zzz",
            "/frameworks/mapping" + Pair, "/frameworks/diff" + Pair, "/frameworks/drafts", "/frameworks/drafts/new", "/assignments", "/assignments/import",
            "/assignments/carry-over" + Pair, "/assignments/par-index-province/1187-2025", "/assignments/par-index-province/1187-2025?by=agency",
        })
        {
            var page = await admin.PageAsync(url);
            Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
            left.AddRange(page.QuerySelectorAll(Own).Select(e => e.TextContent.Trim()).Where(text => Vietnamese.IsMatch(text)).Select(text => $"{url}: {text}").Distinct());
            left.AddRange(page.QuerySelectorAll("main [aria-label]").Select(e => e.GetAttribute("aria-label")!).Where(text => Vietnamese.IsMatch(text)).Select(text => $"{url}: {text}").Distinct());
        }

        Assert.True(left.Count == 0, string.Join('\n', left));
    }
}
