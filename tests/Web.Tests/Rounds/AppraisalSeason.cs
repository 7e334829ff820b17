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
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Rounds;

/// <summary>
/// A round scored by unit: two departments and one unit of another group, everything handed in and signed, in the appraisers' hands. Two
/// members and a leader of a team, a member of another team, and an appraiser who works for one of the units.
/// </summary>
public class AppraisalSeason : IAsyncLifetime
{
    /// <summary>Computed, by hand, by choice, surveyed.</summary>
    private const string Framework = """
        id: tham-dinh/1-2025
        title: Bộ tiêu chí thẩm định mẫu
        decision: {number: 3/QĐ-MAU, issuer: Tỉnh mẫu}
        firstYear: 2025
        totalPoints: 5
        criteria:
        - {code: "1", title: HỒ SƠ, maxPoints: 3}
        - code: "1.1"
          title: Hồ sơ đúng hạn
          maxPoints: 2
          method: selfAssessed
          rule:
            kind: linear
            facts:
            - {name: a, label: Tổng số hồ sơ, unit: hồ sơ}
            - {name: b, label: Số hồ sơ đúng hạn, unit: hồ sơ, atMost: a}
            terms: [{fact: b}]
            denominator: a
        - {code: "1.2", title: Sáng kiến, maxPoints: 1, method: selfAssessed, ruleText: Hội đồng xem xét}
        - {code: "2", title: CÔNG KHAI, maxPoints: 2}
        - code: "2.1"
          title: Công khai thủ tục
          maxPoints: 1
          method: selfAssessed
          rule: {kind: choice, options: [{key: full, label: Đầy đủ, points: 1}, {key: none, label: Không đầy đủ, points: 0}]}
        - {code: "2.2", title: Mức độ hài lòng, maxPoints: 1, method: survey}
        """;

    private const string Password = "một câu thật là dài";

    private readonly Dictionary<(string Unit, string Code), Guid> rows = [];

    private readonly Dictionary<HttpClient, (string Name, Guid Id)> people = [];

    /// <summary>Whether two appraisers give opinions in this round.</summary>
    protected virtual bool Blind => false;

    public Site Site { get; } = new();

    /// <summary>Focal officers of the three units.</summary>
    public Dictionary<string, HttpClient> Officers { get; } = [];

    public HttpClient First { get; private set; } = null!;

    public HttpClient Second { get; private set; } = null!;

    public HttpClient Leader { get; private set; } = null!;

    /// <summary>A member of the team of the other field.</summary>
    public HttpClient Outsider { get; private set; } = null!;

    /// <summary>An appraiser who works for Sở Nội vụ.</summary>
    public HttpClient OfUnit { get; private set; } = null!;

    public HttpClient Administrator { get; private set; } = null!;

    public HttpClient Reader { get; private set; } = null!;

    public Guid Round { get; private set; }

    public string Row(string unit, string code) => $"/rows/{rows[(unit, code)]}";

