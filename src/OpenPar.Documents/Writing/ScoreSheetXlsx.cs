using OpenPar.Core.Results;
using OpenPar.Documents.Writing.Xlsx;
using Words = OpenPar.Documents.Writing.ScoreSheetWords;

namespace OpenPar.Documents.Writing;

/// <summary>
/// The score sheet as an Excel file with the rows of the Word paper: the table, the totals with head and signature, and the
/// evidence one document a row. Points are real numbers, dates real dates.
/// </summary>
public static class ScoreSheetXlsx
{
    // With more notes a page would shrink until nobody can read it.
    private const int NotesOnOnePage = 12;

    /// <summary>Writes the paper; the same paper gives the same bytes. The stream need not be seekable and stays open.</summary>
    public static void Write(ScoreSheetPaper paper, Stream target)
    {
        var properties = PaperProperties.Of($"{paper.Title} - {paper.Unit}", paper.Subtitle, paper.Heading, paper.Trace);
        var sheets = new[] { Rows(paper), Summary(paper), Evidence(paper) };
        WorkbookWriter.Write(new Workbook([.. sheets.Select(sheet => sheet.Traced(paper.Trace))], properties), target);
    }

    private static Sheet Rows(ScoreSheetPaper paper)
    {
        var draft = new SheetDraft(7, 26, 13, 40, 8, 8, 8, 26, 15, 15, 11).AddMark(paper.Trace)
            .AddAcross(paper.Title, Looks.Title)
            .AddAcross($"{Words.Unit(paper)} · {Words.Stage(paper)}", Looks.Strong);
        var head = draft.LastRow + 1;
        string[] above =
        [
            Words.Number, Words.Criterion, Words.Lead, Words.Declared, Words.Points, "", "",
            Words.Evidence, Words.Explanation, Words.Reason, Words.Status,
        ];
        string[] below = ["", "", "", "", "Tối đa", "Tự chấm", "Thẩm định", "", "", "", ""];
        draft.Add([.. above.Select(text => Cell.Of(text, Looks.Header))]).Add([.. below.Select(text => Cell.Of(text, Looks.Header))])
            .AddNumbers(above.Length);
        draft.Merge(new Area(head, 5, head, 7));
        foreach (var column in new[] { 1, 2, 3, 4, 8, 9, 10, 11 }) draft.Merge(new Area(head, column, head + 1, column));
        foreach (var row in paper.Rows) draft.Add(Cells(row, paper));
        AddTotal(draft, paper);
        return draft.Build("Phiếu chấm điểm") with { FrozenRows = head + 2, PrintTitles = (head, head + 2) };
    }

    private static IReadOnlyList<Cell> Cells(ScoreSheetRow row, ScoreSheetPaper paper)
    {
        var bold = row.Code.Level <= 2;
        var text = Looks.Text with { Bold = bold };
        return
        [
            Cell.Of(row.Code.ToString(), text with { Align = CellAlign.Center }), Cell.Of(Words.Title(row), text),
            Cell.Of(string.Join('\n', row.LeadAgencies), Looks.Text), Cell.Of(string.Join('\n', row.Declared), Looks.Text),
            Maximum(row.MaxPoints, paper, bold), Points(row.SelfPoints, paper, bold), Points(row.AppraisedPoints, paper, bold),
            Cell.Of(string.Join('\n', Words.Citations(row)), Looks.Text), Cell.Of(row.Explanation, Looks.Text),
            Cell.Of(row.AppraiserReason, Looks.Text), Cell.Of(row.Status, Looks.Text with { Italic = true }),
        ];
    }

    private static void AddTotal(SheetDraft draft, ScoreSheetPaper paper)
    {
        var look = Looks.Text with { Bold = true, Align = CellAlign.Center };
        draft.AddMerged(
            (Cell.Of(paper.Total.Title, look), 4), (Maximum(paper.Total.MaxPoints, paper, bold: true), 1),
            (Points(paper.Total.SelfPoints, paper, bold: true), 1), (Points(paper.Total.AppraisedPoints, paper, bold: true), 1),
            (Cell.Of("", look), 4));
    }

