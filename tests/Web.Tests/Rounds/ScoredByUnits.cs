using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Rounds;

/// <summary>A round scored by units with the people who work in it, each in a browser of their own. What the round looks like is said by those who derive.</summary>
public abstract class ScoredByUnits : IAsyncLifetime
{
    protected const string Password = "một câu thật là dài";

    private readonly Dictionary<(string Unit, string Code), Guid> rows = [];
    private readonly Dictionary<string, Guid> sheets = [];
    private readonly Dictionary<HttpClient, (string Name, Guid Id)> people = [];

    public Site Site { get; } = new();

    public Guid Round { get; private set; }

    public string Row(string unit, string code) => $"/rows/{RowId(unit, code)}";

    public Guid RowId(string unit, string code) => rows[(unit, code)];

    public string Sheet(string unit) => $"/sheets/{sheets[unit]}";

    public string NameOf(HttpClient who) => people[who].Name;

    public Guid IdOf(HttpClient who) => people[who].Id;

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        await PrepareAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public async Task<Row> StoredAsync(string unit, string code)
    {
        await using var db = Site.Db();
        var id = new RowId(RowId(unit, code));
        return await db.Rows.AsNoTracking().Include(r => r.Decisions).Include(r => r.Messages).SingleAsync(r => r.Id == id);
    }

    public async Task<Sheet> SheetAsync(string unit)
    {
        await using var db = Site.Db();
        var id = new SheetId(sheets[unit]);
        return await db.Sheets.AsNoTracking().SingleAsync(s => s.Id == id);
    }

    /// <summary>Posts a form of a row, with the version the row has now where none is given.</summary>
    public async Task<HttpResponseMessage> PostRowAsync(HttpClient who, string unit, string code, string action, params (string Name, string Value)[] values) =>
        await PostAsync(who, $"{Row(unit, code)}/{action}", values.Any(v => v.Name == "version") ? values : [("version", $"{(await StoredAsync(unit, code)).Version}"), .. values]);

    public static async Task<HttpResponseMessage> PostAsync(HttpClient who, string url, params (string Name, string Value)[] values) =>
        await who.PostFormAsync(url, await who.FormTokenAsync("/account"), values);

    public async Task<HttpClient> SignedInAsync(string name, Role role, string? agency = null)
    {
        var user = await Site.PersonAsync(name, Password, agency: agency is null ? null : AgencyId.Parse(agency), roles: role);
        var client = Site.Visitor();
        await client.SignInAsync(name, Password);
        people[client] = (user.FullName, user.Id);
        return client;
    }

    /// <summary>Signs everybody in again after the clock was put forward.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Site.Clock.PassBy(time);
        foreach (var (client, (name, _)) in people) await client.SignInAsync(name["Người ".Length..], Password);
    }

    /// <summary>Leaf 1.2 of a framework: one point for procedures that are disclosed in full.</summary>
    protected const string Disclosed = """
        - code: "1.2"
          title: Công khai thủ tục
          maxPoints: 1
          method: selfAssessed
          rule: {kind: choice, options: [{key: full, label: Đầy đủ, points: 1}, {key: none, label: Không đầy đủ, points: 0}]}
        """;

    /// <summary>Leaf 1.1 of a framework: dossiers settled in time, as a share of all.</summary>
    protected static string OnTime(int maxPoints) => $$"""
        - code: "1.1"
          title: Hồ sơ đúng hạn
          maxPoints: {{maxPoints}}
          method: selfAssessed
          rule:
            kind: linear
            facts:
            - {name: a, label: Tổng số hồ sơ, unit: hồ sơ}
            - {name: b, label: Số hồ sơ đúng hạn, unit: hồ sơ, atMost: a}
            terms: [{fact: b}]
            denominator: a
        """;

    /// <summary>Loads what the round needs, signs people in, and opens the round.</summary>
    protected abstract Task PrepareAsync();

    protected async Task OpenAsync(string title, IReadOnlyList<CreateRound.Group> groups, RoundSettings? settings = null, bool demonstration = false)
    {
        var calendar = OpenedRound.CalendarFrom(DateOnly.FromDateTime(Site.Clock.GetUtcNow().UtcDateTime));
        var id = default(RoundId);
        await Site.UseAsync<CreateRound.Handler>(async h => id = (await h.HandleAsync(new(title, 2025, ScoringWay.ByUnit, calendar, groups, settings, demonstration), default)).Value);
        await Site.UseAsync<OpenRound.Handler>(h => h.HandleAsync(id, default));
        Round = id.Value;
        await using var db = Site.Db();
        foreach (var sheet in await db.Sheets.Include(s => s.Rows).Where(s => s.RoundId == id).ToListAsync())
        {
            sheets[sheet.UnitId.ToString()] = sheet.Id.Value;
            foreach (var row in sheet.Rows) rows[(sheet.UnitId.ToString(), row.Code.ToString())] = row.Id.Value;
        }
    }
}
