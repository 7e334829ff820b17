using OpenPar.Core.Findings;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading;

/// <summary>One line of a text file.</summary>
/// <param name="Number">Line number from 1.</param>
/// <param name="Text">The line, without its end, otherwise untouched.</param>
/// <param name="NewPage">True when a page begins with this line.</param>
/// <param name="Gap">Blank lines before it.</param>
/// <param name="Marks">What a reader did to it; null for nothing.</param>
internal readonly record struct TextLine(int Number, string Text, bool NewPage, int Gap, IReadOnlyList<CellMark>? Marks = null)
{
    /// <summary>The lines of a document: its texts, and its tables row by row.</summary>
    public static List<TextLine> Of(SourceDocument document) => [.. document.Blocks.SelectMany(block => block switch
    {
        TextBlock text => text.Text.Split('\n').Select((line, i) => new TextLine(text.Place.Line, line, i == 0 && text.NewPage, i == 0 ? text.Gap : 0, text.Marks)),
        Table table => table.Cells.GroupBy(cell => cell.Row).Zip(CellContent.Lines(table), (row, line) => new TextLine(row.First().Place.Line, line.Replace('\n', ' '), false, 0)),
        _ => [],
    }).Where(line => !string.IsNullOrWhiteSpace(line.Text))];
}

/// <summary>The lines of a text that carry something.</summary>
internal static class TextLines
{
    /// <summary>The lines; with <paramref name="emptyCells"/> a line that holds one tab and nothing else is one too.</summary>
    public static List<TextLine> Of(string text, string file, List<Finding> findings, bool emptyCells = false)
    {
        var lines = new List<TextLine>();
        var (number, gap, newPage) = (0, 0, false);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            number++;
            var raw = text.AsSpan(range).TrimEnd('\r');
            newPage |= raw.Contains('\f');
            if (raw.Length > ReadingLimits.LineLength)
            {
                findings.Add(ReadingFindings.LineTooLong($"{file}, dòng {number}"));
                continue;
            }

            if (raw.IsWhiteSpace() && !(emptyCells && IsEmptyCell(raw)))
            {
                gap++;
                continue;
            }

            lines.Add(new TextLine(number, raw.ToString().Replace("\f", string.Empty, StringComparison.Ordinal), newPage, gap));
            (gap, newPage) = (0, false);
        }

        return WithBlankMarks(lines);
    }

    /// <summary>The lines without those that only stand for an empty cell.</summary>
    public static List<TextLine> WithoutEmptyCells(IReadOnlyList<TextLine> lines)
    {
        var kept = new List<TextLine>(lines.Count);
        var (gap, newPage) = (0, false);
        foreach (var line in lines)
        {
            if (IsEmptyCell(line.Text)) (gap, newPage) = (gap + line.Gap + 1, newPage || line.NewPage);
            else
            {
                kept.Add(line with { Gap = line.Gap + gap, NewPage = line.NewPage || newPage });
                (gap, newPage) = (0, false);
            }
        }

        return kept;
    }

    private static bool IsEmptyCell(ReadOnlySpan<char> line) => line.Trim(' ') is "\t";

    // A single blank before a line is what some extractors leave of a form feed; where many lines begin so, it says nothing.
    private static List<TextLine> WithBlankMarks(List<TextLine> lines)
    {
        var marked = lines.Count(IsMarked);
        return marked * 10 > lines.Count ? lines : lines.ConvertAll(line => line with { NewPage = line.NewPage || IsMarked(line) });
    }

    private static bool IsMarked(TextLine line) => line.Text.Length > 1 && line.Text[0] == ' ' && line.Text[1] != ' ';
}
