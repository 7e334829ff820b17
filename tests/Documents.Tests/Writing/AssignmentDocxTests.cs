using DocumentFormat.OpenXml.Wordprocessing;
using OpenPar.Core.Frameworks;
using OpenPar.Documents.Writing;

namespace OpenPar.Documents.Tests.Writing;

public class AssignmentDocxTests
{
    private static readonly byte[] File = WrittenFile.Bytes(stream => AssignmentDocx.Write(SamplePapers.Assignment, stream));

    [Fact]
    public void The_file_is_valid() => Assert.Equal("", string.Join("\n", WrittenFile.Docx(File, WrittenFile.Faults)));

    [Fact]
    public void Equal_leads_of_neighbouring_rows_share_a_merged_cell() =>
        Assert.Equal(["-", "First", "Next", "-", "-", "-"], Leads(File));

    [Fact]
    public void A_merged_cell_never_grows_longer_than_six_rows()
    {
        var rows = Enumerable.Range(1, 20).Select(i => new AssignmentPaperRow
        {
            Code = CriterionCode.Parse($"1.1.{i}"),
            Title = "Tiêu chí",
            Lead = ["Sở Nội vụ"],
        }).ToList();
        var file = WrittenFile.Bytes(stream => AssignmentDocx.Write(SamplePapers.Assignment with { Rows = rows }, stream));
        var starts = Leads(file).Select((part, i) => (part, i)).Where(cell => cell.part == "First").Select(cell => cell.i);
        Assert.Equal([0, 6, 12, 18], starts);
    }

    [Fact]
    public void The_date_is_written_as_the_decree_asks() =>
        Assert.Contains("Đắk Lắk, ngày 03 tháng 02 năm 2025", WrittenFile.Text(File), StringComparison.Ordinal);

    [Fact]
    public void The_paper_reads_as_approved() => ApprovedFile.Matches("assignment.docx.txt", WrittenFile.Text(File));

    [Fact]
    public void The_document_part_is_as_approved() => ApprovedFile.Matches("assignment.document.xml", WrittenFile.DocumentXml(File));

    private static IReadOnlyList<string> Leads(byte[] file) => WrittenFile.Docx(file, document => document.MainDocumentPart!.Document.Body!
        .Elements<Table>().ElementAt(1).Elements<TableRow>().Skip(2)
        .Select(row => row.Elements<TableCell>().ElementAt(3).TableCellProperties!.VerticalMerge?.Val?.Value switch
        {
            null => "-",
            MergedCellValues.Restart => "First",
            _ => "Next",
        }).ToList());
}
