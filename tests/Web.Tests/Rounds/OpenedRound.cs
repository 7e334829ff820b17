using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Organisations;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Rounds;

/// <summary>A province with an open round and the people who work in it, each in a browser of their own.</summary>
public sealed class OpenedRound : IAsyncLifetime
{
    /// <summary>One leaf of each sort: computed, by hand, surveyed, a choice of another agency.</summary>
    private const string Framework = """
        id: mau/2-2025
        title: Bộ tiêu chí mẫu
        decision: {number: 2/QĐ-MAU, issuer: Tỉnh mẫu}
        firstYear: 2025
        totalPoints: 4.5
        criteria:
        - {code: "1", title: HỒ SƠ, maxPoints: 2.5}
        - code: "1.1"
          title: Hồ sơ đúng hạn
          maxPoints: 1.5
          method: selfAssessed
          ruleText: "(b/a)*điểm tối đa; nếu b/a < 0.8 thì điểm đánh giá là 0"
          rule:
            kind: linear
            source: Quyết định 2/QĐ-MAU, dòng 1.1
            facts:
            - {name: a, label: Tổng số hồ sơ, unit: hồ sơ}
            - {name: b, label: Số hồ sơ đúng hạn, unit: hồ sơ, atMost: a}
            terms: [{fact: b}]
            denominator: a
            zeroBelow: {over: [b], rate: 0.8}
        - {code: "1.2", title: Sáng kiến, maxPoints: 1, method: selfAssessed, ruleText: Hội đồng xem xét}
        - {code: "2", title: CÔNG KHAI, maxPoints: 2}
        - {code: "2.1", title: Mức độ hài lòng, maxPoints: 1, method: survey}
        - code: "2.2"
          title: Công khai thủ tục
          maxPoints: 1
          method: selfAssessed
          rule: {kind: choice, options: [{key: full, label: Đầy đủ, points: 1}, {key: none, label: Không đầy đủ, points: 0}]}
        """;

    private const string Password = "một câu thật là dài";

    private Dictionary<string, Guid> rows = [];

    public Site Site { get; init; } = new();

    public HttpClient Officer { get; private set; } = null!;

    public HttpClient OtherOfficer { get; private set; } = null!;

    public HttpClient Appraiser { get; private set; } = null!;

    public HttpClient Administrator { get; private set; } = null!;

    public HttpClient Reader { get; private set; } = null!;

    public Guid Round { get; private set; }

    /// <summary>The sheet of the province.</summary>
    public Guid Sheet { get; private set; }

    /// <summary>Address of a row by its code.</summary>
    public string Row(string code) => $"/rows/{rows[code]}";

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        await Site.UseAsync<LoadAgencies.Handler>(h => h.HandleAsync(new(Province.Register(Province.SampleRegister)), default));
        await Site.LoadFrameworkAsync(Framework);
        await AssignAsync();
        Officer = await SignedInAsync("can-bo", Role.FocalOfficer, AgencyId.Parse("so-noi-vu"));
        OtherOfficer = await SignedInAsync("can-bo-khac", Role.FocalOfficer, AgencyId.Parse("van-phong"));
        Appraiser = await SignedInAsync("tham-dinh", Role.Appraiser);
        Administrator = await SignedInAsync("quan-tri", Role.Administrator);
        Reader = await SignedInAsync("nguoi-xem", Role.Reader);
        await OpenAsync();
    }

    /// <summary>The row as it is stored.</summary>
    public async Task<Row> StoredAsync(string code)
    {
        await using var db = Site.Db();
        var id = new RowId(rows[code]);
        return await db.Rows.AsNoTracking().Include(r => r.Decisions).Include(r => r.Messages).SingleAsync(r => r.Id == id);
    }

    /// <summary>Names of the use cases recorded for a row, in order.</summary>
    public async Task<List<string>> AuditOfAsync(string code)
    {
        await using var db = Site.Db();
        var subject = $"row/{rows[code]}";
        return await db.AuditEntries.Where(e => e.Subject == subject).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync();
    }

    /// <summary>Posts the score form of a row with the version the row has now.</summary>
    public async Task<HttpResponseMessage> PostRowAsync(HttpClient who, string code, string action, params (string Name, string Value)[] values)
    {
        var version = (await StoredAsync(code)).Version;
        var token = await who.FormTokenAsync("/account");
        return await who.PostFormAsync($"{Row(code)}/{action}", token, [("version", $"{version}"), .. values]);
    }

    /// <summary>Uploads a document as proof of a row.</summary>
    public async Task<HttpResponseMessage> UploadAsync(HttpClient who, string code, byte[] content, string fileName, params (string Name, string Value)[] values)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in values) form.Add(new StringContent(value), name);
        form.Add(new StringContent(await who.FormTokenAsync("/account")), "__RequestVerificationToken");
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "file", fileName);
        return await who.PostAsync(new Uri($"{Row(code)}/evidence?handler=New", UriKind.Relative), form);
    }

    public async ValueTask DisposeAsync() => await Site.DisposeAsync();

    private async Task AssignAsync()
    {
        await using var db = Site.Db();
        foreach (var (code, agency) in new[] { ("1.1", "so-noi-vu"), ("1.2", "so-noi-vu"), ("2.1", "so-noi-vu"), ("2.2", "van-phong") })
        {
            db.Assignments.Add(new App.Data.Model.Frameworks.Assignment
            {
                FrameworkId = FrameworkId.Parse("mau/2-2025"),
                Code = CriterionCode.Parse(code),
                AgencyId = AgencyId.Parse(agency),
                Role = App.Data.Model.Frameworks.AssignmentRole.Lead,
                Origin = App.Data.Model.Frameworks.AssignmentOrigin.Entered,
                DecidedBy = "người phân công",
                DecidedAt = Site.Clock.GetUtcNow(),
            });
        }

        await db.SaveChangesAsync();
    }

    private async Task OpenAsync()
    {
        var today = DateOnly.FromDateTime(Site.Clock.GetUtcNow().UtcDateTime);
        await Site.UseAsync<CreateRound.Handler>(async h => Round = (await h.HandleAsync(
            CreateRound.Command.OfOwners("Kỳ mẫu", 2025, FrameworkId.Parse("mau/2-2025"), AgencyId.Parse("ubnd-tinh"), CalendarFrom(today)), default)).Value.Value);
        await Site.UseAsync<OpenRound.Handler>(h => h.HandleAsync(new RoundId(Round), default));
        await using var db = Site.Db();
        Sheet = (await db.Sheets.Select(s => s.Id).SingleAsync()).Value;
        rows = (await db.Rows.Select(r => new { r.Code, r.Id }).ToListAsync()).ToDictionary(r => r.Code.ToString(), r => r.Id.Value);
    }

    /// <summary>A calendar of eighty days: thirty of self-scoring, thirty of appraisal, ten and ten after it.</summary>
    public static RoundCalendar CalendarFrom(DateOnly day) => new(day, day.AddDays(30), day.AddDays(60), day.AddDays(70), day.AddDays(80));

    private async Task<HttpClient> SignedInAsync(string name, Role role, AgencyId? agency = null)
    {
        await Site.PersonAsync(name, Password, agency: agency, roles: role);
        var client = Site.Visitor();
        await client.SignInAsync(name, Password);
        return client;
    }
}
