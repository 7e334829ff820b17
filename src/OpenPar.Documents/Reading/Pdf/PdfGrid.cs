namespace OpenPar.Documents.Reading.Pdf;

/// <summary>A cell of a ruled table: the elementary rows and columns it spans, its words as text, and whether its rules leave its shape open.</summary>
internal sealed record PdfCell(int Row, int Column, int Rows, int Columns, string Text, bool Doubtful, bool NumberJoined = false)
{
    /// <summary>Mean confidence of its words where they were recognised; null otherwise.</summary>
    public double? Confidence { get; init; }

    /// <summary>Words the recognition is not sure of.</summary>
    public IReadOnlyList<string> Unsure { get; init; } = [];
}

/// <summary>
/// A table of one page: its rules cut the page into elementary cells; where a rule is missing between two
/// neighbours they are one merged cell; words fall into cells by their centres.
/// </summary>
internal sealed class PdfGrid
{
    // Rules closer than this are one rule, drawn cell by cell.
    private const double Near = 2;
    private const int MostPlaces = 200_000;

    // Recognised words below this confidence are named.
    private const double Sure = 70;

    // What stands out less than this beyond the last rule is no row or column of its own.
    private const double LeastSide = 8;

    private PdfGrid(double[] xs, double[] ys, int[][] owner, IReadOnlyList<PdfWord> words, bool aligned = false)
    {
        (Xs, Ys, Aligned) = (xs, ys, aligned);
        var inside = words.Select(word => (word, row: Slot(ys, word.CentreY), column: Slot(xs, word.CentreX)))
            .Where(w => w.row >= 0 && w.column >= 0)
            .ToLookup(w => (w.row * Columns) + w.column, w => w.word);
        Cells = [.. Rectangles(owner).Select(cell => Written(cell, inside))];
    }

    /// <summary>Places of the uprights, left to right, in points.</summary>
    public double[] Xs { get; }

    /// <summary>Places of the level rules, top to bottom.</summary>
    public double[] Ys { get; }

    public int Rows => Ys.Length - 1;

    public int Columns => Xs.Length - 1;

    public double Top => Ys[0];

    public double Bottom => Ys[^1];

    public IReadOnlyList<PdfCell> Cells { get; }

    /// <summary>True when no uprights were drawn, so that the columns were told by the blanks between the words.</summary>
    public bool Aligned { get; }

    /// <summary>A table told by the blanks between its words: every elementary cell is a cell.</summary>
    public static PdfGrid ByBlanks(double[] xs, double[] ys, IReadOnlyList<PdfWord> words)
    {
        var columns = xs.Length - 1;
        return new PdfGrid(xs, ys, [.. Enumerable.Range(0, ys.Length - 1).Select(r => Enumerable.Range(r * columns, columns).ToArray())], words, aligned: true);
    }

    public bool Holds(PdfWord word) => Slot(Ys, word.CentreY) >= 0 && Slot(Xs, word.CentreX) >= 0;

    /// <summary>The tables of a page, top to bottom. Rules that touch make one table; what lies inside another belongs to it.</summary>
    public static List<PdfGrid> All(PdfPage page)
    {
        var rules = PdfRules.Joined(page.Rules.Where(rule => rule.Vertical)).Concat(PdfRules.Joined(page.Rules.Where(rule => !rule.Vertical))).ToList();
        var grids = new List<PdfGrid>();
        foreach (var group in PdfRules.Touching(rules).OrderByDescending(group => group.Count))
        {
            if (Of(group, page.Words) is { } grid && !grids.Exists(other => Overlap(other, grid))) grids.Add(grid);
        }

        return [.. grids.OrderBy(grid => grid.Top)];
    }