    public Guid RowId(string unit, string code) => rows[(unit, code)];

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        await Site.UseAsync<LoadAgencies.Handler>(h => h.HandleAsync(new(Province.Register(Province.SampleRegister)), default));
        await Site.LoadFrameworkAsync(Framework);
        foreach (var unit in new[] { "so-noi-vu", "van-phong", "so-moi" }) Officers[unit] = await SignedInAsync("dau-moi-" + unit, Role.FocalOfficer, AgencyId.Parse(unit));
        First = await SignedInAsync("tham-dinh-1", Role.Appraiser);
        Second = await SignedInAsync("tham-dinh-2", Role.Appraiser);
        Leader = await SignedInAsync("to-truong", Role.Appraiser);
        Outsider = await SignedInAsync("to-khac", Role.Appraiser);
        OfUnit = await SignedInAsync("nguoi-cua-so", Role.Appraiser, AgencyId.Parse("so-noi-vu"));
        Administrator = await SignedInAsync("quan-tri", Role.Administrator);
        Reader = await SignedInAsync("nguoi-xem", Role.Reader);
        await OpenAsync();
        await HandInAsync();
    }

    public async Task<Row> StoredAsync(string unit, string code)
    {
        await using var db = Site.Db();
        var id = new RowId(rows[(unit, code)]);
        return await db.Rows.AsNoTracking().Include(r => r.Decisions).Include(r => r.Messages).SingleAsync(r => r.Id == id);
    }

    public async Task<Sheet> SheetAsync(string unit)
    {
        await using var db = Site.Db();
        var (round, agency) = (new RoundId(Round), AgencyId.Parse(unit));
        return await db.Sheets.AsNoTracking().SingleAsync(s => s.RoundId == round && s.UnitId == agency);
    }

    public async Task<List<string>> AuditOfAsync(string subject)
    {
        await using var db = Site.Db();
        return await db.AuditEntries.Where(e => e.Subject == subject).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync();
    }

    /// <summary>Posts a form of a row with the version the row has now.</summary>
    public async Task<HttpResponseMessage> PostAsync(HttpClient who, string unit, string code, string action, params (string Name, string Value)[] values)
    {
        var version = (await StoredAsync(unit, code)).Version;
        return await SendAsync(who, $"{Row(unit, code)}/{action}", values.Any(v => v.Name == "version") ? values : [("version", $"{version}"), .. values]);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpClient who, string url, params (string Name, string Value)[] values) =>
        await who.PostFormAsync(url, await who.FormTokenAsync("/account"), values);

    /// <summary>Posts to the sheet of a unit.</summary>
    public async Task<HttpResponseMessage> PostSheetAsync(HttpClient who, string unit, string action) => await SendAsync(who, $"/sheets/{(await SheetAsync(unit)).Id.Value}/{action}");

    /// <summary>Decides all rows of a unit as they are declared.</summary>
    public async Task AcceptAllAsync(string unit)
    {
        foreach (var code in new[] { "1.1", "1.2", "2.1" })
        {
            if ((await StoredAsync(unit, code)).State == RowState.Submitted) await PostAsync(First, unit, code, "appraise", ("accept", "yes"));
        }
    }

    /// <summary>Sets up the team of field 1, led by <see cref="Leader"/>, and another of field 2 with <see cref="Outsider"/>.</summary>
    public async Task MakeTeamsAsync()
    {
        var form = $"/rounds/{Round}/teams/edit";
        await SendAsync(Administrator, form, ("name", "Tổ hồ sơ"), ("field", "1"), Member(First), Member(Second), Member(OfUnit), Member(Leader), ("leader", $"{people[Leader].Id}"));
        await SendAsync(Administrator, form, ("name", "Tổ công khai"), ("field", "2"), Member(Outsider));
    }

    public (string Name, string Value) Member(HttpClient who) => ("member", $"{people[who].Id}");

    public string NameOf(HttpClient who) => people[who].Name;

    /// <summary>Signs everybody in again after the clock was put forward.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Site.Clock.PassBy(time);
        foreach (var (client, (name, _)) in people) await client.SignInAsync(name["Người ".Length..], Password);
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task OpenAsync()
    {
        var calendar = OpenedRound.CalendarFrom(DateOnly.FromDateTime(Site.Clock.GetUtcNow().UtcDateTime));
        CreateRound.Group Of(string name, params string[] units) => new(name, FrameworkId.Parse("tham-dinh/1-2025"), [.. units.Select(AgencyId.Parse)], []);
        var id = default(RoundId);
        await Site.UseAsync<CreateRound.Handler>(async h => id = (await h.HandleAsync(
            new("Kỳ thẩm định mẫu", 2025, ScoringWay.ByUnit, calendar, [Of("Các sở", "so-noi-vu", "van-phong"), Of("Khối khác", "so-moi")], new RoundSettings { Blind = Blind }), default)).Value);
        await Site.UseAsync<OpenRound.Handler>(h => h.HandleAsync(id, default));
        Round = id.Value;
        await using var db = Site.Db();
        foreach (var row in await db.Sheets.Where(s => s.RoundId == id).SelectMany(s => s.Rows, (s, r) => new { s.UnitId, r.Code, r.Id }).ToListAsync())
            rows[(row.UnitId.ToString(), row.Code.ToString())] = row.Id.Value;
    }

    private async Task HandInAsync()
    {
        foreach (var (unit, officer) in Officers)
        {
            await PostAsync(officer, unit, "1.1", "submit", ("f.a", "100"), ("f.b", "90"), ("explanation", "Trích từ hệ thống một cửa"));
            await PostAsync(officer, unit, "1.2", "submit", ("points", "0,5"), ("explanation", "Một sáng kiến cấp tỉnh"));
            await PostAsync(officer, unit, "2.1", "submit", ("f.choice", "full"), ("explanation", "Đã công khai"));
        }

        await using var db = Site.Db();
        var id = new RoundId(Round);
        foreach (var sheet in await db.Sheets.Where(s => s.RoundId == id).ToListAsync()) sheet.State = SheetState.Signed;
        var document = new Document { Id = DocumentId.New(), Issuer = "Sở mẫu", Subject = "Báo cáo hồ sơ", AddedAt = Site.Clock.GetUtcNow(), AddedBy = "đầu mối" };
        db.Documents.Add(document);
        foreach (var unit in Officers.Keys)
            db.Citations.Add(new Citation { Id = default, RowId = new RowId(rows[(unit, "1.1")]), DocumentId = document.Id, Page = 3, AddedAt = Site.Clock.GetUtcNow(), AddedBy = "đầu mối" });
        await db.SaveChangesAsync();
    }

    private async Task<HttpClient> SignedInAsync(string name, Role role, AgencyId? agency = null)
    {
        var user = await Site.PersonAsync(name, Password, agency: agency, roles: role);
        var client = Site.Visitor();
        await client.SignInAsync(name, Password);
        people[client] = (user.FullName, user.Id);
        return client;
    }
}

/// <summary>The same season where two appraisers judge without seeing each other, with teams.</summary>
public sealed class BlindSeason : AppraisalSeason
{
    protected override bool Blind => true;
}