    private static Sheet Summary(ScoreSheetPaper paper)
    {
        var draft = new SheetDraft(6, 58, 12, 12, 12, 12, 16, 16).AddMark(paper.Trace).AddLetterHead(paper.Heading, 2, 6)
            .AddAcross(paper.Title, Looks.Title).AddAcross(Words.Unit(paper), Looks.Strong).AddAcross(Words.Stage(paper), Looks.Middle)
            .AddAcross($"({string.Join(' ', PaperText.Lines(paper.Subtitle))})", Looks.Slanted)
            .Add().AddAcross(Words.SummaryTitle, Looks.Strong);
        string[] heads = [Words.Number, Words.Field, Words.Maximum, Words.Self, Words.Appraised, Words.Leaves, Words.WithoutSelf, Words.WithoutAppraised];
        draft.Add([.. heads.Select(text => Cell.Of(text, Looks.Header))]);
        foreach (var total in paper.FieldTotals.Append(paper.Total))
        {
            var bold = total.Code is null;
            var whole = Looks.Number with { Bold = bold, Format = NumberFormat.Whole };
            draft.Add(
                Cell.Of(total.Code?.ToString(), Looks.Text with { Bold = bold, Align = CellAlign.Center }), Cell.Of(total.Title, Looks.Text with { Bold = bold }),
                Maximum(total.MaxPoints, paper, bold), Points(total.SelfPoints, paper, bold), Points(total.AppraisedPoints, paper, bold),
                Cell.Of((decimal)total.Leaves, whole), Cell.Of((decimal)total.WithoutSelf, whole), Cell.Of((decimal)total.WithoutAppraised, whole));
        }

        draft.Add().AddAcross(Words.Totals(paper), Looks.Body);
        if (paper.Notes.Count > 0) draft.AddAcross(Words.Notes, Looks.Body);
        foreach (var note in paper.Notes) draft.AddAcross(note, Looks.Body);
        return draft.AddSignature(paper.Signature!, 2, 6).Build("Tổng hợp") with { OnePage = paper.Notes.Count <= NotesOnOnePage };
    }

    private static Sheet Evidence(ScoreSheetPaper paper)
    {
        var draft = new SheetDraft(8, 6, 20, 14, 70, 20, 12).AddMark(paper.Trace)
            .AddAcross($"DANH MỤC TÀI LIỆU KIỂM CHỨNG NĂM {paper.Year}", Looks.Title).AddAcross(Words.Unit(paper), Looks.Strong);
        var head = draft.LastRow + 1;
        string[] heads = ["Tiêu chí", "TT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu", "Mục", "Trang"];
        draft.Add([.. heads.Select(text => Cell.Of(text, Looks.Header))]).AddNumbers(heads.Length);
        foreach (var (row, evidence, i) in paper.Rows.SelectMany(row => row.Evidence.Select((evidence, i) => (row, evidence, i))))
        {
            draft.Add(
                Cell.Of(row.Code.ToString(), Looks.Text with { Align = CellAlign.Center }),
                Cell.Of((decimal)i + 1, Looks.Number with { Format = NumberFormat.Whole }), Cell.Of(evidence.Number, Looks.Text),
                Cell.Of(evidence.IssuedOn, Looks.Text with { Align = CellAlign.Center }), Cell.Of(evidence.Subject, Looks.Text),
                Cell.Of(evidence.Item, Looks.Text), Cell.Of(evidence.Page, Looks.Text));
        }

        return draft.Build("Tài liệu kiểm chứng") with { FrozenRows = head + 1, PrintTitles = (head, head + 1) };
    }

    private static Cell Maximum(decimal? points, ScoreSheetPaper paper, bool bold) => points is null
        ? Cell.Of(PointsText.Unknown, Looks.Number with { Italic = true, Bold = bold })
        : Points(points, paper, bold);

    private static Cell Points(decimal? points, ScoreSheetPaper paper, bool bold) => Cell.Of(
        points is { } value ? paper.Rounding.Apply(value) : null,
        Looks.Number with { Bold = bold, Format = NumberFormat.Decimals(paper.Rounding.Digits) });
}
