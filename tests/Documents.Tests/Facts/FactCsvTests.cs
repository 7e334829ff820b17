using System.Text;
using OpenPar.Core.Frameworks;
using OpenPar.Documents.Facts;
using OpenPar.Documents.Packs;

namespace OpenPar.Documents.Tests.Facts;

/// <summary>Reading declared figures from CSV.</summary>
public sealed class FactCsvTests
{
    private static readonly Framework Set = Official();

    [Fact]
    public void Figures_are_read_by_unit_and_leaf()
    {
        var table = Read("unit,code,fact,value\nSở A,3.4.1,a,1.234\nSở A,3.4.1,b,98\nSở B,1.2,choice,full\n");
        Assert.Empty(table.Findings);
        Assert.Equal(["Sở A", "Sở B"], table.Units.Select(u => u.Unit));
        Assert.Equal(1234, Number(table, "3.4.1", "a"));
        Assert.Equal("full", table.Units[1].Leaves[CriterionCode.Parse("1.2")].Choice("choice"));
    }

    [Theory]
    [InlineData("\"75,22\"", 75.22)]
    [InlineData("75.22", 75.22)]
    [InlineData("79.999", 79.999)]
    [InlineData("\" 80 \"", 80)]
    public void Decimals_may_have_a_comma_or_a_point(string written, double value) =>
        Assert.Equal((decimal)value, Number(Read($"unit,code,fact,value\nA,8.1.1,a,{written}\n"), "8.1.1", "a"));

    [Fact]
    public void A_mark_a_semicolon_another_order_and_line_ends_of_Windows_are_no_fault()
    {
        var table = Read("\uFEFFValue;Unit;Code;Fact\r\n75,22;A;8.1.1;a\r\n\r\n");
        Assert.Empty(table.Findings);
        Assert.Equal(75.22m, Number(table, "8.1.1", "a"));
    }

    [Fact]
    public void The_label_of_an_option_may_stand_for_its_key() =>
        Assert.Equal("yes", Read("unit,code,fact,value\nA,2.1.1,choice,Có thực hiện kiểm tra\n").Units[0].Leaves[CriterionCode.Parse("2.1.1")].Choice("choice"));

    [Theory]
    [InlineData("A,9.9,a,1", "không có tiêu chí")]
    [InlineData("A,3.4,a,1", "tiêu chí thành phần")]
    [InlineData("A,2.5.1,a,1", "không có số liệu")]
    [InlineData("A,3.4.1,z,1", "không có số liệu “z”")]
    [InlineData("A,3.4.1,a,abc", "không phải là số")]
    [InlineData("A,3.4.1,a,1.5", "số nguyên")]
    [InlineData("A,3.4.1,a,", "Chưa nhập số")]
    [InlineData("A,6.1.1,a,1.234", "nhiều cách")]
    [InlineData("A,1.2,choice,maybe", "phương án")]
    [InlineData(",3.4.1,a,1", "Thiếu đơn vị")]
    [InlineData("A,8.1.1,a,75,22", "5 ô")]
    [InlineData("A,3.4.1", "2 ô")]
    [InlineData("\"A\"x,3.4.1,a,1", "nháy")]
    public void A_bad_row_is_a_finding_with_its_line_and_the_other_rows_stay(string row, string words)
    {
        var table = Read($"unit,code,fact,value\nB,3.4.1,a,1\n{row}\nB,3.4.1,b,1\n");
        var finding = Assert.Single(table.Findings);
        Assert.Equal("f.csv:3", finding.Where);
        Assert.Contains(words, finding.Message.Vi, StringComparison.Ordinal);
        Assert.Equal((1m, 1m), (Number(table, "3.4.1", "a"), Number(table, "3.4.1", "b")));
    }

    [Fact]
    public void A_figure_given_twice_is_a_finding()
    {
        var table = Read("unit,code,fact,value\nA,3.4.1,a,1\nA,3.4.1,a,2\n");
        Assert.Equal("f.csv:3", Assert.Single(table.Findings).Where);
        Assert.Equal(1, Number(table, "3.4.1", "a"));
    }

    public static TheoryData<byte[]> NoTable() =>
    [
        Array.Empty<byte>(),
        "a,b\n1,2\n"u8.ToArray(),
        Encoding.Unicode.GetBytes("unit,code,fact,value\n"),
        new byte[] { 0xff, 0xfe, 0xfd },
        new byte[] { 0, 1, 2, 3 },
        Encoding.UTF8.GetBytes("unit,code,fact,value\n\"" + new string('x', 2_000_000)),
    ];

    [Theory]
    [MemberData(nameof(NoTable), DisableDiscoveryEnumeration = true)]
    public void What_is_no_table_gives_findings_and_no_exception(byte[] bytes)
    {
        var table = FactCsv.Read(new MemoryStream(bytes), "f.csv", Set);
        Assert.Empty(table.Units);
        Assert.NotEmpty(table.Findings);
    }

    private static FactTable Read(string csv) => FactCsv.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "f.csv", Set);

    private static decimal? Number(FactTable table, string code, string fact) => table.Units[0].Leaves[CriterionCode.Parse(code)].Number(fact);

    private static Framework Official()
    {
        using var stream = File.OpenRead(Path.Combine(PackFolder.Root()!, "vn/par-index-province-1187", FrameworkFile.Name));
        return FrameworkFile.Read(stream, "1187").Value!;
    }
}