    private static PdfGrid? Of(List<PdfRule> rules, IReadOnlyList<PdfWord> words)
    {
        var upright = rules.Where(rule => rule.Vertical).ToList();
        var flat = rules.Where(rule => !rule.Vertical).ToList();
        var xs = WithOpenSides(Places(upright), flat);
        // Underlined words are drawn as rules too; a table rule reaches from one upright to another.
        var level = flat.Where(rule => Touches(xs, rule.From) && Touches(xs, rule.To)).ToList();
        var ys = WithOpenSides(Places(level), upright);
        if (xs.Length < 3 || ys.Length < 2 || (long)xs.Length * ys.Length > MostPlaces) return null;
        return new PdfGrid(xs, ys, Owners(xs, ys, upright, level), words);
    }

    // Some tables have no outer borders, others none where a page breaks them. What crosses them ends where the border would be, all at one place.
    private static double[] WithOpenSides(double[] places, List<PdfRule> crossing)
    {
        if (places.Length == 0) return places;
        var reaching = crossing.Where(rule => places.Any(place => rule.From - (2 * Near) <= place && rule.To + (2 * Near) >= place)).ToList();
        var needed = Math.Min(2, reaching.Count);
        double? Side(Func<PdfRule, double> end, Func<double, bool> beyond) => reaching.Select(end).Where(beyond)
            .GroupBy(at => Math.Round(at / (2 * Near))).OrderByDescending(group => group.Count()).Select(group => group.Count() >= needed ? group.Average() : (double?)null).FirstOrDefault();
        var before = Side(rule => rule.From, at => at < places[0] - LeastSide);
        var after = Side(rule => rule.To, at => at > places[^1] + LeastSide);
        if (before is { } first) places = [first, .. places];
        return after is { } last ? [.. places, last] : places;
    }

    private static bool Overlap(PdfGrid a, PdfGrid b) =>
        a.Xs[0] < b.Xs[^1] && b.Xs[0] < a.Xs[^1] && a.Ys[0] < b.Ys[^1] && b.Ys[0] < a.Ys[^1];

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

    // A merged cell is a rectangle; where missing rules make any other shape, it is cut into rectangles and doubted.
    private List<PdfCell> Rectangles(int[][] owner)
    {
        var cells = new List<PdfCell>();
        var taken = new bool[Rows * Columns];
        var pieces = new Dictionary<int, int>();
        for (var r = 0; r < Rows; r++)
        {
            for (var c = 0; c < Columns; c++)
            {
                if (taken[(r * Columns) + c]) continue;
                var (id, width, height) = (owner[r][c], 1, 1);
                while (c + width < Columns && owner[r][c + width] == id && !taken[(r * Columns) + c + width]) width++;
                while (r + height < Rows && Enumerable.Range(c, width).All(at => owner[r + height][at] == id)) height++;
                for (var y = r; y < r + height; y++) taken.AsSpan((y * Columns) + c, width).Fill(true);

                pieces[id] = pieces.GetValueOrDefault(id) + 1;
                cells.Add(new PdfCell(r, c, height, width, string.Empty, false));
            }
        }

        return cells.ConvertAll(cell => cell with { Doubtful = pieces[owner[cell.Row][cell.Column]] > 1 });
    }

    private PdfCell Written(PdfCell cell, ILookup<int, PdfWord> inside)
    {
        var words = (from r in Enumerable.Range(cell.Row, cell.Rows)
                     from c in Enumerable.Range(cell.Column, cell.Columns)
                     from word in inside[(r * Columns) + c]
                     select word).ToList();
        var lines = PdfLines.Of(words);
        var number = PdfLines.BrokenNumber(lines, Xs[cell.Column + cell.Columns] - Xs[cell.Column]);
        return cell with { Text = number ?? PdfLines.Text(lines, Xs[cell.Column + cell.Columns]), NumberJoined = number is not null, Confidence = words.Average(word => word.Confidence), Unsure = [.. words.Where(word => word.Confidence < Sure).Select(word => word.Text)] };
    }

    private static bool Covers(List<PdfRule> rules, double from, double to)
    {
        var middle = (from + to) / 2;
        return rules.Exists(rule => rule.From <= middle && rule.To >= middle);
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
}
