using OpenPar.Core.Frameworks;
using OpenPar.Documents.Writing.Xlsx;

namespace OpenPar.Documents.Writing;

/// <summary>The assignment annex as an Excel file: the rows of the Word paper, agencies repeated in every row so that they can be filtered.</summary>
public static class AssignmentXlsx
{
    /// <summary>Writes the paper; the same paper gives the same bytes. The stream need not be seekable and stays open.</summary>
    public static void Write(AssignmentPaper paper, Stream target)
    {
        var draft = new SheetDraft(8, 62, 10, 28, 34, 22).AddMark(paper.Trace).AddAcross(PaperText.Capitals(paper.Title), Looks.Title);
        if (!string.IsNullOrWhiteSpace(paper.AttachedTo))
            draft.AddAcross($"({string.Join(' ', PaperText.Lines(paper.AttachedTo))})", Looks.Slanted);
        var head = draft.LastRow + 1;
        draft.Add([.. AssignmentWords.Heads.Select(text => Cell.Of(text, Looks.Header))]).AddNumbers(AssignmentWords.Heads.Count);
        foreach (var row in paper.Rows) draft.Add(Cells(row, paper));
        draft.Add().AddAcross(AssignmentWords.Counted(paper), Looks.Body);
        foreach (var note in paper.Notes) draft.AddAcross(note, Looks.Body);
        if (paper.Signature is { } signature) draft.AddSignature(signature, 2, 4);
        var sheet = draft.Build("Phân công") with { FrozenRows = head + 1, PrintTitles = (head, head + 1) };
        var properties = PaperProperties.Of(paper.Title, paper.AttachedTo ?? "", paper.Heading, paper.Trace);
        WorkbookWriter.Write(new Workbook([sheet.Traced(paper.Trace)], properties), target);
    }

    private static IReadOnlyList<Cell> Cells(AssignmentPaperRow row, AssignmentPaper paper)
    {
        var bold = row.Code.Level <= 2;
        var text = Looks.Text with { Bold = bold };
        var number = Looks.Number with { Bold = bold, Italic = row.MaxPoints is null, Format = NumberFormat.Decimals(paper.Rounding.Digits) };
        return
        [
            Cell.Of(row.Code.ToString(), text with { Align = CellAlign.Center }), Cell.Of(AssignmentWords.Title(row), text),
            row.MaxPoints is { } points ? Cell.Of(paper.Rounding.Apply(points), number) : Cell.Of(PointsText.Unknown, number with { Format = null }),
            Cell.Of(string.Join('\n', row.LeadLines), Looks.Text), Cell.Of(string.Join("; ", row.Coordinating), Looks.Text), Cell.Of(row.Note, Looks.Text),
        ];
    }
}
