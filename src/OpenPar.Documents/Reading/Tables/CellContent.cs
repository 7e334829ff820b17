namespace OpenPar.Documents.Reading.Tables;

/// <summary>The text of a cell that holds paragraphs and perhaps tables.</summary>
internal static class CellContent
{
    /// <summary>Paragraphs as lines; a table inside the cell row by row, its cells parted by tabs, which is marked.</summary>
    public static string Text(IReadOnlyList<Block> content, List<CellMark> marks)
    {
        var lines = new List<string>();
        foreach (var block in content)
        {
            if (block is TextBlock paragraph)
            {
                lines.Add(paragraph.Text);
                marks.AddRange(paragraph.Marks.Except(marks));
            }
            else if (block is Table table)
            {
                lines.AddRange(Lines(table).Where(line => line.Length > 0));
                marks.AddRange(table.Cells.SelectMany(cell => cell.Marks).Append(CellMarks.Nested).Distinct().Except(marks));
            }
        }

        var text = string.Join('\n', lines);
        return text.Length <= ReadingLimits.TextLength ? text : text[..ReadingLimits.TextLength];
    }

    /// <summary>The rows of a table as lines with tabs.</summary>
    public static IEnumerable<string> Lines(Table table) =>
        table.Cells.GroupBy(cell => cell.Row).Select(row => string.Join('\t', row.Select(cell => cell.Text)).TrimEnd());
}
