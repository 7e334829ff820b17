using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenPar.Core.Results;
using OpenPar.Documents.Writing.Docx;
using Words = OpenPar.Documents.Writing.ScoreSheetWords;

namespace OpenPar.Documents.Writing;

/// <summary>
/// The score sheet as a Word file: one wide section with the head on top, the table, totals by field, notes and the
/// signature (layout of Nghị định 30/2020/NĐ-CP).
/// </summary>
public static class ScoreSheetDocx
{
    /// <summary>The MIME type of the file.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly OfficialPage Page = OfficialPage.Wide;

    /// <summary>Writes the paper; the same paper gives the same bytes. The stream need not be seekable and stays open.</summary>
    public static void Write(ScoreSheetPaper paper, Stream target)
    {
        var properties = PaperProperties.Of($"{paper.Title} - {paper.Unit}", paper.Subtitle, paper.Heading, paper.Trace);
        OfficialDocument.Write(Blocks(paper), Page, paper.Trace, properties, target);
    }

    private static List<OpenXmlElement> Blocks(ScoreSheetPaper paper) =>
    [
        LetterHead.Of(paper.Heading, Page),
        .. TitleBlock.Of(paper.Title, About(paper), Page),
        CriteriaTable(paper),
        new Line(Words.SummaryTitle) { Before = 240, After = 80, KeepNext = true }.ToParagraph(OfficialStyles.Title),
        Summary(paper),
        .. Closing(paper),
        .. SignatureBlock.Of(paper.Signature!, Page),
    ];

    private static IReadOnlyList<Line> About(ScoreSheetPaper paper) =>
    [
        new Line(Words.Unit(paper)) { Bold = true, Points = 14 },
        new Line(Words.Stage(paper)),
        new Line($"({string.Join(' ', PaperText.Lines(paper.Subtitle))})") { Italic = true },
    ];

    private static Table CriteriaTable(ScoreSheetPaper paper)
    {
        var table = new OfficialTable(Page.TextWidth, 10,
            new TableColumn(620, HorizontalAlign.Center), new TableColumn(2300), new TableColumn(1150), new TableColumn(3250),
            new TableColumn(730, HorizontalAlign.Right), new TableColumn(730, HorizontalAlign.Right), new TableColumn(730, HorizontalAlign.Right),
            new TableColumn(2500), new TableColumn(1300), new TableColumn(1150));
        table.Header(
            Tall(Words.Number), Tall(Words.Criterion), Tall(Words.Lead), Tall(Words.Declared),
            TableCellContent.Of(Words.Points) with { Columns = 3 },
            Tall(Words.Evidence), Tall(Words.Explanation), Tall($"{Words.Reason}, trạng thái"));
        table.Header(Below, Below, Below, Below,
            TableCellContent.Of("Tối đa"), TableCellContent.Of("Tự chấm"), TableCellContent.Of("Thẩm định"), Below, Below, Below);
        table.Numbers();
        for (var i = 0; i < paper.Rows.Count; i++)
        {
            // A heading row is not left alone at the foot of a page, nor the total at the head of one.
            table.Row(Cells(paper.Rows[i], paper, keepNext: !paper.Rows[i].IsLeaf || i == paper.Rows.Count - 1));
        }

        table.Row(
            new TableCellContent(new Line(paper.Total.Title) { Bold = true, Align = HorizontalAlign.Center }) { Columns = 4 },
            Strong(PointsText.WriteMaximum(paper.Total.MaxPoints, paper.Rounding)),
            Strong(PointsText.Write(paper.Total.SelfPoints, paper.Rounding)),
            Strong(PointsText.Write(paper.Total.AppraisedPoints, paper.Rounding)),
            TableCellContent.Of("") with { Columns = 3 });
        return table.Build();
    }

    private static IReadOnlyList<TableCellContent> Cells(ScoreSheetRow row, ScoreSheetPaper paper, bool keepNext)
    {
        var bold = row.Code.Level <= 2;
        TableCellContent Text(string? text) => TableCellContent.Of(text, bold, keepNext: keepNext);
        TableCellContent Plain(IEnumerable<string> lines) => new([.. lines.Select(line => new Line(line) { KeepNext = keepNext })]);
        return
        [
            Text(row.Code.ToString()), Text(Words.Title(row)), Plain(row.LeadAgencies), Plain(row.Declared),
            TableCellContent.Of(PointsText.WriteMaximum(row.MaxPoints, paper.Rounding), bold, row.MaxPoints is null, keepNext),
            Text(PointsText.Write(row.SelfPoints, paper.Rounding)), Text(PointsText.Write(row.AppraisedPoints, paper.Rounding)),
            Plain(Words.Citations(row)), Plain(One(row.Explanation)),
            new([.. One(row.AppraiserReason).Select(text => new Line(text)), .. One(row.Status).Select(text => new Line(text) { Italic = true })]),
        ];
    }

    private static Table Summary(ScoreSheetPaper paper)
    {
        var table = new OfficialTable(Page.TextWidth * 9 / 10, 11,
            new TableColumn(600, HorizontalAlign.Center), new TableColumn(4600),
            new TableColumn(1100, HorizontalAlign.Right), new TableColumn(1100, HorizontalAlign.Right), new TableColumn(1100, HorizontalAlign.Right),
            new TableColumn(1000, HorizontalAlign.Right), new TableColumn(1250, HorizontalAlign.Right), new TableColumn(1250, HorizontalAlign.Right));
        string[] heads = [Words.Number, Words.Field, Words.Maximum, Words.Self, Words.Appraised, Words.Leaves, Words.WithoutSelf, Words.WithoutAppraised];
        table.Header([.. heads.Select(head => TableCellContent.Of(head, keepNext: true))]);
        foreach (var total in paper.FieldTotals.Append(paper.Total))
        {
            var bold = total.Code is null;
            TableCellContent Cell(string? text) => TableCellContent.Of(text, bold, keepNext: !bold);
            table.Row(
                Cell(total.Code?.ToString()), Cell(total.Title), Cell(PointsText.WriteMaximum(total.MaxPoints, paper.Rounding)),
                Cell(PointsText.Write(total.SelfPoints, paper.Rounding)), Cell(PointsText.Write(total.AppraisedPoints, paper.Rounding)),
                Cell($"{total.Leaves}"), Cell($"{total.WithoutSelf}"), Cell($"{total.WithoutAppraised}"));
        }

        return table.Build();
    }

    private static IEnumerable<OpenXmlElement> Closing(ScoreSheetPaper paper)
    {
        List<string> texts = [Words.Totals(paper)];
        if (paper.Notes.Count > 0) texts.AddRange([Words.Notes, .. paper.Notes.Select(note => $"- {note}")]);
        return ClosingText.Of(texts);
    }

    private static IEnumerable<string> One(string? text) => string.IsNullOrWhiteSpace(text) ? [] : [text];

    private static TableCellContent Strong(string text) => TableCellContent.Of(text, bold: true);

    private static TableCellContent Tall(string text) => TableCellContent.Of(text) with { Vertical = VerticalPart.First };

    private static TableCellContent Below => TableCellContent.Of("") with { Vertical = VerticalPart.Next };
}
