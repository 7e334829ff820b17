using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Organisations;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;
using OpenPar.Web.Tests.Rounds;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Organisations.Reorganisations;

/// <summary>
/// A province with four communes in an open round and a finished round of the year before, a supplier of figures, evidence and accounts.
/// Everything is invented; the people are roles.
/// </summary>
public sealed class ThreeCommunes : IAsyncLifetime
{
    public const string Register = """
        title: Danh mục mẫu
        agencies:
        - {id: ubnd-tinh, name: UBND tỉnh, kind: province}
        - {id: so-noi-vu, name: Sở Nội vụ, kind: department, parent: ubnd-tinh}
        - {id: so-tai-chinh, name: Sở Tài chính, kind: department, parent: ubnd-tinh}
        - {id: xa-mot, name: Xã Một, kind: local, parent: ubnd-tinh}
        - {id: xa-hai, name: Xã Hai, kind: local, parent: ubnd-tinh}
        - {id: xa-ba, name: Xã Ba, kind: local, parent: ubnd-tinh}
        - {id: xa-khac, name: Xã Khác, kind: local, parent: ubnd-tinh}
        successions: []
        """;

    private const string Password = "một câu thật là dài";

    public Site Site { get; } = new();

    public HttpClient Administrator { get; private set; } = null!;

    public HttpClient Officer { get; private set; } = null!;

    public RoundId Round { get; private set; }

    public RoundId Earlier { get; private set; }

