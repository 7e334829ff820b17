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
/// A round scored by its units: three departments that are compared with each other and a commune in a group of its own, with grades, caps,
/// a row that may drop out and a survey. Everything is invented.
/// </summary>
public sealed class ResultsSeason : ScoredByUnits
{
    private static string Framework => $$"""
        id: ket-qua/1-2025
        title: Bộ tiêu chí mẫu của đơn vị
        decision: {number: 1/QĐ-MAU, issuer: Tỉnh mẫu}
        firstYear: 2025
        totalPoints: 10
        criteria:
        - {code: "1", title: HỒ SƠ, maxPoints: 6}
        {{OnTime(4)}}
        - code: "1.2"
          title: Xin lỗi khi trễ hẹn
          maxPoints: 2
          method: selfAssessed
          notApplicable: removed
          rule: {kind: choice, options: [{key: full, label: Đầy đủ, points: 2}, {key: none, label: Không đầy đủ, points: 0}]}
        - {code: "2", title: KẾT QUẢ, maxPoints: 4}
        - {code: "2.1", title: Mức độ hài lòng, maxPoints: 2, method: survey}
        - code: "2.2"
          title: Số dịch vụ so với đơn vị cao nhất
          maxPoints: 2
          method: selfAssessed
          rule: {kind: relative, fact: {name: x, label: Số dịch vụ, unit: dịch vụ}, method: best}
        """;

    private const string Register = """
        title: Danh mục mẫu
        agencies:
        - {id: ubnd-tinh, name: UBND tỉnh Mẫu, kind: province}
        - {id: so-a, name: Sở Mẫu A, kind: department, parent: ubnd-tinh}
        - {id: so-b, name: Sở Mẫu B, kind: department, parent: ubnd-tinh}
        - {id: so-c, name: Sở Mẫu C, kind: department, parent: ubnd-tinh}
        - {id: xa-d, name: Xã Mẫu D, kind: local, parent: ubnd-tinh}
        """;

    private readonly Dictionary<string, HttpClient> officers = [];

    public HttpClient Administrator { get; private set; } = null!;

    public HttpClient Appraiser { get; private set; } = null!;

    public HttpClient Council { get; private set; } = null!;

    public HttpClient Reader { get; private set; } = null!;

    public Guid CouncilUser => IdOf(Council);

    public Guid Commune { get; private set; }

    public string Url => $"/rounds/{Round}";

    public HttpClient Officer(string unit) => officers[unit];

    protected override async Task PrepareAsync()
    {
        await Site.UseAsync<LoadAgencies.Handler>(h => h.HandleAsync(new(Province.Register(Register)), default));
        await Site.LoadFrameworkAsync(Framework);
        foreach (var unit in new[] { "so-a", "so-b", "so-c", "xa-d" }) officers[unit] = await SignedInAsync($"dau-moi-{unit}", Role.FocalOfficer, unit);
        Appraiser = await SignedInAsync("to-tham-dinh", Role.Appraiser);
        Administrator = await SignedInAsync("quan-tri-ky", Role.Administrator);
        Reader = await SignedInAsync("lanh-dao-tinh", Role.Reader);
        Council = await SignedInAsync("thanh-vien-hoi-dong", Role.CouncilMember);
        await OpenAsync();
    }

    /// <summary>Every department hands in, is signed and appraised; a row of the second drops out. The commune does nothing.</summary>
    public async Task ScoreAsync()
    {
        await SubmitAsync("so-a", "1.1", ("f.a", "100"), ("f.b", "100"));
        await SubmitAsync("so-a", "1.2", ("f.choice", "full"));
        await SubmitAsync("so-a", "2.2", ("f.x", "10"));
        await SubmitAsync("so-b", "1.1", ("f.a", "100"), ("f.b", "90"));
        await AbsentAsync("so-b", "1.2");
        await SubmitAsync("so-b", "1.2");
        await SubmitAsync("so-b", "2.2", ("f.x", "5"));
        await SubmitAsync("so-c", "1.1", ("f.a", "100"), ("f.b", "100"));
        await SubmitAsync("so-c", "1.2", ("f.choice", "none"));
        await SubmitAsync("so-c", "2.2", ("f.x", "10"));
        await SignAsync();
        foreach (var unit in new[] { "so-a", "so-b", "so-c" })
        {
            foreach (var code in new[] { "1.1", "1.2", "2.2" }) await PostRowAsync(Appraiser, unit, code, "appraise", ("accept", "yes"));
            await PostRowAsync(Administrator, unit, "2.1", "survey", ("points", "1,6"), ("source", "Đợt điều tra mẫu"));
        }
    }

