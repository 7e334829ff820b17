using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Organisations;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Rounds;

/// <summary>
/// A province's own framework over three units, after a year under an older one: a deadline in working days, a comparison with the year
/// before, a comparison of units, and a row that takes from another. Everything is invented and belongs to the demonstration.
/// </summary>
public sealed class InternalSeason : IAsyncLifetime
{
    public const string Older = """
        id: noi-bo/0-2024
        title: Bộ tiêu chí nội bộ minh hoạ năm 2024
        decision: {number: 0/QĐ-MAU, issuer: Tỉnh mẫu}
        firstYear: 2024
        criteria:
        - {code: "2", title: KẾT QUẢ, maxPoints: 1}
        - code: "2.1"
          title: Thu hút vốn
          maxPoints: 1
          method: selfAssessed
          rule:
            kind: bands
            facts:
            - {name: a, label: Vốn thu hút trong năm, type: money, unit: triệu đồng}
            - {name: b, label: Vốn thu hút năm trước, type: money, unit: triệu đồng, provenance: previousYear}
            measure: {kind: change, facts: [a, b]}
            bands: [{from: 0, fromOpen: true, points: 1}, {to: 0, points: 0}]
        """;

    public const string Newer = """
        id: noi-bo/1-2025
        title: Bộ tiêu chí nội bộ minh hoạ
        decision: {number: 1/QĐ-MAU, issuer: Tỉnh mẫu}
        firstYear: 2025
        totalPoints: 5
        criteria:
        - {code: "1", title: KẾT QUẢ, maxPoints: 5}
        - code: "1.1"
          title: Báo cáo đúng hạn
          maxPoints: 1
          method: selfAssessed
          rule:
            kind: deadline
            done: {name: done, label: Ngày gửi báo cáo, type: date}
            "on": 2025-04-29
            workingDays: true
            bands: [{to: 2, points: 1}, {from: 2, fromOpen: true, points: 0}]
        - code: "1.2"
          title: Thu hút vốn
          maxPoints: 1
          method: selfAssessed
          rule:
            kind: bands
            facts:
            - {name: a, label: Vốn thu hút trong năm, type: money, unit: triệu đồng}
            - {name: b, label: Vốn thu hút năm trước, type: money, unit: triệu đồng, provenance: previousYear}
            measure: {kind: change, facts: [a, b]}
            bands: [{from: 0, fromOpen: true, points: 1}, {to: 0, points: 0}]
        - code: "1.3"
          title: Số dịch vụ so với đơn vị cao nhất
          maxPoints: 2
          method: selfAssessed
          rule: {kind: relative, fact: {name: x, label: Số dịch vụ, unit: dịch vụ}, method: best}
        - code: "1.4"
          title: Giải ngân vốn thu hút
          maxPoints: 1
          method: selfAssessed
          rule:
            kind: linear
            facts:
            - {name: m, label: Vốn thu hút trong năm, type: money, unit: triệu đồng, from: {row: "1.2", fact: a}}
            - {name: n, label: Vốn đã giải ngân, type: money, unit: triệu đồng, atMost: m}
            terms: [{fact: n}]
            denominator: m
        """;

    private const string Password = "một câu thật là dài";

    private readonly Dictionary<(string Unit, string Code), Guid> rows = [];

    public Site Site { get; } = new();

    public HttpClient Officer { get; private set; } = null!;

    public HttpClient Appraiser { get; private set; } = null!;

    public HttpClient Administrator { get; private set; } = null!;

    public Guid Round { get; private set; }

