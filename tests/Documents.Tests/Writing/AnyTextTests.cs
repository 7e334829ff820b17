using DocumentFormat.OpenXml.Packaging;
using FsCheck;
using FsCheck.Fluent;
using OpenPar.Documents.Writing;
using OpenPar.Documents.Writing.Xlsx;

namespace OpenPar.Documents.Tests.Writing;

public class AnyTextTests
{
    private static readonly string[] Nasty =
    [
        "", " ", "\0", "\u0001\u001F\u007F\u0085", "\uD800", "\uDC00x", "a\uD83D\uDE00b", "\uFFFE\uFFFF\uFEFF", "\t=1+1", "\r\n=1", "]]>", "&amp;<b>",
        "'", "\u202Eabc", "\U0001FFFF", new string('&', 500), "=cmd|' /C calc'!A0", "2&P&D", "\u0041\u0306\u0301",
    ];

    private static readonly Arbitrary<string> Texts = Gen.OneOf(
        Gen.Elements(Nasty),
        Gen.Choose(0, 0xFFFF).Select(unit => (char)unit).ArrayOf().Select(units => new string(units)),
        Gen.Choose(0, 0x7F).Select(unit => (char)unit).ArrayOf().Select(units => new string(units))).ToArbitrary();

    [Fact]
    public void No_text_makes_an_invalid_score_sheet() => Check(text =>
    {
        var paper = SamplePapers.ScoreSheetOf(text);
        Assert.Empty(WrittenFile.Docx(WrittenFile.Bytes(stream => ScoreSheetDocx.Write(paper, stream)), WrittenFile.Faults));
        Assert.Empty(WrittenFile.Xlsx(WrittenFile.Bytes(stream => ScoreSheetXlsx.Write(paper, stream)), Sound));
    });

    [Fact]
    public void No_text_makes_an_invalid_assignment() => Check(text =>
    {
        var paper = SamplePapers.AssignmentOf(text);
        Assert.Empty(WrittenFile.Docx(WrittenFile.Bytes(stream => AssignmentDocx.Write(paper, stream)), WrittenFile.Faults));
        Assert.Empty(WrittenFile.Xlsx(WrittenFile.Bytes(stream => AssignmentXlsx.Write(paper, stream)), Sound));
    });

    [Fact]
    public void No_text_makes_an_invalid_sheet_name() => Check(text =>
    {
        var sheets = new[] { text, text, "History", text + "x" }.Select(name => new Sheet(name, [10], [new Row(Cell.Of(text, default))])).ToList();
        var properties = new PaperProperties(text, text, text, text, new DateOnly(2026, 1, 5));
        Assert.Empty(WrittenFile.Xlsx(WrittenFile.Bytes(stream => WorkbookWriter.Write(new Workbook(sheets, properties), stream)), Sound));
    });

    [Fact]
    public void A_text_longer_than_a_cell_may_be_is_cut_in_Excel_and_whole_in_Word()
    {
        var text = string.Concat(Enumerable.Repeat("a\uD83D\uDE00", 12_000));
        var paper = SamplePapers.ScoreSheet with { Rows = [SamplePapers.ScoreSheet.Rows[1] with { Explanation = text }] };
        Assert.Contains(text, WrittenFile.Text(WrittenFile.Bytes(stream => ScoreSheetDocx.Write(paper, stream))), StringComparison.Ordinal);
        Assert.Empty(WrittenFile.Xlsx(WrittenFile.Bytes(stream => ScoreSheetXlsx.Write(paper, stream)), Sound));
    }

    [Fact]
    public void Cleaning_a_clean_text_changes_nothing() => Check(text => Assert.Equal(PaperText.Clean(text), PaperText.Clean(PaperText.Clean(text))));

    [Fact]
    public void A_workbook_without_sheets_is_a_mistake_of_the_caller() => Assert.Throws<ArgumentException>(() =>
        WorkbookWriter.Write(new Workbook([], new PaperProperties("", "", "", "", default)), Stream.Null));

    // Rules of Excel the schema does not hold: it calls a file damaged that breaks one of them.
    private static IReadOnlyList<string> Sound(SpreadsheetDocument document)
    {
        var faults = WrittenFile.Faults(document).ToList();
        var main = document.WorkbookPart!;
        var names = main.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value!).ToList();
        faults.AddRange(names.Where(name => name.Length is 0 or > 31 || name.IndexOfAny([':', '\\', '/', '?', '*', '[', ']']) >= 0
            || name[0] == '\'' || name[^1] == '\'' || name.Equals("History", StringComparison.OrdinalIgnoreCase)).Select(name => $"sheet name {name}"));
        if (names.Distinct(StringComparer.OrdinalIgnoreCase).Count() != names.Count) faults.Add("a sheet name stands twice");
        foreach (var part in main.WorksheetParts)
        {
            faults.AddRange(part.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Text>().Where(t => t.Text.Length > 32_767).Select(_ => "cell too long"));
            faults.AddRange(part.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.HeaderFooter>().SelectMany(h => h.ChildElements)
                .Where(element => element.InnerText.Length > 255).Select(_ => "header or footer too long"));
        }

        return faults;
    }

    private static void Check(Action<string> property)
    {
        // The known traps always, the unknown ones by chance.
        foreach (var text in Nasty) property(text);
        Prop.ForAll(Texts, property).Check(Config.QuickThrowOnFailure.WithMaxTest(20));
    }
}
