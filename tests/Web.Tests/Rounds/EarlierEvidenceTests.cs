using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Rounds;

/// <summary>What proved a row last year is offered for the row that continues it, and cited only when a person says so.</summary>
public sealed class EarlierEvidenceTests(OpenedRound round) : IClassFixture<OpenedRound>
{
    private const string Older = """
        id: mau/1-2024
        title: Bộ tiêu chí mẫu cũ
        decision: {number: 1/QĐ-MAU, issuer: Tỉnh mẫu}
        firstYear: 2024
        lastYear: 2024
        criteria:
        - {code: "1", title: HỒ SƠ}
        - {code: "1.2", title: Hồ sơ đúng hạn}
        """;

    private const string Mapping = "/frameworks/mapping?from=mau%2F1-2024&to=mau%2F2-2025";

    [Fact]
    public async Task Evidence_of_the_round_before_is_offered_over_a_confirmed_mapping_and_cited_on_demand()
    {
        await LastYearAsync();
        var evidence = round.Row("1.1") + "/evidence";
        Assert.Null((await round.Officer.PageAsync(evidence)).QuerySelector("#earlier"));

        await round.Administrator.PostFormAsync(Mapping + "&handler=Confirm", await round.Administrator.FormTokenAsync(Mapping), ("keys", "1.2=1.1"));
        var page = await round.Officer.PageAsync(evidence);
        var offered = Assert.Single(page.QuerySelectorAll("#earlier li"));
        Assert.Contains("7/BC-SNV Báo cáo năm 2024", offered.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mục III, trang 4", offered.TextContent, StringComparison.Ordinal);
        await using var db = round.Site.Db();
        var row = new RowId(Guid.Parse(round.Row("1.1").Split('/')[^1]));
        Assert.False(await db.Citations.AnyAsync(c => c.RowId == row));

        var values = offered.QuerySelectorAll("input[type=hidden]").Where(i => i.GetAttribute("name") != "__RequestVerificationToken")
            .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).ToArray();
        await round.Officer.PostFormAsync(evidence + "?handler=Cite", await round.Officer.FormTokenAsync(evidence), values);

        var citation = await db.Citations.SingleAsync(c => c.RowId == row);
        Assert.Equal(("Mục III", 4), (citation.Item, citation.Page));
        Assert.Null((await round.Officer.PageAsync(evidence)).QuerySelector("#earlier"));
    }

    private async Task LastYearAsync()
    {
        await round.Site.LoadFrameworkAsync(Older);
        await using var db = round.Site.Db();
        var here = await db.Sheets.SingleAsync();
        var (roundId, group, sheetId, rowId, document) = (RoundId.New(), GroupId.New(), SheetId.New(), RowId.New(), DocumentId.New());
        var now = round.Site.Clock.GetUtcNow();
        db.Rounds.Add(new Round
        {
            Id = roundId,
            Title = "Kỳ năm trước",
            Year = 2024,
            Way = ScoringWay.ByCriterion,
            State = RoundState.Closed,
            OpensOn = new DateOnly(2024, 12, 1),
            SelfScoreDueOn = new DateOnly(2024, 12, 31),
            AppraisalDueOn = new DateOnly(2025, 1, 31),
            ExplanationDueOn = new DateOnly(2025, 2, 5),
            SecondAppraisalDueOn = new DateOnly(2025, 2, 10),
            CreatedAt = now,
            Groups = [new UnitGroup { Id = group, RoundId = roundId, Name = "Tỉnh", SortOrder = 0, FrameworkId = FrameworkId.Parse("mau/1-2024") }],
            Sheets = [new Sheet { Id = sheetId, RoundId = roundId, GroupId = group, UnitId = here.UnitId, State = SheetState.Settled, Rows = [new Row { Id = rowId, SheetId = sheetId, Code = CriterionCode.Parse("1.2"), SortOrder = 1, State = RowState.Appraised }] }],
        });
        db.Documents.Add(new Document { Id = document, Number = "7", Symbol = "BC-SNV", Issuer = "Sở Nội vụ", Subject = "Báo cáo năm 2024", AgencyId = AgencyId.Parse("so-noi-vu"), AddedAt = now, AddedBy = "Cán bộ" });
        db.Citations.Add(new Citation { Id = default, RowId = rowId, DocumentId = document, Item = "Mục III", Page = 4, AddedAt = now, AddedBy = "Cán bộ" });
        await db.SaveChangesAsync();
    }
}