    /// <summary>Signing has tests of its own; here the sheets are simply signed.</summary>
    public async Task SignAsync()
    {
        await using var db = Site.Db();
        await db.Sheets.ExecuteUpdateAsync(s => s.SetProperty(x => x.State, SheetState.Signed));
    }

    public Task<HttpResponseMessage> SubmitAsync(string unit, string code, params (string Name, string Value)[] values) =>
        PostRowAsync(Officer(unit), unit, code, "submit", [.. values, ("explanation", "Không có hồ sơ trễ hẹn trong năm")]);

    /// <summary>A document of a unit's library.</summary>
    public async Task<Guid> DocumentAsync(string unit)
    {
        await using var db = Site.Db();
        var document = new Document { Id = DocumentId.New(), Number = "12", Symbol = "QĐ-MAU", Issuer = "UBND tỉnh Mẫu", Subject = "Công nhận sáng kiến", AgencyId = AgencyId.Parse(unit), AddedAt = Site.Clock.GetUtcNow(), AddedBy = "Đầu mối đơn vị" };
        db.Documents.Add(document);
        await db.SaveChangesAsync();
        return document.Id.Value;
    }

    /// <summary>The members are named and a session is entered; the round must be closed.</summary>
    public async Task<long> SessionAsync()
    {
        await PostAsync(Administrator, $"{Url}/council/members", ("member", $"{CouncilUser}"), ("chair", $"{CouncilUser}"));
        await PostAsync(Council, $"{Url}/council/sessions", ("minutesNumber", "01/BB-HĐTĐ"), ("heldOn", $"{Site.Clock.GetUtcNow():dd/MM/yyyy}"));
        await using var db = Site.Db();
        return await db.CouncilSessions.Select(s => s.Id).SingleAsync();
    }

    public Task<HttpResponseMessage> CloseAsync() => PostAsync(Administrator, $"{Url}/close");

    public Task<HttpResponseMessage> ApproveAsync() => PostAsync(Administrator, $"{Url}/approve", ("decisionNumber", "99/QĐ-UBND"), ("decidedOn", $"{Site.Clock.GetUtcNow():dd/MM/yyyy}"));

    private async Task AbsentAsync(string unit, string code)
    {
        await using var db = Site.Db();
        var id = new RowId(RowId(unit, code));
        await db.Rows.Where(r => r.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Absence, RowAbsence.NotOccurring));
    }

    private async Task OpenAsync()
    {
        var framework = FrameworkId.Parse("ket-qua/1-2025");
        var settings = new RoundSettings
        {
            Grades = [new Grade("Tốt", 90), new Grade("Khá", 75)],
            Conditions = [new GradeCondition("Khá", 50)],
            BonusCap = 0.5m,
            PenaltyCap = 1,
        };
        CreateRound.Group[] groups =
        [
            new("Các sở", framework, [.. new[] { "so-a", "so-b", "so-c" }.Select(AgencyId.Parse)], []),
            new("Các xã", framework, [AgencyId.Parse("xa-d")], []),
        ];
        await OpenAsync("Kỳ mẫu năm 2025", groups, settings, demonstration: true);
        await using var db = Site.Db();
        Commune = (await db.UnitGroups.SingleAsync(g => g.Name == "Các xã")).Id.Value;
    }
}
