using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Organisations;

namespace OpenPar.Core.Tests.Organisations;

/// <summary>Cells with several names come apart at the names, not at every comma or "và".</summary>
public class AgencyNameSplitterTests
{
    private static readonly string[] Names =
        ["Sở Nội vụ", "Sở Kế hoạch và Đầu tư", "Sở Văn hóa, Thể thao và Du lịch", "Sở Lao động - Thương binh và Xã hội", "Văn phòng UBND tỉnh", "UBND cấp huyện", "Công an tỉnh", "Ban Dân tộc", "Các sở, ban, ngành", "Kho bạc Nhà nước tỉnh"];

    [Theory]
    [InlineData("Sở Nội vụ", "Sở Nội vụ")]
    [InlineData("Sở Nội vụ, Văn phòng UBND tỉnh", "Sở Nội vụ|Văn phòng UBND tỉnh")]
    [InlineData("Sở Kế hoạch và Đầu tư", "Sở Kế hoạch và Đầu tư")]
    [InlineData("Sở Nội vụ và Sở Tài chính", "Sở Nội vụ|Sở Tài chính")]
    [InlineData("Sở Nội vụ và các sở, ban, ngành", "Sở Nội vụ|các sở, ban, ngành")]
    [InlineData("Văn phòng HĐND và UBND huyện", "Văn phòng HĐND và UBND huyện")]
    [InlineData("Văn phòng Đoàn ĐBQH và HĐND tỉnh", "Văn phòng Đoàn ĐBQH và HĐND tỉnh")]
    [InlineData("Các sở, ban, ngành cấp tỉnh và UBND cấp huyện", "Các sở, ban, ngành cấp tỉnh|UBND cấp huyện")]
    [InlineData("UBND cấp huyện và UBND cấp xã", "UBND cấp huyện|UBND cấp xã")]
    [InlineData("Các sở, ban, ngành, UBND cấp huyện", "Các sở, ban, ngành|UBND cấp huyện")]
    [InlineData("Sở Tư pháp/Sở Nội vụ; UBND các huyện, thị xã, thành phố", "Sở Tư pháp|Sở Nội vụ|UBND các huyện, thị xã, thành phố")]
    [InlineData("UBND huyện/thị xã/thành phố", "UBND huyện/thị xã/thành phố")]
    [InlineData("Các Sở: Kế hoạch và Đầu tư, Tài chính, Văn hóa, Thể thao và Du lịch, Nội vụ", "Sở Kế hoạch và Đầu tư|Sở Tài chính|Sở Văn hóa, Thể thao và Du lịch|Sở Nội vụ")]
    [InlineData("Các Sở: Tài chính, Nội vụ; UBND tỉnh", "Sở Tài chính|Sở Nội vụ|UBND tỉnh")]
    [InlineData("Sở Nội vụ (chủ trì, tổng hợp), Công an tỉnh", "Sở Nội vụ (chủ trì, tổng hợp)|Công an tỉnh")]
    [InlineData("  Sở Nội vụ.; ", "Sở Nội vụ")]
    [InlineData("Sở, Ban, ngành", "Sở, Ban, ngành")]
    [InlineData("", "")]
    public void A_cell_comes_apart_at_its_names(string cell, string expected)
    {
        var list = AgencyNameSplitter.Split(cell);
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), list.Names);
        Assert.True(list.Certain);
    }

    [Fact]
    public void A_name_without_its_first_word_after_a_comma_is_a_guess()
    {
        var list = AgencyNameSplitter.Split("Sở Nội vụ, Tài chính");
        Assert.Equal(["Sở Nội vụ", "Sở Tài chính"], list.Names);
        Assert.False(list.Certain);
    }

    [Theory]
    [InlineData("Tổ chức triển khai", false)]
    [InlineData("Ban hành kế hoạch", false)]
    [InlineData("Trường hợp a = 0", false)]
    [InlineData("Báo cáo năm", false)]
    [InlineData("Ban Quản lý khu công nghiệp", true)]
    [InlineData("Bộ Chỉ huy Quân sự tỉnh", true)]
    [InlineData("Tổ công tác", true)]
    public void Words_that_begin_other_phrases_begin_no_name(string text, bool begins) => Assert.Equal(begins, AgencyNameSplitter.BeginsName(text));

    [Fact]
    public void Names_joined_by_semicolons_come_back() =>
        Prop.ForAll(Gen.SubListOf(Names).ToArbitrary(), names =>
            AgencyNameSplitter.Split(string.Join("; ", names)).Names.SequenceEqual(names)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_comes_apart_without_an_exception_into_names_that_are_not_blank() =>
        Prop.ForAll<string>(text => AgencyNameSplitter.Split(text).Names.All(name => !string.IsNullOrWhiteSpace(name))).QuickCheckThrowOnFailure();
}
