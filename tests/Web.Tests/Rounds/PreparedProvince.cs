using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features;
using OpenPar.App.Features.Organisations;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Rounds;

/// <summary>A province that scores its units: two departments and an office in two groups, everybody fills the own sheet, one row comes from above.</summary>
public sealed class PreparedProvince : IAsyncLifetime
{
    private const string Framework = """
        id: noi-bo/1-2025
        title: Bộ tiêu chí nội bộ mẫu
        decision: {number: 1/QĐ-MAU, issuer: Tỉnh mẫu}
        firstYear: 2025
        totalPoints: 4
        criteria:
        - {code: "1", title: KẾT QUẢ, maxPoints: 4}
        - code: "1.1"
          title: Công khai thủ tục
          maxPoints: 1
          method: selfAssessed
          rule: {kind: choice, options: [{key: full, label: Đầy đủ, points: 1}, {key: half, label: Một phần, points: 0.5}, {key: none, label: Không, points: 0}]}
        - {code: "1.2", title: Sáng kiến, maxPoints: 2, method: selfAssessed, ruleText: Hội đồng xem xét}
        - code: "1.3"
          title: Kỷ luật báo cáo
          maxPoints: 1
          method: selfAssessed
          rule: {kind: choice, options: [{key: full, label: Đúng hạn, points: 1}, {key: none, label: Chậm, points: 0}]}
        """;

    private const string Password = "một câu thật là dài";

    public Site Site { get; } = new();

    public HttpClient Administrator { get; private set; } = null!;

    public HttpClient Officer { get; private set; } = null!;

    /// <summary>The focal officer of the office, in another group.</summary>
    public HttpClient OtherOfficer { get; private set; } = null!;

    public DateOnly Today => Site.Clock.Today();

    public static FrameworkId Set => FrameworkId.Parse("noi-bo/1-2025");

    public static AgencyId Agency(string id) => AgencyId.Parse(id);

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        await Site.UseAsync<LoadAgencies.Handler>(h => h.HandleAsync(new(Province.Register(Province.SampleRegister)), default));
        await Site.LoadFrameworkAsync(Framework);
        await Site.LoadFrameworkAsync(Framework.Replace("noi-bo/1-2025", "noi-bo/2-2026", StringComparison.Ordinal).Replace("firstYear: 2025", "firstYear: 2026", StringComparison.Ordinal));
        Administrator = await SignedInAsync("quan-tri", Role.Administrator);
        Officer = await SignedInAsync("dau-moi-so", Role.FocalOfficer, Agency("so-noi-vu"));
        OtherOfficer = await SignedInAsync("dau-moi-van-phong", Role.FocalOfficer, Agency("van-phong"));
    }

    /// <summary>The set-up of the usual round.</summary>
    public CreateRound.Command Usual(string title = "Kỳ nội bộ năm 2025", RoundCalendar? calendar = null) => new(
        title, 2025, ScoringWay.ByUnit, calendar ?? OpenedRound.CalendarFrom(Today),
        [
            new("Các sở", Set, [Agency("so-noi-vu"), Agency("so-moi")], [new(CriterionCode.Parse("1.3"), Agency("van-phong"))]),
            new("Văn phòng", Set, [Agency("van-phong")], []),
        ]);

    /// <summary>The usual round as a draft.</summary>
    public async Task<Guid> DraftAsync(string title = "Kỳ nội bộ năm 2025", RoundCalendar? calendar = null)
    {
        var id = Guid.Empty;
        await Site.UseAsync<CreateRound.Handler>(async h => id = (await h.HandleAsync(Usual(title, calendar), default)).Value.Value);
        return id;
    }

    /// <summary>The usual round, opened.</summary>
    public async Task<Guid> OpenedAsync(string title = "Kỳ nội bộ năm 2025", RoundCalendar? calendar = null)
    {
        var id = await DraftAsync(title, calendar);
        await Site.UseAsync<OpenRound.Handler>(async h => Assert.True((await h.HandleAsync(new RoundId(id), default)).Done));
        return id;
    }

    public async Task<Round> StoredAsync(Guid id)
    {
        await using var db = Site.Db();
        var key = new RoundId(id);
        return await db.Rounds.AsNoTracking().Include(r => r.Groups).ThenInclude(g => g.Suppliers).Include(r => r.Extensions).Include(r => r.Sheets).ThenInclude(s => s.Rows).ThenInclude(r => r.Owners).AsSplitQuery().SingleAsync(r => r.Id == key);
    }

    public async Task<Row> RowAsync(Guid round, string unit, string code)
    {
        var stored = await StoredAsync(round);
        return stored.Sheets.Single(s => s.UnitId == Agency(unit)).Rows.Single(r => r.Code == CriterionCode.Parse(code));
    }

    /// <summary>Who answers for a row.</summary>
    public async Task<IEnumerable<string>> OwnersAsync(Guid round, string unit, string code) => (await RowAsync(round, unit, code)).Owners.Select(o => o.AgencyId.ToString());

    public async Task<HttpResponseMessage> PostAsync(HttpClient who, string url, params (string Name, string Value)[] values) =>
        await who.PostFormAsync(url, await who.FormTokenAsync("/account"), values);

    public async Task<HttpResponseMessage> SubmitAsync(HttpClient who, Guid round, string unit, string code, string choice)
    {
        var row = await RowAsync(round, unit, code);
        return await PostAsync(who, $"/rows/{row.Id.Value}/submit", ("version", $"{row.Version}"), ("f.choice", choice), ("explanation", "theo báo cáo của đơn vị"));
    }

    /// <summary>Names of the use cases recorded for a round, in order.</summary>
    public async Task<List<string>> AuditOfAsync(Guid round)
    {
        await using var db = Site.Db();
        return await db.AuditEntries.Where(e => e.Subject == $"round/{round}").OrderBy(e => e.Id).Select(e => e.Action).ToListAsync();
    }

    /// <summary>Lets days pass; sessions end meanwhile, so everybody signs in again.</summary>
    public async Task PassDaysAsync(int days)
    {
        Site.Clock.PassBy(TimeSpan.FromDays(days));
        await Administrator.SignInAsync("quan-tri", Password);
        await Officer.SignInAsync("dau-moi-so", Password);
        await OtherOfficer.SignInAsync("dau-moi-van-phong", Password);
    }

    public async ValueTask DisposeAsync() => await Site.DisposeAsync();

    private async Task<HttpClient> SignedInAsync(string name, Role role, AgencyId? agency = null)
    {
        await Site.PersonAsync(name, Password, agency: agency, roles: role);
        var client = Site.Visitor();
        await client.SignInAsync(name, Password);
        return client;
    }
}