    public string Row(string unit, string code) => $"/rows/{rows[(unit, code)]}";

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        await Site.UseAsync<LoadAgencies.Handler>(h => h.HandleAsync(new(Province.Register(Province.SampleRegister)), default));
        await Site.LoadFrameworkAsync(Older);
        await Site.LoadFrameworkAsync(Newer);
        await AssignAsync();
        Officer = await SignedInAsync("can-bo", Role.FocalOfficer, AgencyId.Parse("so-noi-vu"));
        Appraiser = await SignedInAsync("tham-dinh", Role.Appraiser);
        Administrator = await SignedInAsync("quan-tri", Role.Administrator);
        // Two departments of 2024; one of them was merged into the other on 1 March 2025.
        await LastYearAsync("so-cu", 100);
        await LastYearAsync("so-moi", 200);
        await OpenAsync();
    }

    public async Task<Row> StoredAsync(string unit, string code)
    {
        await using var db = Site.Db();
        var id = new RowId(rows[(unit, code)]);
        return await db.Rows.AsNoTracking().Include(r => r.Decisions).SingleAsync(r => r.Id == id);
    }

    public async Task<HttpResponseMessage> PostAsync(HttpClient who, string unit, string code, string action, params (string Name, string Value)[] values)
    {
        var version = (await StoredAsync(unit, code)).Version;
        return await who.PostFormAsync($"{Row(unit, code)}/{action}", await who.FormTokenAsync("/account"), [("version", $"{version}"), .. values]);
    }

    public async Task<HttpResponseMessage> CloseAsync() =>
        await Administrator.PostFormAsync($"/rounds/{Round}/close", await Administrator.FormTokenAsync("/account"));

    public async ValueTask DisposeAsync() => await Site.DisposeAsync();

    private async Task AssignAsync()
    {
        await using var db = Site.Db();
        foreach (var code in new[] { "1.1", "1.2", "1.3", "1.4" })
        {
            db.Assignments.Add(new Assignment
            {
                FrameworkId = FrameworkId.Parse("noi-bo/1-2025"),
                Code = CriterionCode.Parse(code),
                AgencyId = AgencyId.Parse("so-noi-vu"),
                Role = AssignmentRole.Lead,
                Origin = AssignmentOrigin.Entered,
                DecidedBy = "người phân công",
                DecidedAt = Site.Clock.GetUtcNow(),
            });
        }

        await db.SaveChangesAsync();
    }

    private async Task LastYearAsync(string unit, decimal figure)
    {
        await using var db = Site.Db();
        var (round, group, sheet, row) = (RoundId.New(), GroupId.New(), SheetId.New(), RowId.New());
        db.Rounds.Add(new Round
        {
            Id = round,
            Title = "Kỳ minh hoạ 2024",
            Year = 2024,
            Way = ScoringWay.ByUnit,
            State = RoundState.Closed,
            OpensOn = new DateOnly(2024, 12, 1),
            SelfScoreDueOn = new DateOnly(2024, 12, 31),
            AppraisalDueOn = new DateOnly(2025, 1, 31),
            ExplanationDueOn = new DateOnly(2025, 2, 5),
            SecondAppraisalDueOn = new DateOnly(2025, 2, 10),
            Demonstration = true,
            CreatedAt = Site.Clock.GetUtcNow(),
            Groups = [new UnitGroup { Id = group, RoundId = round, Name = "Các sở", SortOrder = 0, FrameworkId = FrameworkId.Parse("noi-bo/0-2024") }],
            Sheets = [new Sheet { Id = sheet, RoundId = round, GroupId = group, UnitId = AgencyId.Parse(unit), State = SheetState.Settled, Rows = [new Row { Id = row, SheetId = sheet, Code = CriterionCode.Parse("2.1"), SortOrder = 0, State = RowState.Appraised }] }],
        });
        db.Decisions.Add(new RowDecision
        {
            Id = default,
            RowId = row,
            Stage = DecisionStage.Appraisal1,
            Points = 1,
            Facts = new() { ["a"] = FactValue.Of(figure), ["b"] = FactValue.Of(1m) },
            Explanation = RuleJson.Write(Explanation.Of(StepKind.Result, "1 điểm", "1 point", 1)),
            DecidedBy = "người thẩm định",
            DecidedAt = Site.Clock.GetUtcNow(),
        });
        await db.SaveChangesAsync();
    }

    private async Task OpenAsync()
    {
        var calendar = OpenedRound.CalendarFrom(DateOnly.FromDateTime(Site.Clock.GetUtcNow().UtcDateTime));
        var group = new CreateRound.Group("Các sở", FrameworkId.Parse("noi-bo/1-2025"), [.. new[] { "so-moi", "so-noi-vu", "van-phong" }.Select(AgencyId.Parse)], []);
        var id = default(RoundId);
        await Site.UseAsync<CreateRound.Handler>(async h => id = (await h.HandleAsync(
            new("Kỳ minh hoạ", 2025, ScoringWay.ByCriterion, calendar, [group], Demonstration: true), default)).Value);
        await Site.UseAsync<OpenRound.Handler>(h => h.HandleAsync(id, default));
        Round = id.Value;
        await using var db = Site.Db();
        foreach (var row in await db.Sheets.Where(s => s.RoundId == id).SelectMany(s => s.Rows, (s, r) => new { s.UnitId, r.Code, r.Id }).ToListAsync())
            rows[(row.UnitId.ToString(), row.Code.ToString())] = row.Id.Value;
    }

    private async Task<HttpClient> SignedInAsync(string name, Role role, AgencyId? agency = null)
    {
        await Site.PersonAsync(name, Password, agency: agency, roles: role);
        var client = Site.Visitor();
        await client.SignInAsync(name, Password);
        return client;
    }
}
