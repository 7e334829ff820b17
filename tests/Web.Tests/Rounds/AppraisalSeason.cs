using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
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
public class AppraisalSeason : ScoredByUnits
{
    /// <summary>Computed, by hand, by choice, surveyed.</summary>
    private static string Framework => $$"""
        id: tham-dinh/1-2025
        title: Bộ tiêu chí thẩm định mẫu
        decision: {number: 3/QĐ-MAU, issuer: Tỉnh mẫu}
        firstYear: 2025
        totalPoints: 5
        criteria:
        - {code: "1", title: HỒ SƠ, maxPoints: 3}
        {{OnTime(2)}}
        - {code: "1.2", title: Sáng kiến, maxPoints: 1, method: selfAssessed, ruleText: Hội đồng xem xét}
        - {code: "2", title: CÔNG KHAI, maxPoints: 2}
        - code: "2.1"
          title: Công khai thủ tục
          maxPoints: 1
          method: selfAssessed
          rule: {kind: choice, options: [{key: full, label: Đầy đủ, points: 1}, {key: none, label: Không đầy đủ, points: 0}]}
        - {code: "2.2", title: Mức độ hài lòng, maxPoints: 1, method: survey}
        """;

    /// <summary>Whether two appraisers give opinions in this round.</summary>
    protected virtual bool Blind => false;

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

    protected override async Task PrepareAsync()
    {
        await Site.UseAsync<LoadAgencies.Handler>(h => h.HandleAsync(new(Province.Register(Province.SampleRegister)), default));
        await Site.LoadFrameworkAsync(Framework);
        foreach (var unit in new[] { "so-noi-vu", "van-phong", "so-moi" }) Officers[unit] = await SignedInAsync("dau-moi-" + unit, Role.FocalOfficer, unit);
        First = await SignedInAsync("tham-dinh-1", Role.Appraiser);
        Second = await SignedInAsync("tham-dinh-2", Role.Appraiser);
        Leader = await SignedInAsync("to-truong", Role.Appraiser);
        Outsider = await SignedInAsync("to-khac", Role.Appraiser);
        OfUnit = await SignedInAsync("nguoi-cua-so", Role.Appraiser, "so-noi-vu");
        Administrator = await SignedInAsync("quan-tri", Role.Administrator);
        Reader = await SignedInAsync("nguoi-xem", Role.Reader);
        await OpenAsync();
        await HandInAsync();
    }

    public async Task<List<string>> AuditOfAsync(string subject)
    {
        await using var db = Site.Db();
        return await db.AuditEntries.Where(e => e.Subject == subject).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync();
    }

    /// <summary>Posts to the sheet of a unit.</summary>
    public async Task<HttpResponseMessage> PostSheetAsync(HttpClient who, string unit, string action) => await PostAsync(who, $"{Sheet(unit)}/{action}");

    /// <summary>Decides all rows of a unit as they are declared.</summary>
    public async Task AcceptAllAsync(string unit)
    {
        foreach (var code in new[] { "1.1", "1.2", "2.1" })
        {
            if ((await StoredAsync(unit, code)).State == RowState.Submitted) await PostRowAsync(First, unit, code, "appraise", ("accept", "yes"));
        }
    }

    /// <summary>Sets up the team of field 1, led by <see cref="Leader"/>, and another of field 2 with <see cref="Outsider"/>.</summary>
    public async Task MakeTeamsAsync()
    {
        var form = $"/rounds/{Round}/teams/edit";
        await PostAsync(Administrator, form, ("name", "Tổ hồ sơ"), ("field", "1"), Member(First), Member(Second), Member(OfUnit), Member(Leader), ("leader", $"{IdOf(Leader)}"));
        await PostAsync(Administrator, form, ("name", "Tổ công khai"), ("field", "2"), Member(Outsider));
    }

    public (string Name, string Value) Member(HttpClient who) => ("member", $"{IdOf(who)}");

    private Task OpenAsync()
    {
        CreateRound.Group Of(string name, params string[] units) => new(name, FrameworkId.Parse("tham-dinh/1-2025"), [.. units.Select(AgencyId.Parse)], []);
        return OpenAsync("Kỳ thẩm định mẫu", [Of("Các sở", "so-noi-vu", "van-phong"), Of("Khối khác", "so-moi")], new RoundSettings { Blind = Blind });
    }

    private async Task HandInAsync()
    {
        foreach (var (unit, officer) in Officers)
        {
            await PostRowAsync(officer, unit, "1.1", "submit", ("f.a", "100"), ("f.b", "90"), ("explanation", "Trích từ hệ thống một cửa"));
            await PostRowAsync(officer, unit, "1.2", "submit", ("points", "0,5"), ("explanation", "Một sáng kiến cấp tỉnh"));
            await PostRowAsync(officer, unit, "2.1", "submit", ("f.choice", "full"), ("explanation", "Đã công khai"));
        }

        await using var db = Site.Db();
        var id = new RoundId(Round);
        foreach (var sheet in await db.Sheets.Where(s => s.RoundId == id).ToListAsync()) sheet.State = SheetState.Signed;
        var document = new Document { Id = DocumentId.New(), Issuer = "Sở mẫu", Subject = "Báo cáo hồ sơ", AddedAt = Site.Clock.GetUtcNow(), AddedBy = "đầu mối" };
        db.Documents.Add(document);
        foreach (var unit in Officers.Keys)
            db.Citations.Add(new Citation { Id = default, RowId = new RowId(RowId(unit, "1.1")), DocumentId = document.Id, Page = 3, AddedAt = Site.Clock.GetUtcNow(), AddedBy = "đầu mối" });
        await db.SaveChangesAsync();
    }
}

/// <summary>The same season where two appraisers judge without seeing each other, with teams.</summary>
public sealed class BlindSeason : AppraisalSeason
{
    protected override bool Blind => true;
}
