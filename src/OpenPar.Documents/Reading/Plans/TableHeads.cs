using System.Text.RegularExpressions;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>Where the header of a table stands and what its columns are called.</summary>
/// <param name="First">First header row.</param>
/// <param name="Count">Header rows, the row of column numbers included.</param>
/// <param name="Heads">Text over each column.</param>
/// <param name="Looks">Header rows as they look, to know them again on the next page.</param>
internal sealed partial record TableHeads(int First, int Count, IReadOnlyList<string> Heads, IReadOnlySet<string> Looks)
{
    private const int LongestHead = 160;
    private const int SearchedRows = 30;

    public static TableHeads? Find(IReadOnlyList<GridRow> rows)
    {
        for (var r = 0; r < Math.Min(rows.Count, SearchedRows); r++)
        {
            if (IsHead(rows[r])) return At(rows, r);
        }

        return null;
    }

    private static TableHeads At(IReadOnlyList<GridRow> rows, int first)
    {
        var last = first;
        while (last + 1 < rows.Count && IsMoreHead(rows[last + 1])) last++;
        var width = rows[first].Places.Count;
        var heads = Enumerable.Range(0, width).Select(column => string.Join(' ', rows.Skip(first).Take(last - first + 1)
            .Select(row => row.Places[column].Cell).DistinctBy(cell => (cell.Row, cell.Column)).Select(cell => VietnameseText.Clean(cell.Text)).Where(text => text.Length > 0))).ToList();
        if (last + 1 < rows.Count && IsColumnNumbers(rows[last + 1])) last++;
        return new TableHeads(first, last - first + 1, heads, rows.Skip(first).Take(last - first + 1).Select(row => row.Look).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The row (1) (2) (3), or 1 2 3, under a header.</summary>
    public static bool IsColumnNumbers(GridRow row)
    {
        var texts = row.Places.Where(place => !place.IsBlank).Select(place => place.Text.Trim()).ToList();
        return texts.Count > 2 && texts.Select((text, i) => (text.Trim('(', ')', '[', ']'), (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)))
            .All(pair => pair.Item1.Split('=')[0].Trim() == pair.Item2 || ColumnLetter().IsMatch(pair.Item1));
    }

    private static bool IsHead(GridRow row)
    {
        var texts = row.Places.Where(place => !place.IsBlank).Select(place => VietnameseText.Clean(place.Text)).ToList();
        if (texts.Count < 2 || texts.Exists(text => text.Length > LongestHead)) return false;
        var known = texts.Count(text => PlanColumns.Of(text) != PlanColumn.Other);
        return texts.Exists(TableHeader.IsNumberHead) ? known >= 2 || texts.Count > 2 : known >= 3 && known == texts.Count;
    }

    // A second header row leaves the number blank and names parts of what the first names.
    private static bool IsMoreHead(GridRow row)
    {
        var own = row.Places.Where(place => !place.IsBlank).ToList();
        return own.Count > 0 && row.Places[0].IsBlank
            && own.TrueForAll(place => place.Text.Trim().Length < 60 && (PlanColumns.Of(place.Text) != PlanColumn.Other || row.Marks.HasFlag(RowMarks.Header)));
    }

    [GeneratedRegex(@"^[A-C]$", RegexOptions.CultureInvariant)]
    private static partial Regex ColumnLetter();
}
