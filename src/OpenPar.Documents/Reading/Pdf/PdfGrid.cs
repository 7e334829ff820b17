namespace OpenPar.Documents.Reading.Pdf;

/// <summary>A cell of a ruled table: the elementary rows and columns it spans, and its words as text.</summary>
internal sealed record PdfCell(int Row, int Column, int Rows, int Columns, string Text);

/// <summary>
/// The table of one page: its rules cut the page into elementary cells; where a rule is missing between two
/// neighbours they are one merged cell; words fall into cells by their centres.
/// </summary>
internal sealed class PdfGrid
{
    // Rules closer than this are one rule, drawn cell by cell.
    private const double Near = 2;
    private readonly int[][] owner;
    private readonly Dictionary<int, PdfCell> cells = [];

    private PdfGrid(double[] xs, double[] ys, int[][] owner, IEnumerable<PdfWord> words)
    {
        this.owner = owner;
        (Columns, Rows, Top) = (xs.Length - 1, ys.Length - 1, ys[0]);
        var inside = words.Select(word => (word, row: Slot(ys, word.CentreY), column: Slot(xs, word.CentreX)))
            .Where(w => w.row >= 0 && w.column >= 0)
            .ToLookup(w => owner[w.row][w.column], w => w.word);
        for (var r = 0; r < Rows; r++)
        {
            for (var c = 0; c < Columns; c++)
            {
                var id = owner[r][c];
                cells[id] = cells.TryGetValue(id, out var cell)
                    ? cell with { Rows = r - cell.Row + 1, Columns = Math.Max(cell.Columns, c - cell.Column + 1) }
                    : new PdfCell(r, c, 1, 1, PdfLines.Text(inside[id]));
            }
        }
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Where the table begins, in points from the top of the page.</summary>
    public double Top { get; }

    public PdfCell this[int row, int column] => cells[owner[row][column]];

    /// <summary>The table of a page, or null when it has none.</summary>
    public static PdfGrid? Of(IReadOnlyList<PdfRule> rules, IReadOnlyList<PdfWord> words)
    {
        var upright = rules.Where(rule => rule.Vertical).ToList();
        var xs = Places(upright);
        // Underlined words are drawn as rules too; a table rule reaches from one upright to another.
        var level = Joined(rules.Where(rule => !rule.Vertical)).Where(rule => Touches(xs, rule.From) && Touches(xs, rule.To)).ToList();
        var ys = Places(level);
        if (xs.Length < 3 || ys.Length < 2 || (long)xs.Length * ys.Length > 200_000) return null;
        return new PdfGrid(xs, ys, Owners(xs, ys, Joined(upright), level), words);
    }

    private static int[][] Owners(double[] xs, double[] ys, List<PdfRule> upright, List<PdfRule> level)
    {
        var (rows, columns) = (ys.Length - 1, xs.Length - 1);
        var sets = new DisjointSets(rows * columns);
        var uprightAt = xs.Select(x => upright.Where(rule => Math.Abs(rule.At - x) <= Near).ToList()).ToArray();
        var levelAt = ys.Select(y => level.Where(rule => Math.Abs(rule.At - y) <= Near).ToList()).ToArray();
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                if (c + 1 < columns && !Covers(uprightAt[c + 1], ys[r], ys[r + 1])) sets.Join((r * columns) + c, (r * columns) + c + 1);
                if (r + 1 < rows && !Covers(levelAt[r + 1], xs[c], xs[c + 1])) sets.Join((r * columns) + c, ((r + 1) * columns) + c);
            }
        }

        return [.. Enumerable.Range(0, rows).Select(r => Enumerable.Range(r * columns, columns).Select(sets.Root).ToArray())];
    }

    private static bool Covers(List<PdfRule> rules, double from, double to)
    {
        var middle = (from + to) / 2;
        return rules.Any(rule => rule.From <= middle && rule.To >= middle);
    }

    private static bool Touches(double[] xs, double place) => xs.Any(x => Math.Abs(x - place) <= 2 * Near);

    private static int Slot(double[] bounds, double place)
    {
        var at = Array.BinarySearch(bounds, place);
        at = at < 0 ? ~at - 1 : at;
        return at < bounds.Length - 1 ? at : -1;
    }

    private static double[] Places(IEnumerable<PdfRule> rules)
    {
        var places = new List<double>();
        foreach (var at in rules.Select(rule => rule.At).Order())
        {
            if (places.Count == 0 || at - places[^1] > Near) places.Add(at);
        }

        return [.. places];
    }

    // Rules drawn cell by cell, end to end, become one.
    private static List<PdfRule> Joined(IEnumerable<PdfRule> rules)
    {
        var joined = new List<PdfRule>();
        foreach (var rule in rules.OrderBy(rule => Math.Round(rule.At)).ThenBy(rule => rule.From))
        {
            if (joined.Count > 0 && Math.Abs(joined[^1].At - rule.At) <= Near && rule.From <= joined[^1].To + Near)
                joined[^1] = joined[^1] with { To = Math.Max(joined[^1].To, rule.To) };
            else joined.Add(rule);
        }

        return joined;
    }
}
