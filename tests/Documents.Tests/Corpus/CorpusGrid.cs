namespace OpenPar.Documents.Tests.Corpus;

/// <summary>A table as it is drawn: texts, "^" covered from above, "&lt;" from the left, and the rows a page begins with.</summary>
internal sealed record CorpusGrid(string[][] Rows, int HeadRows, IReadOnlySet<int> NewPages)
{
    public static CorpusGrid Of(CorpusTable table)
    {
        var rows = new List<string[]>(table.Head);
        var pages = new HashSet<int>();
        foreach (var line in table.Rows)
        {
            if (line.Page) pages.Add(rows.Count);
            rows.Add(Drawn(table, line));
        }

        return new CorpusGrid([.. rows], table.Head.Length, pages);
    }

    /// <summary>How many rows the cell at a place covers.</summary>
    public int Down(int row, int column)
    {
        var down = 1;
        while (row + down < Rows.Length && Rows[row + down][column] == "^") down++;
        return down;
    }

    /// <summary>How many columns the cell at a place covers.</summary>
    public int Right(int row, int column)
    {
        var right = 1;
        while (column + right < Rows[row].Length && Rows[row][column + right] == "<") right++;
        return right;
    }

    private static string[] Drawn(CorpusTable table, CorpusLine line)
    {
        if (line.Section is not null) return [line.Section, line.Title!, .. Enumerable.Repeat(string.Empty, table.Columns.Length - 2)];
        return [.. table.Columns.Select((field, column) => line.Drawn?[column] ?? Written(field, line.Cells![Array.IndexOf(table.Fields, field)]))];
    }

    // Names stand in a row, other items below each other behind dashes.
    private static string Written(string field, string text)
    {
        var items = text.Split(" | ");
        if (items.Length == 1) return text;
        return field is "lead" or "coordinating" ? string.Join("; ", items) : string.Join('\n', items.Select(item => "- " + item));
    }
}