    public DateOnly Today => DateOnly.FromDateTime(Site.Clock.GetUtcNow().UtcDateTime);

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        await Site.UseAsync<LoadAgencies.Handler>(h => h.HandleAsync(new(Province.Register(Register)), default));
        await Site.LoadFrameworkAsync(InternalSeason.Newer);
        await Site.PersonAsync("quan-tri", Password, roles: Role.Administrator);
        await Site.PersonAsync("dau-moi-mot", Password, agency: AgencyId.Parse("xa-mot"), roles: Role.FocalOfficer);
        await Site.PersonAsync("dau-moi-hai", Password, agency: AgencyId.Parse("xa-hai"), roles: Role.FocalOfficer);
        (Administrator, Officer) = (Site.Visitor(), Site.Visitor());
        await Administrator.SignInAsync("quan-tri", Password);
        await Officer.SignInAsync("dau-moi-mot", Password);
        Earlier = await OpenAsync("Kỳ năm trước", 2024);
        await FinishAsync();
        Round = await OpenAsync("Kỳ năm nay", 2025);
        await DeclareAsync();
    }

    public async Task<Row> RowAsync(RoundId round, string unit, string code)
    {
        await using var db = Site.Db();
        var (agency, leaf) = (AgencyId.Parse(unit), CriterionCode.Parse(code));
        var sheet = await db.Sheets.Where(s => s.RoundId == round && s.UnitId == agency).Select(s => s.Id).SingleAsync();
        return await db.Rows.AsNoTracking().Include(r => r.Owners).Include(r => r.Messages).SingleAsync(r => r.SheetId == sheet && r.Code == leaf);
    }

    public async Task<Sheet> SheetAsync(RoundId round, string unit)
    {
        await using var db = Site.Db();
        var agency = AgencyId.Parse(unit);
        return await db.Sheets.AsNoTracking().SingleAsync(s => s.RoundId == round && s.UnitId == agency);
    }

    /// <summary>A focal officer of a commune in a browser of their own.</summary>
    public async Task<HttpClient> SignedInAsync(string name, string unit)
    {
        await Site.PersonAsync(name, Password, agency: AgencyId.Parse(unit), roles: Role.FocalOfficer);
        var client = Site.Visitor();
        await client.SignInAsync(name, Password);
        return client;
    }

    public async Task<HttpResponseMessage> PostAsync(string url, params (string Name, string Value)[] values) =>
        await Administrator.PostFormAsync(url, await Administrator.FormTokenAsync("/account"), values);

    public (string Name, string Value)[] Merger(params (string Name, string Value)[] more) =>
    [
        ("Kind", "Merge"), ("On", $"{Today:dd/MM/yyyy}"), ("Decision", "10/NQ-MAU"), ("DecidedOn", $"{Today:dd/MM/yyyy}"), ("Sources", "xa-mot"), ("Sources", "xa-hai"), ("Sources", "xa-ba"),
        ("Successors[0].Name", "Xã Mới"), ("Successors[0].Kind", "Local"), .. more,
    ];

    /// <summary>How many rows every table has.</summary>
    public async Task<Dictionary<string, long>> CountsAsync()
    {
        await using var db = Site.Db();
        var counts = await db.Database.SqlQuery<string>($"""
            select format('%I.%I', schemaname, tablename) || ' ' || (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I.%I', schemaname, tablename), false, true, '')))[1]::text as "Value"
            from pg_tables where schemaname not in ('pg_catalog', 'information_schema')
            """).ToListAsync();
        return counts.Select(c => c.Split(' ')).ToDictionary(c => c[0], c => long.Parse(c[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync() => await Site.DisposeAsync();

    private async Task<RoundId> OpenAsync(string title, int year)
    {
        var group = new CreateRound.Group(
            "Các xã", FrameworkId.Parse("noi-bo/1-2025"), [.. new[] { "xa-mot", "xa-hai", "xa-ba", "xa-khac" }.Select(AgencyId.Parse)], [new(CriterionCode.Parse("1.3"), AgencyId.Parse("so-noi-vu"))]);
        var id = default(RoundId);
        await Site.UseAsync<CreateRound.Handler>(async h => id = (await h.HandleAsync(new(title, year, ScoringWay.ByUnit, OpenedRound.CalendarFrom(Today), [group]), default)).Value);
        await Site.UseAsync<OpenRound.Handler>(h => h.HandleAsync(id, default));
        return id;
    }

    // Two of the communes had their figure of the year before appraised.
    private async Task FinishAsync()
    {
        foreach (var (unit, figure) in new[] { ("xa-mot", 100m), ("xa-hai", 200m), ("xa-ba", 0m) })
        {
            var id = (await RowAsync(Earlier, unit, "1.2")).Id;
            await using var db = Site.Db();
            (await db.Rows.SingleAsync(r => r.Id == id)).State = RowState.Appraised;
            db.Decisions.Add(new RowDecision
            {
                Id = default,
                RowId = id,
                Stage = DecisionStage.Appraisal1,
                Points = 1,
                Facts = new() { ["a"] = FactValue.Of(figure), ["b"] = FactValue.Of(1m) },
                Explanation = RuleJson.Write(Explanation.Of(StepKind.Result, "1 điểm", "1 point", 1)),
                DecidedBy = "người thẩm định",
                DecidedAt = Site.Clock.GetUtcNow(),
            });
            await db.SaveChangesAsync();
        }

        await using var end = Site.Db();
        (await end.Rounds.SingleAsync(r => r.Id == Earlier)).State = RoundState.Closed;
        await end.SaveChangesAsync();
    }

    private async Task DeclareAsync()
    {
        await DeclareAsync("xa-mot", "1.1", new() { ["done"] = FactValue.Of(new DateOnly(2025, 4, 29)) });
        await DeclareAsync("xa-hai", "1.1", new() { ["done"] = FactValue.Of(new DateOnly(2025, 5, 9)) });
        await DeclareAsync("xa-mot", "1.2", new() { ["a"] = FactValue.Of(10m) });
        await DeclareAsync("xa-hai", "1.2", new() { ["a"] = FactValue.Of(20m) });
        await DeclareAsync("xa-mot", "1.3", new() { ["x"] = FactValue.Of(5m) });
        await DeclareAsync("xa-hai", "1.3", new() { ["x"] = FactValue.Of(7m) });
        await DeclareAsync("xa-ba", "1.3", new() { ["x"] = FactValue.Of(1m) });
        await DeclareAsync("xa-khac", "1.3", new() { ["x"] = FactValue.Of(26m) });
        await ProveAsync("xa-mot");
        await ProveAsync("xa-hai");
    }

    private async Task DeclareAsync(string unit, string code, Dictionary<string, FactValue> facts)
    {
        var id = (await RowAsync(Round, unit, code)).Id;
        await using var db = Site.Db();
        var row = await db.Rows.SingleAsync(r => r.Id == id);
        (row.State, row.Facts, row.Explanation) = (RowState.InProgress, facts, "theo báo cáo");
        await db.SaveChangesAsync();
    }

    private async Task ProveAsync(string unit)
    {
        var row = (await RowAsync(Round, unit, "1.2")).Id;
        await using var db = Site.Db();
        var document = new Document { Id = DocumentId.New(), Issuer = unit, Subject = "Báo cáo thu hút vốn " + unit, AgencyId = AgencyId.Parse(unit), AddedAt = Site.Clock.GetUtcNow(), AddedBy = "Đầu mối" };
        db.Documents.Add(document);
        db.Citations.Add(new Citation { Id = default, RowId = row, DocumentId = document.Id, Item = "Mục 1", AddedAt = Site.Clock.GetUtcNow(), AddedBy = "Đầu mối" });
        await db.SaveChangesAsync();
    }
}
