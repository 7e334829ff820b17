using OpenPar.Core.Papers;

namespace OpenPar.Core.Tests.Papers;

public class PaperHeadingTests
{
    private static readonly PaperHeading Open = new() { IssuingAgency = "Sở Nội vụ" };

    [Theory]
    [InlineData(2026, 1, 5, "Đắk Lắk, ngày 05 tháng 01 năm 2026")]
    [InlineData(2025, 2, 28, "Đắk Lắk, ngày 28 tháng 02 năm 2025")]
    [InlineData(2025, 3, 9, "Đắk Lắk, ngày 09 tháng 3 năm 2025")]
    [InlineData(2025, 12, 31, "Đắk Lắk, ngày 31 tháng 12 năm 2025")]
    public void Days_below_ten_and_the_first_two_months_carry_a_zero(int year, int month, int day, string expected) =>
        Assert.Equal(expected, (Open with { Place = "Đắk Lắk", Date = new DateOnly(year, month, day) }).PlaceAndDate());

    [Fact]
    public void What_is_not_decided_is_left_open()
    {
        Assert.Equal("…, ngày … tháng … năm …", Open.PlaceAndDate());
        Assert.Equal("Số:/", Open.NumberLine().Replace("\u00A0", "", StringComparison.Ordinal));
        Assert.Equal("Số:/BC-SNV", (Open with { Number = "/BC-SNV" }).NumberLine().Replace("\u00A0", "", StringComparison.Ordinal));
        Assert.Equal("Số: 12/BC-SNV", (Open with { Number = "12/BC-SNV" }).NumberLine());
    }

    [Fact]
    public void A_paper_without_a_code_claims_none()
    {
        var trace = new PaperTrace("Phiên bản 3", new DateOnly(2026, 1, 5), null, Demonstration: false);
        Assert.Equal("Phiên bản 3 · Số liệu đến ngày 05/01/2026", trace.Origin());
        Assert.Null(trace.Verification());
        Assert.Equal("Mã xác thực: 7F3A", (trace with { VerificationCode = "7F3A" }).Verification());
    }
}
