using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Papers;
using OpenPar.Core.Rounds;
using OpenPar.Documents.Packs;
using OpenPar.Web.Hosting;
using OpenPar.Web.Pages.Papers;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Papers;

/// <summary>Every paper made from the demonstration says so on each of its pages.</summary>
public sealed class DemonstrationPapersTests : IAsyncLifetime
{
    private const string Framework = "par-index-province/1187-2025";
    private readonly Site site = new();

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        site.Addresses.Add("http://localhost:5080");
        await Composition.FillAsync(site.App.Services, PackFolder.Root()!, demonstration: true, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task All_kinds_of_papers_carry_the_mark_on_every_page()
    {
        await using var db = site.Db();
        var round = await db.Rounds.Where(r => r.Way == ScoringWay.ByCriterion).Select(r => r.Id.Value).SingleAsync();
        var played = await db.Users.Where(u => u.Demonstration && u.Grants.Any(g => g.Role == Role.Administrator)).Select(u => u.Id).FirstAsync();
        var player = site.Visitor("127.0.0.1");
        await player.SendFormAsync("/try", ("userId", $"{played}"));
        var official = await site.SignedInAsync(Role.Administrator);
        // The demonstration's council has not met yet.
        db.CouncilSessions.Add(new CouncilSession
        {
            Id = default,
            RoundId = new RoundId(round),
            HeldOn = new DateOnly(2026, 1, 5),
            MinutesNumber = "01/BB-HĐTĐ",
            EnteredBy = "Thư ký (minh hoạ)",
            EnteredAt = site.Clock.GetUtcNow(),
        });
        await db.SaveChangesAsync();
        Assert.Equal(PaperKinds.All.Order(), PaperRoute.All.Select(route => route.Kind).Order());
        // The plans are public documents, but of other provinces and years: here they are samples.
        var plans = await db.Plans.Select(p => p.Id.Value).ToListAsync();
        Assert.Equal(3, plans.Count);
        foreach (var (kind, address) in PaperRoute.All.SelectMany(route => plans.Select(plan => (route.Kind, route.Address.Replace("{plan:guid}", $"{plan}", StringComparison.Ordinal)))).Distinct())
        {
            var url = "/" + address.Replace("{round:guid}", $"{round}", StringComparison.Ordinal).Replace("{set}/{version}", Framework, StringComparison.Ordinal);
            await AssertMarkedAsync(player, url, kind);
            // The text of a decision is official whoever set up the demonstration; everything else was invented.
            if (kind != PaperKind.FrameworkAnnex) await AssertMarkedAsync(official, url, kind);
        }

        Assert.True(await db.PaperRecords.Where(r => r.MadeBy != "").AllAsync(r => r.Demonstration));
    }

    private static async Task AssertMarkedAsync(HttpClient who, string url, PaperKind kind)
    {
        var word = await TakenPaper.OfAsync(who, url + ".docx");
        Assert.NotEmpty(word.Heads);
        Assert.All(word.Heads, head => Assert.True(head.Contains(PaperTrace.DemonstrationMark, StringComparison.Ordinal), $"{kind}: a page without the mark."));
        using var excel = SpreadsheetDocument.Open(new MemoryStream(await who.GetByteArrayAsync(new Uri(url + ".xlsx", UriKind.Relative))), isEditable: false);
        Assert.All(excel.WorkbookPart!.WorksheetParts, sheet =>
        {
            var printed = sheet.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.HeaderFooter>().Single();
            Assert.All(new[] { printed.OddHeader!.Text, printed.FirstHeader!.Text }, head => Assert.Contains(PaperTrace.DemonstrationMark, head, StringComparison.Ordinal));
            Assert.Equal(PaperTrace.DemonstrationMark, sheet.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().First().InnerText);
        });
    }
}
