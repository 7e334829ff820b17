using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Organisations;

namespace OpenPar.Core.Tests.Organisations;

/// <summary>Written names find their agency when it is certain, and only then.</summary>
public class AgencyNamesTests
{
    private static readonly DateOnly In2024 = new(2024, 5, 1);
    private static readonly DateOnly In2025 = new(2025, 10, 1);

    private static readonly Agency[] Register =
    [
        Agency("so-noi-vu", "Sở Nội vụ"),
        Agency("so-ke-hoach-va-dau-tu", "Sở Kế hoạch và Đầu tư", to: new(2025, 2, 28)),
        Agency("so-tai-chinh", "Sở Tài chính"),
        Agency("so-thong-tin-va-truyen-thong", "Sở Thông tin và Truyền thông", to: new(2025, 2, 28)),
        Agency("so-van-hoa", "Sở Văn hóa, Thể thao và Du lịch", aliases: ["Sở VHTTDL mẫu"]),
        Agency("van-phong-ubnd-tinh", "Văn phòng Ủy ban nhân dân tỉnh", aliases: ["Văn phòng tỉnh"]),
        Agency("ubnd-cap-huyen", "UBND cấp huyện"),
    ];

    [Theory]
    [InlineData("Sở Nội vụ", "so-noi-vu", AgencyMatchKind.Name)]
    [InlineData("SỞ NỘI VỤ", "so-noi-vu", AgencyMatchKind.Name)]
    [InlineData("so noi vu.", "so-noi-vu", AgencyMatchKind.Name)]
    [InlineData("Sở KH&ĐT", "so-ke-hoach-va-dau-tu", AgencyMatchKind.Abbreviation)]
    [InlineData("Sở KHĐT", "so-ke-hoach-va-dau-tu", AgencyMatchKind.Abbreviation)]
    [InlineData("SKHĐT", "so-ke-hoach-va-dau-tu", AgencyMatchKind.Abbreviation)]
    [InlineData("Sở TT & TT", "so-thong-tin-va-truyen-thong", AgencyMatchKind.Abbreviation)]
    [InlineData("VP UBND tỉnh", "van-phong-ubnd-tinh", AgencyMatchKind.Name)]
    [InlineData("Văn phòng UBND tỉnh", "van-phong-ubnd-tinh", AgencyMatchKind.Name)]
    [InlineData("Văn phòng tỉnh", "van-phong-ubnd-tinh", AgencyMatchKind.Alias)]
    [InlineData("Uỷ ban nhân dân cấp huyện", "ubnd-cap-huyen", AgencyMatchKind.Name)]
    public void A_certain_name_resolves(string written, string id, AgencyMatchKind kind)
    {
        var match = new AgencyNames(Register, In2024).Match(written);
        Assert.Equal((id, kind), (match.Agency?.Id.ToString(), match.Kind));
        Assert.Empty(match.Candidates);
    }

    [Theory]
    [InlineData("Sở Nội vu tỉnh", "so-noi-vu")]
    [InlineData("Sở Tài chánh", "so-tai-chinh")]
    [InlineData("Sở Văn hóa và Du lịch", "so-van-hoa")]
    [InlineData("Văn phòng UBND tỉnh Đắk Lắk", "van-phong-ubnd-tinh")]
    [InlineData("Sở KH và Đầu tư", "so-ke-hoach-va-dau-tu")]
    public void An_uncertain_name_is_never_resolved_but_its_nearest_comes_first(string written, string nearest)
    {
        var match = new AgencyNames(Register, In2024).Match(written);
        Assert.Null(match.Agency);
        Assert.Equal(AgencyMatchKind.Unknown, match.Kind);
        Assert.Equal(nearest, match.Candidates[0].Agency.Id.ToString());
        Assert.InRange(match.Candidates.Count, 1, 3);
        Assert.Equal(match.Candidates.Select(c => c.Score).OrderDescending(), match.Candidates.Select(c => c.Score));
    }

    [Fact]
    public void An_agency_that_no_longer_exists_is_offered_and_not_taken()
    {
        var match = new AgencyNames(Register, In2025).Match("Sở Kế hoạch và Đầu tư");
        Assert.Equal((AgencyMatchKind.OtherTime, null), (match.Kind, match.Agency));
        Assert.Equal("so-ke-hoach-va-dau-tu", Assert.Single(match.Candidates).Agency.Id.ToString());
    }

    [Fact]
    public void An_abbreviation_of_two_agencies_is_ambiguous()
    {
        Agency[] register = [Agency("a", "Sở Thông tin và Truyền thông"), Agency("b", "Sở Thể thao Trung tâm")];
        var match = new AgencyNames(register, In2024).Match("Sở TTTT");
        Assert.Equal((AgencyMatchKind.Ambiguous, null), (match.Kind, match.Agency));
        Assert.Equal(2, match.Candidates.Count);
    }

    [Fact]
    public void Every_name_of_the_register_finds_itself_however_it_is_accented_or_cased() =>
        Prop.ForAll(Gen.Choose(0, Register.Length - 1).ToArbitrary(), Gen.Choose(0, 3).ToArbitrary(), (at, form) =>
        {
            var name = Register[at].Name;
            var written = form switch
            {
                0 => name.Normalize(NormalizationForm.FormD),
                1 => name.ToUpperInvariant(),
                2 => "  " + name.Replace(" ", "  ", StringComparison.Ordinal) + " ",
                _ => OpenPar.Core.Text.VietnameseText.Fold(name),
            };
            return new AgencyNames(Register, In2024).Match(written).Agency == Register[at];
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_matched_without_an_exception_and_resolves_only_to_what_folds_to_a_known_spelling() =>
        Prop.ForAll<string>(text =>
        {
            var match = new AgencyNames(Register, In2024).Match(text);
            return match.Agency is null ? match.Candidates.All(c => c.Score is > 0 and <= 1) : match.Candidates.Count == 0;
        }).QuickCheckThrowOnFailure();

    private static Agency Agency(string id, string name, string[]? aliases = null, DateOnly? to = null) =>
        new() { Id = AgencyId.Parse(id), Name = name, Kind = AgencyKind.Department, Aliases = aliases ?? [], ValidTo = to };
}
