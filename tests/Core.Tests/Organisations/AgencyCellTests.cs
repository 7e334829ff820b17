using OpenPar.Core.Organisations;

namespace OpenPar.Core.Tests.Organisations;

/// <summary>Cells of plans come apart at dashes, lines and lost separators; classes stay whole.</summary>
public class AgencyCellTests
{
    [Theory]
    [InlineData("- Sở Nội vụ - Sở Kế hoạch và Đầu tư - Sở Tài Chính", "Sở Nội vụ|Sở Kế hoạch và Đầu tư|Sở Tài Chính", true)]
    [InlineData("- UBND cấp huyện\n- UBND cấp xã", "UBND cấp huyện|UBND cấp xã", true)]
    [InlineData("UBND cấp huyện\nUBND cấp xã", "UBND cấp huyện|UBND cấp xã", true)]
    [InlineData("Văn phòng\nUBND tỉnh", "Văn phòng UBND tỉnh", true)]
    [InlineData("Thanh tra\nSở", "Thanh tra Sở", true)]
    [InlineData("Các phòng chuyên\nmôn thuộc Sở", "Các phòng chuyên môn thuộc Sở", true)]
    [InlineData("Sở, ban, ngành cấp tỉnh;\nUBND\ncác huyện,\nthành phố, thị xã", "Sở, ban, ngành cấp tỉnh|UBND các huyện, thành phố, thị xã", true)]
    [InlineData("Các Sở, ban,\nngành;\nUBND\ncấp huyện,\nUBND cấp xã", "Các Sở, ban, ngành|UBND cấp huyện|UBND cấp xã", true)]
    [InlineData("Văn phòng UBND tỉnh/ Sở Nội vụ", "Văn phòng UBND tỉnh|Sở Nội vụ", true)]
    [InlineData("Sở Khoa học và Công nghệ\n& Đơn vị tư vấn", "Sở Khoa học và Công nghệ|Đơn vị tư vấn", true)]
    [InlineData("Sở Thông tin và Truyền thông; các sở, ban, ngành; UBND cấp huyện", "Sở Thông tin và Truyền thông|các sở, ban, ngành|UBND cấp huyện", true)]
    [InlineData("Sở Giáo dục và Đào tạo Sở Y tế", "Sở Giáo dục và Đào tạo|Sở Y tế", false)]
    [InlineData("UBND cấp huyện UBND cấp xã", "UBND cấp huyện|UBND cấp xã", false)]
    [InlineData("Sở Tài nguyên và Môi trường Sở Nông nghiệp và Phát triển nông thôn", "Sở Tài nguyên và Môi trường|Sở Nông nghiệp và Phát triển nông thôn", false)]
    [InlineData("Các cơ quan, đơn vị có liên quan", "Các cơ quan, đơn vị có liên quan", true)]
    [InlineData("- Công an tỉnh - Công an cấp huyện - Công an cấp xã", "Công an tỉnh|Công an cấp huyện|Công an cấp xã", true)]
    [InlineData("Đài Phát thanh - Truyền hình tỉnh", "Đài Phát thanh - Truyền hình tỉnh", true)]
    [InlineData("Phòng Kế hoạch\n- Tài chính\nVăn phòng Sở", "Phòng Kế hoạch - Tài chính|Văn phòng Sở", true)]
    [InlineData("", "", true)]
    public void A_cell_comes_apart_at_its_names(string cell, string expected, bool certain)
    {
        var list = AgencyCell.Split(cell);
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), list.Names);
        Assert.Equal(certain, list.Certain);
    }
}
