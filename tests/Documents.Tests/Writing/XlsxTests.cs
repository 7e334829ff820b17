using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OpenPar.Core.Papers;
using OpenPar.Documents.Writing;

namespace OpenPar.Documents.Tests.Writing;

public class XlsxTests
{
    private static readonly byte[] Sheet = WrittenFile.Bytes(stream => ScoreSheetXlsx.Write(SamplePapers.ScoreSheet, stream));
    private static readonly byte[] Assignment = WrittenFile.Bytes(stream => AssignmentXlsx.Write(SamplePapers.Assignment, stream));

    [Fact]
    public void Both_files_are_valid()
    {
        Assert.Empty(WrittenFile.Xlsx(Sheet, WrittenFile.Faults));
        Assert.Empty(WrittenFile.Xlsx(Assignment, WrittenFile.Faults));
    }

    [Fact]
    public void Header_rows_are_frozen_and_printed_on_each_page() => WrittenFile.Xlsx(Sheet, document =>
    {
        var first = Parts(document)[0].Worksheet;
        var pane = first.Descendants<Pane>().Single();
        Assert.Equal((PaneStateValues.Frozen, 6d, "A7"), (pane.State!.Value, pane.VerticalSplit!.Value, pane.TopLeftCell!.Value));
        var names = document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>().ToList();
        Assert.Contains(names, name => name.Name == "_xlnm.Print_Titles" && name.Text == "'Phiếu chấm điểm'!$4:$6" && name.LocalSheetId! == 0u);
        Assert.Contains(names, name => name.Name == "_xlnm.Print_Area" && name.Text == "'Phiếu chấm điểm'!$A$1:$K$14");
        return true;
    });

    [Fact]
    public void Sheets_print_on_A4_turned_fitted_to_the_width() => WrittenFile.Xlsx(Sheet, document =>
    {
        foreach (var part in Parts(document))
        {
            var setup = part.Worksheet.Descendants<PageSetup>().Single();
            Assert.Equal((9u, OrientationValues.Landscape, 1u), (setup.PaperSize!.Value, setup.Orientation!.Value, setup.FitToWidth!.Value));
            Assert.True(part.Worksheet.SheetProperties!.PageSetupProperties!.FitToPage!.Value);
            Assert.Contains("&P", part.Worksheet.Descendants<OddHeader>().Single().Text, StringComparison.Ordinal);
            Assert.DoesNotContain("&P", part.Worksheet.Descendants<FirstHeader>().Single().Text, StringComparison.Ordinal);
        }

        return true;
    });

    [Fact]
    public void Points_are_numbers_and_an_unknown_maximum_is_a_text() => WrittenFile.Xlsx(Sheet, document =>
    {
        var cells = Cells(Parts(document)[0]);
        Assert.Equal((null, 1.43m), (cells["F8"].DataType?.Value, decimal.Parse(cells["F8"].CellValue!.Text, CultureInfo.InvariantCulture)));
        Assert.Equal("#,##0.00", FormatOf(document, cells["F8"]));
        Assert.Equal((CellValues.InlineString, "chưa biết"), (cells["E10"].DataType!.Value, cells["E10"].InnerText));
        Assert.Equal("", cells["G10"].InnerText);
        return true;
    });

    [Fact]
    public void Dates_are_dates() => WrittenFile.Xlsx(Sheet, document =>
    {
        var cell = Cells(Parts(document)[2])["D6"];
        Assert.Equal(new DateTime(2025, 12, 5), DateTime.FromOADate(double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)));
        Assert.Equal("dd/mm/yyyy", FormatOf(document, cell));
        return true;
    });

    [Fact]
    public void Texts_that_look_like_formulas_stay_texts() => WrittenFile.Xlsx(Sheet, document =>
    {
        Assert.All(Parts(document), part => Assert.Empty(part.Worksheet.Descendants<CellFormula>()));
        var cells = Cells(Parts(document)[0]);
        foreach (var (name, text) in new[] { ("I11", SamplePapers.Injection), ("J11", "-1+1"), ("D11", "@SUM(A1)\n+84\n& < > \" '") })
        {
            Assert.Equal((CellValues.InlineString, text), (cells[name].DataType!.Value, cells[name].InnerText));
            Assert.True(FormatPart(document, cells[name]).QuotePrefix?.Value, $"{name} has no quote prefix");
        }

        Assert.Null(FormatPart(document, cells["B11"]).QuotePrefix);
        return true;
    });

    [Fact]
    public void Invented_figures_are_marked_on_each_sheet_on_screen_and_in_print() => WrittenFile.Xlsx(Sheet, document =>
    {
        Assert.Equal(3, Parts(document).Count);
        Assert.All(Parts(document), part =>
        {
            Assert.Equal(PaperTrace.DemonstrationMark, Cells(part)["A1"].InnerText);
            Assert.Contains(PaperTrace.DemonstrationMark, part.Worksheet.Descendants<OddHeader>().Single().Text, StringComparison.Ordinal);
            Assert.Contains(PaperTrace.DemonstrationMark, part.Worksheet.Descendants<FirstHeader>().Single().Text, StringComparison.Ordinal);
        });
        Assert.DoesNotContain(PaperTrace.DemonstrationMark, Text(Assignment), StringComparison.Ordinal);
        return true;
    });

    [Fact]
    public void The_agencies_of_an_assignment_are_repeated_in_each_row() => WrittenFile.Xlsx(Assignment, document =>
    {
        var cells = Cells(Parts(document)[0]);
        Assert.Equal(("Sở Nội vụ", "Sở Nội vụ"), (cells["D6"].InnerText, cells["D7"].InnerText));
        return true;
    });

    [Fact]
    public void The_score_sheet_reads_as_approved() => ApprovedFile.Matches("score-sheet.xlsx.txt", Text(Sheet));

    [Fact]
    public void The_assignment_reads_as_approved() => ApprovedFile.Matches("assignment.xlsx.txt", Text(Assignment));

    private static List<WorksheetPart> Parts(SpreadsheetDocument document) =>
        [.. document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(sheet => (WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!))];

    private static Dictionary<string, Cell> Cells(WorksheetPart part) =>
        part.Worksheet.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!);

    private static CellFormat FormatPart(SpreadsheetDocument document, Cell cell) =>
        (CellFormat)document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.ElementAt((int)cell.StyleIndex!.Value);

    private static string FormatOf(SpreadsheetDocument document, Cell cell) => document.WorkbookPart!.WorkbookStylesPart!.Stylesheet
        .NumberingFormats!.Elements<NumberingFormat>().Single(f => f.NumberFormatId! == FormatPart(document, cell).NumberFormatId!).FormatCode!;

    private static string Text(byte[] file) => WrittenFile.Xlsx(file, document =>
    {
        var text = new StringBuilder();
        foreach (var (sheet, part) in document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Zip(Parts(document)))
        {
            text.AppendLine($"[{sheet.Name}]");
            foreach (var row in part.Worksheet.Descendants<Row>())
                text.AppendLine(string.Join(" | ", row.Elements<Cell>().Select(cell => cell.InnerText.Replace('\n', '⏎'))));
        }

        return text.ToString();
    });
}
