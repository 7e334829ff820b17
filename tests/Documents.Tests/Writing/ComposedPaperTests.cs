using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OpenPar.Core.Papers;
using OpenPar.Core.Results.Papers;
using OpenPar.Documents.Writing;
using OpenPar.Documents.Writing.Composed;

namespace OpenPar.Documents.Tests.Writing;

/// <summary>Every kind of paper, written as Word and as Excel from the same rows.</summary>
public class ComposedPaperTests
{
    public const string Injection = "=cmd|' /C calc'!A0";

    public static TheoryData<PaperKind> Kinds => [.. PaperKinds.All];

    private static Paper Sample(PaperKind kind)
    {
        var paper = PaperSamples.Of(kind);
        return paper with { Trace = paper.Trace with { VerificationCode = PaperState.Of(paper).Code.ToString() } };
    }

    private static byte[] Write(Paper paper, PaperFormat format) => WrittenFile.Bytes(stream => PaperWriter.Write(paper, format, stream));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Both_files_are_valid(PaperKind kind)
    {
        Assert.Equal("", string.Join('\n', WrittenFile.Docx(Write(Sample(kind), PaperFormat.Docx), WrittenFile.Faults)));
        Assert.Equal("", string.Join('\n', WrittenFile.Xlsx(Write(Sample(kind), PaperFormat.Xlsx), WrittenFile.Faults)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_paper_gives_the_same_bytes(PaperKind kind)
    {
        Assert.Equal(Write(Sample(kind), PaperFormat.Docx), Write(Sample(kind), PaperFormat.Docx));
        Assert.Equal(Write(Sample(kind), PaperFormat.Xlsx), Write(Sample(kind), PaperFormat.Xlsx));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_papers_read_as_approved(PaperKind kind)
    {
        ApprovedFile.Matches($"papers/{PaperKinds.SlugOf(kind)}.docx.txt", WrittenFile.Text(Write(Sample(kind), PaperFormat.Docx)));
        ApprovedFile.Matches($"papers/{PaperKinds.SlugOf(kind)}.xlsx.txt", SheetText(Write(Sample(kind), PaperFormat.Xlsx)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Excel_has_every_row_of_Word(PaperKind kind)
    {
        var content = Sample(kind).Content();
        var words = SheetText(Write(Sample(kind), PaperFormat.Xlsx));
        foreach (var cell in content.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Cells).Where(cell => cell.Text is { Length: > 3 }))
            Assert.Contains(cell.Text!.Replace('\n', '⏎'), words, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_table_sheet_has_frozen_heads_print_titles_and_a_print_area(PaperKind kind) => WrittenFile.Xlsx(Write(Sample(kind), PaperFormat.Xlsx), document =>
    {
        var workbook = document.WorkbookPart!.Workbook;
        var names = workbook.DefinedNames!.Elements<DefinedName>().ToList();
        var sheets = workbook.Sheets!.Elements<Sheet>().ToList();
        Assert.Equal(sheets.Count, names.Count(name => name.Name == "_xlnm.Print_Area"));
        var titled = names.Where(name => name.Name == "_xlnm.Print_Titles").Select(name => (int)name.LocalSheetId!.Value).ToList();
        Assert.NotEmpty(titled);
        Assert.All(titled, i => Assert.Equal(
            PaneStateValues.Frozen, ((WorksheetPart)document.WorkbookPart.GetPartById(sheets[i].Id!)).Worksheet.Descendants<Pane>().Single().State!.Value));
        return true;
    });

    [Fact]
    public void Texts_that_look_like_formulas_stay_texts()
    {
        var round = PaperSamples.Round();
        round = round with { Units = [.. round.Units.Select(unit => unit with { Unit = Injection, Rows = [.. unit.Rows.Select(row => row with { AppraiserReason = Injection, Explanation = "+84", Status = "@SUM(A1)" })] })] };
        foreach (var paper in new[] { ScoreSummary.Of(round), FieldSheet.Of(round, null), SpecialReport.Of(round), AppraisalMinutes.Of(round), ExplanationFile.Of(round), ResultsDecision.Of(round), LostPoints.Of(round) })
        {
            WrittenFile.Xlsx(WrittenFile.Bytes(stream => ComposedXlsx.Write(paper, stream)), document =>
            {
                var parts = document.WorkbookPart!.WorksheetParts.ToList();
                Assert.All(parts, part => Assert.Empty(part.Worksheet.Descendants<CellFormula>()));
                var cells = parts.SelectMany(part => part.Worksheet.Descendants<Cell>()).Where(cell => cell.InnerText.StartsWith('=')).ToList();
                Assert.NotEmpty(cells);
                var formats = document.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!;
                Assert.All(cells, cell => Assert.True(((CellFormat)formats.ElementAt((int)cell.StyleIndex!.Value)).QuotePrefix?.Value));
                return true;
            });
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_number_and_day_of_every_kind_is_one_in_Excel(PaperKind kind)
    {
        var paper = Sample(kind);
        var wanted = paper.Content().Tables.SelectMany(table => table.Rows.SelectMany(row => row.Cells.Select((cell, i) => (cell, kind: table.Columns[i].Kind))))
            .Select(c => c.cell.Number is { } number ? CellText.RoundingOf(c.kind, paper.Rounding).Apply(number) : c.cell.Date is { } day ? day.DayNumber - new DateOnly(1899, 12, 30).DayNumber : (decimal?)null)
            .OfType<decimal>().ToList();
        // The layout of the score sheet counts rows where the common form shows percentages.
        if (kind == PaperKind.ScoreSheet) wanted = [.. wanted.Except(Percentages(paper))];
        var written = WrittenFile.Xlsx(Write(paper, PaperFormat.Xlsx), document => document.WorkbookPart!.WorksheetParts
            .SelectMany(part => part.Worksheet.Descendants<Cell>()).Where(cell => cell.DataType is null && cell.CellValue is not null)
            .Select(cell => decimal.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)).ToList());
        Assert.NotEmpty(wanted);
        foreach (var number in wanted.Distinct()) Assert.True(written.Count(n => n == number) >= wanted.Count(n => n == number), $"{number} is there {written.Count(n => n == number)} times as a number.");
    }

    private static IEnumerable<decimal> Percentages(Paper paper) =>
        from table in paper.Content().Tables
        from row in table.Rows
        from cell in row.Cells.Zip(table.Columns).Where(pair => pair.Second.Kind == PaperColumnKind.Percent).Select(pair => pair.First)
        where cell.Number is not null
        select CellText.RoundingOf(PaperColumnKind.Percent, paper.Rounding).Apply(cell.Number!.Value);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_page_of_every_kind_is_marked_when_figures_are_invented_and_else_none(PaperKind kind)
    {
        foreach (var invented in new[] { true, false })
        {
            var paper = Sample(kind) with { Trace = Sample(kind).Trace with { Demonstration = invented } };
            var heads = WrittenFile.Docx(Write(paper, PaperFormat.Docx), document => document.MainDocumentPart!.HeaderParts.Select(part => part.Header.InnerText).ToList());
            Assert.True(heads.Count >= 2);
            Assert.All(heads, head => Assert.Equal(invented, head.Contains(PaperTrace.DemonstrationMark, StringComparison.Ordinal)));
            var sheets = WrittenFile.Xlsx(Write(paper, PaperFormat.Xlsx), document => document.WorkbookPart!.WorksheetParts
                .SelectMany(part => part.Worksheet.Descendants<HeaderFooter>()).SelectMany(printed => new[] { printed.OddHeader!.Text, printed.FirstHeader!.Text }).ToList());
            Assert.All(sheets, head => Assert.Equal(invented, head.Contains(PaperTrace.DemonstrationMark, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_printed_foot_of_every_sheet_has_the_whole_day_and_the_whole_code(PaperKind kind)
    {
        var paper = Sample(kind) with { Trace = Sample(kind).Trace with { Version = "Kỳ đánh giá: " + new string('m', 200) } };
        var feet = WrittenFile.Xlsx(Write(paper, PaperFormat.Xlsx), document => document.WorkbookPart!.WorksheetParts
            .SelectMany(part => part.Worksheet.Descendants<HeaderFooter>()).SelectMany(printed => new[] { printed.OddFooter!.Text, printed.FirstFooter!.Text }).ToList());
        Assert.All(feet, foot =>
        {
            Assert.Contains("ngày 05/01/2026", foot, StringComparison.Ordinal);
            Assert.Contains(paper.Trace.VerificationCode!, foot, StringComparison.Ordinal);
            Assert.InRange(foot.Length, 1, 255);
        });
    }

    [Fact]
    public void Points_are_numbers_and_days_are_dates() => WrittenFile.Xlsx(Write(Sample(PaperKind.ExplanationFile), PaperFormat.Xlsx), document =>
    {
        var cells = document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Cell>()).ToList();
        Assert.Contains(cells, cell => cell.DataType is null && cell.CellValue?.Text == "0.9");
        var day = new DateOnly(2025, 1, 15).DayNumber - new DateOnly(1899, 12, 30).DayNumber;
        Assert.Contains(cells, cell => cell.DataType is null && cell.CellValue?.Text == $"{day}");
        return true;
    });

    internal static string SheetText(byte[] file) => WrittenFile.Xlsx(file, document =>
    {
        var text = new StringBuilder();
        foreach (var sheet in document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>())
        {
            text.AppendLine($"[{sheet.Name}]");
            foreach (var row in ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet.Descendants<Row>())
                text.AppendLine(string.Join(" | ", row.Elements<Cell>().Select(cell => cell.InnerText.Replace('\n', '⏎'))));
        }

        return text.ToString();
    });
}
