using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Text;

/// <summary>
/// Reads plain text: lines with tabs are rows of a table, lines that begin with a tab and hold no other are cells of one,
/// everything else is text line by line.
/// </summary>
internal static class TextReader
{
    public static void Read(string text, DocumentDraft draft)
    {
        draft.Kind = SourceKind.Text;
        var lines = TextLines.Of(text, draft.File, draft.Findings, emptyCells: true);
        if (CellLines.Fit(lines)) CellLines.Read(lines, draft);
        else RowLines.Read(TextLines.WithoutEmptyCells(lines), draft);
    }

    public static TextBlock Block(TextLine line)
    {
        var marks = new List<CellMark>();
        return new TextBlock(CellMarks.Composed(line.Text, marks), new Place(line.Number)) { Gap = line.Gap, NewPage = line.NewPage, Marks = marks };
    }

    public static Cell Cell(int row, int column, string text, int line)
    {
        var marks = new List<CellMark>();
        return new Cell(row, column, 1, 1, CellMarks.Composed(text, marks).Trim(), new Place(line)) { Marks = marks };
    }
}
