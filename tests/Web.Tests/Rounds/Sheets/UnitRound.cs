using OpenPar.App.Features.Organisations;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Rounds.Sheets;

/// <summary>
/// A province that scores by unit: two departments in one group and an office in another, one criterion supplied from above. Everything is
/// invented; the people are roles.
/// </summary>
public sealed class UnitRound : ScoredByUnits
{
    public static string Departments => $$"""
        id: noi-bo-so/1-2025
        title: Bộ tiêu chí các sở (mẫu)
        decision: {number: 1/QĐ-MAU, issuer: Tỉnh mẫu}
        firstYear: 2025
        totalPoints: 5
        criteria:
        - {code: "1", title: HỒ SƠ, maxPoints: 5}
        {{OnTime(2)}}
        {{Disclosed}}
        - code: "1.3"
          title: Thanh tra phát hiện sai phạm
          maxPoints: 1
          method: selfAssessed
          notApplicable: removed
          rule: {kind: choice, options: [{key: none, label: Không có, points: 1}, {key: some, label: Có, points: 0}]}
        - {code: "1.4", title: Sáng kiến, maxPoints: 1, method: selfAssessed, ruleText: Hội đồng xem xét}
        """;

    public const string Offices = """
        id: noi-bo-van-phong/1-2025
        title: Bộ tiêu chí văn phòng (mẫu)
        decision: {number: 1/QĐ-MAU, issuer: Tỉnh mẫu}
        firstYear: 2025
        totalPoints: 1
        criteria:
        - {code: "1", title: HỒ SƠ, maxPoints: 1}
        - code: "1.1"
          title: Công khai thủ tục
          maxPoints: 1
          method: selfAssessed
          rule: {kind: choice, options: [{key: full, label: Đầy đủ, points: 1}, {key: none, label: Không đầy đủ, points: 0}]}
        """;

    public HttpClient Administrator { get; private set; } = null!;

    public HttpClient Officer { get; private set; } = null!;

    public HttpClient Leader { get; private set; } = null!;

    /// <summary>The application that shows the leader's codes.</summary>
    public AuthenticatorApp LeaderApp { get; private set; } = null!;

    public HttpClient Contributor { get; private set; } = null!;

    /// <summary>Focal officer of the agency that supplies row 1.3 of the departments, which is a unit itself.</summary>
    public HttpClient Supplier { get; private set; } = null!;

    public HttpClient Appraiser { get; private set; } = null!;

    public Guid ContributorId => IdOf(Contributor);

    protected override async Task PrepareAsync()
    {
        await Site.UseAsync<LoadAgencies.Handler>(h => h.HandleAsync(new(Province.Register(Province.SampleRegister)), default));
        await Site.LoadFrameworkAsync(Departments);
        await Site.LoadFrameworkAsync(Offices);
        Administrator = await SignedInAsync("quan-tri", Role.Administrator);
        Officer = await SignedInAsync("dau-moi", Role.FocalOfficer, "so-noi-vu");
        Leader = await SignedInAsync("lanh-dao", Role.UnitLeader, "so-noi-vu");
        (LeaderApp, _) = await AuthenticatorApp.AddAsync(Leader, Site.Clock, Password);
        Contributor = await SignedInAsync("phoi-hop", Role.Contributor, "so-noi-vu");
        Supplier = await SignedInAsync("cung-cap", Role.FocalOfficer, "van-phong");
        Appraiser = await SignedInAsync("tham-dinh", Role.Appraiser);
        await OpenAsync();
    }

    public async Task<SheetState> StateAsync(string unit) => (await SheetAsync(unit)).State;

    /// <summary>Declares and hands in everything on the sheet of the Sở Nội vụ.</summary>
    public async Task CompleteAsync()
    {
        await PostRowAsync(Officer, "so-noi-vu", "1.1", "submit", ("f.a", "10"), ("f.b", "9"), ("explanation", "theo thống kê"));
        await PostRowAsync(Officer, "so-noi-vu", "1.2", "submit", ("f.choice", "full"), ("explanation", "đã công khai"));
        await PostRowAsync(Supplier, "so-noi-vu", "1.3", "submit", ("f.choice", "none"), ("explanation", "theo kết luận"));
        await PostRowAsync(Officer, "so-noi-vu", "1.4", "submit", ("points", "0,5"), ("explanation", "một sáng kiến"));
    }

    private async Task OpenAsync()
    {
        CreateRound.Group[] groups =
        [
            new("Các sở", FrameworkId.Parse("noi-bo-so/1-2025"), [AgencyId.Parse("so-noi-vu"), AgencyId.Parse("so-moi")], [new(CriterionCode.Parse("1.3"), AgencyId.Parse("van-phong"))]),
            new("Văn phòng", FrameworkId.Parse("noi-bo-van-phong/1-2025"), [AgencyId.Parse("van-phong")], []),
        ];
        await OpenAsync("Kỳ nội bộ mẫu", groups);
    }
}
