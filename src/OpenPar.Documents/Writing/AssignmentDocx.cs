using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenPar.Core.Frameworks;
using OpenPar.Documents.Writing.Docx;

namespace OpenPar.Documents.Writing;

/// <summary>
/// The assignment annex as a Word file: which agency leads and which coordinate each criterion. Equal leads of neighbouring
/// rows share one merged cell, as the provinces print it.
/// </summary>
public static class AssignmentDocx
{
    // A merged cell shows its text once. Its rows stay on one page, so that no page lacks the name; therefore it is short,
    // and begins anew where a criterion begins once it is long enough to be worth merging.
    private const int LongestMerge = 6;
    private const int WorthMerging = 4;

    private static readonly OfficialPage Page = OfficialPage.Wide;

    /// <summary>Writes the paper; the same paper gives the same bytes. The stream need not be seekable and stays open.</summary>
    public static void Write(AssignmentPaper paper, Stream target)
    {
        var properties = PaperProperties.Of(paper.Title, paper.AttachedTo ?? "", paper.Heading, paper.Trace);
        OfficialDocument.Write(Blocks(paper), Page, paper.Trace, properties, target);
    }

    private static List<OpenXmlElement> Blocks(AssignmentPaper paper) =>
    [
        LetterHead.Of(paper.Heading, Page),
        .. TitleBlock.Of(paper.Title, About(paper), Page),
        CriteriaTable(paper),
        .. ClosingText.Of([AssignmentWords.Counted(paper), .. paper.Notes.Select(note => $"- {note}")]),
        .. paper.Signature is { } signature ? SignatureBlock.Of(signature, Page) : [],
    ];

    private static IReadOnlyList<Line> About(AssignmentPaper paper) =>
        string.IsNullOrWhiteSpace(paper.AttachedTo) ? [] : [new Line($"({string.Join(' ', PaperText.Lines(paper.AttachedTo))})") { Italic = true }];

    private static Table CriteriaTable(AssignmentPaper paper)
    {
        var table = new OfficialTable(Page.TextWidth, 11,
            new TableColumn(700, HorizontalAlign.Center), new TableColumn(5600), new TableColumn(900, HorizontalAlign.Right),
            new TableColumn(2500, HorizontalAlign.Center), new TableColumn(3400), new TableColumn(1300));
        table.Header([.. AssignmentWords.Heads.Select(head => TableCellContent.Of(head))]).Numbers();
        var start = 0;
        for (var i = 0; i < paper.Rows.Count; i++)
        {
            if (!Continues(paper.Rows, i, start)) start = i;
            var goesOn = Continues(paper.Rows, i + 1, start);
            var part = i > start ? VerticalPart.Next : goesOn ? VerticalPart.First : VerticalPart.None;
            table.Row(Cells(paper, paper.Rows[i], part, keepNext: goesOn || paper.Rows[i].Code.Level == 1));
        }

        return table.Build();
    }

    private static bool Continues(IReadOnlyList<AssignmentPaperRow> rows, int i, int start)
    {
        if (i == 0 || i >= rows.Count || i - start >= LongestMerge) return false;
        if (rows[i].Code.Level == 2 && i - start >= WorthMerging) return false;
        return rows[i].Lead.Count > 0 && rows[i].Code.Level > 1 && rows[i - 1].Code.Level > 1 && rows[i].Lead.SequenceEqual(rows[i - 1].Lead);
    }

    private static IReadOnlyList<TableCellContent> Cells(AssignmentPaper paper, AssignmentPaperRow row, VerticalPart lead, bool keepNext)
    {
        var bold = row.Code.Level <= 2;
        TableCellContent Plain(IEnumerable<string> lines) => new([.. lines.Select(line => new Line(line) { KeepNext = keepNext })]);
        return
        [
            TableCellContent.Of(row.Code.ToString(), bold, keepNext: keepNext),
            TableCellContent.Of(AssignmentWords.Title(row), bold, keepNext: keepNext),
            TableCellContent.Of(PointsText.WriteMaximum(row.MaxPoints, paper.Rounding), bold, row.MaxPoints is null, keepNext),
            Plain(row.LeadLines) with { Vertical = lead }, TableCellContent.Of(string.Join("; ", row.Coordinating), keepNext: keepNext), TableCellContent.Of(row.Note, keepNext: keepNext),
        ];
    }
}
