using OpenPar.Core.Findings;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Tests.Reading.Layouts;

/// <summary>The official set, printed in the ways offices draw such tables, is read to the letter.</summary>
[Collection("PDF")]
public class LayoutTests
{
    public static TheoryData<string, bool> Layouts() => new()
    {
        { "rule column, upright, borders", false },
        { "rule rows, landscape, open sides", false },
        { "rule rows, level rules only", true },
        { "no header", true },
        { "three tables", false },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task A_layout_is_read_to_the_letter(string layout, bool guessed)
    {
        var expected = OfficialLayout.Rows();
        var annex = await Annexes.ReadAsync(await PrintedPage.PdfAsync(OfficialLayout.Html(layout, expected)), "mau.pdf");
        Assert.DoesNotContain(annex.Findings, finding => finding.Severity == Severity.Error);
        Assert.Equal(expected.Select(row => row.Code), annex.Rows.Select(row => row.Code.ToString()));
        Assert.Equal(expected.Select(row => row.Title), annex.Rows.Select(row => row.Title));
        Assert.Equal(expected.Select(row => (decimal?)row.Points), annex.Rows.Select(row => row.MaxPoints));
        Assert.Equal(expected.Select(row => VietnameseText.Clean(row.Rule)), annex.Rows.Select(row => VietnameseText.Clean(row.RuleText)));
        if (guessed) Assert.All(annex.Rows, row => Assert.NotEmpty(row.Flags));
    }

    [Fact]
    public async Task One_of_several_tables_is_chosen_by_its_number()
    {
        var rows = OfficialLayout.Rows();
        var pdf = await PrintedPage.PdfAsync(OfficialLayout.Html("three tables", rows));
        var first = await OpenPar.Documents.Reading.AnnexReader.ReadAsync(new MemoryStream(pdf), "mau.pdf", TestContext.Current.CancellationToken, annex: 1);
        Assert.Equal(rows.Count(row => row.Code[0] <= '3'), first.Rows.Count);
        Assert.Equal([1, 2, 3], first.Parts.Select(part => part.Number));
        var missing = await OpenPar.Documents.Reading.AnnexReader.ReadAsync(new MemoryStream(pdf), "mau.pdf", TestContext.Current.CancellationToken, annex: 7);
        Assert.Contains(missing.Findings, finding => finding.Severity == Severity.Error && finding.Message.Vi.Contains("số 7", StringComparison.Ordinal));
    }
}
