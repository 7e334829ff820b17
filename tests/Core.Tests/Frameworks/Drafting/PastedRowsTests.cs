using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Frameworks.Drafting;

namespace OpenPar.Core.Tests.Frameworks.Drafting;

public sealed class PastedRowsTests
{
    [Fact]
    public void Columns_are_known_by_the_words_of_their_heading()
    {
        var rows = PastedRows.Read("Điểm tối đa\tSTT\tTiêu chí/Tiêu chí thành phần\tCách tính điểm\tTài liệu kiểm chứng\n1,5\t1.1.\tThực hiện kế hoạch\tCó: 1; Không: 0\tBáo cáo\r\n");

        var row = Assert.Single(rows);
        Assert.Equal(("1.1", "Thực hiện kế hoạch", "1,5", "Có: 1; Không: 0", "Báo cáo"), (row.Code, row.Title, row.MaxPoints, row.RuleText, row.Evidence));
    }

    [Fact]
    public void Without_a_heading_the_columns_are_code_title_maximum_and_text()
    {
        var rows = PastedRows.Read("1.8\tTiêu chí mới\t2\tTừ 90%: 2\n1.9\tTiêu chí nữa\t0,5\t\n");

        Assert.Equal(["1.8|Tiêu chí mới|2|Từ 90%: 2", "1.9|Tiêu chí nữa|0,5|"], rows.Select(r => $"{r.Code}|{r.Title}|{r.MaxPoints}|{r.RuleText}"));
    }

    [Fact]
    public void A_cell_of_several_lines_stays_one_cell()
    {
        var row = Assert.Single(PastedRows.Read("2.1\t\"Tên \"\"đặc biệt\"\"\"\t1\t\"Từ 90%: 1\nDưới 90%: 0\""));

        Assert.Equal(("Tên \"đặc biệt\"", "Từ 90%: 1\nDưới 90%: 0"), (row.Title, row.RuleText));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\n\t\n")]
    public void Nothing_gives_no_rows(string? pasted) => Assert.Empty(PastedRows.Read(pasted));

    [Fact]
    public void Any_text_is_read_and_bounded()
    {
        Prop.ForAll<string>(text => PastedRows.Read(text).Count <= PastedRows.MostRows).QuickCheckThrowOnFailure();
        Assert.Equal(PastedRows.MostRows, PastedRows.Read(string.Concat(Enumerable.Repeat("1\tx\n", 5000))).Count);
        Assert.Single(PastedRows.Read("\"" + new string('x', 3_000_000)));
    }
}
