using System.Text.RegularExpressions;

namespace OpenPar.Documents.Reading.Pdf;

/// <summary>
/// Finds tables drawn without uprights. The head of the numbers ("STT", "TT") and the heads beside it begin one; its columns are parted
/// by blanks that hold over all its pages, its rows by level rules where there are any, otherwise by the blanks above them.
/// </summary>
internal sealed partial class PdfAligned
{
    // A blank between two columns is at least this wide, in points.
    private const double LeastBlank = 3;

    private readonly List<PdfPage> pages;
    private readonly List<List<PdfLine>> lines;
    private readonly PdfWord number;
    private readonly double top;
    private readonly double bottom;

    // Rows are parted by level rules.
    private readonly bool ruled;

    private PdfAligned(List<PdfPage> pages, PdfWord number)
    {
        (this.pages, this.number) = (pages, number);
        lines = pages.ConvertAll(page => PdfLines.Of(page.Words));
        (top, bottom) = Band(lines[0], number);
        ruled = pages.Sum(page => Level(page).Count) >= 0.7 * lines.Sum(page => page.Count(line => Begins().IsMatch(line.Text)));
    }

    // The cells of a head stand centred beside each other: what touches their band belongs to it, up to the first row with a number.
    private static (double Top, double Bottom) Band(List<PdfLine> lines, PdfWord number)
    {
        var height = number.Bottom - number.Top;
        var head = lines.FindIndex(line => line.Top <= number.CentreY && line.Bottom >= number.CentreY);
        var (from, to) = (head, head);
        while (from > 0 && head - from < 3 && lines[from].Top - lines[from - 1].Bottom < 0.5 * height && IsPartOfHead(lines[from - 1])) from--;
        while (to + 1 < lines.Count && to - head < 5 && lines[to + 1].Top - lines[to].Bottom < 0.5 * height && IsPartOfHead(lines[to + 1])) to++;
        return (lines[from].Top, lines[to].Bottom);
    }

    /// <summary>Adds the tables found on pages that have none with uprights; true when there was one.</summary>
    public static bool Find(List<PdfPage> pages, List<List<PdfGrid>> grids)
    {
        var found = false;
        for (var i = 0; i < pages.Count; i++)
        {
            if (grids[i].Count > 0 || Head(pages[i]) is not { } number) continue;
            var run = 1;
            while (i + run < pages.Count && grids[i + run].Count == 0 && Math.Abs(pages[i + run].Width - pages[i].Width) < 1) run++;
            var table = new PdfAligned(pages.GetRange(i, run), number);
            var xs = table.Columns();
            if (xs.Length < 4) continue;
            for (var p = 0; p < run; p++)
            {
                if (table.Grid(p, xs) is not { } grid) break;
                grids[i + p].Add(grid);
                found = true;
            }

            i += run - 1;
        }

        return found;
    }

    // The word over the numbers, with two known heads beside it.
    private static PdfWord? Head(PdfPage page)
    {
        foreach (var word in page.Words.Where(word => word.CentreX < page.Width / 3 && TableHeader.IsNumberHead(word.Text)))
        {
            var (top, bottom) = Band(PdfLines.Of(page.Words), word);
            var beside = page.Words.Where(other => other.CentreY > top && other.CentreY < bottom && other.Left > word.Right).OrderBy(other => other.Left).ToList();
            if (Heads(beside, word.Bottom - word.Top).Select(TableHeader.Of).Where(column => column is not (AnnexColumn.Other or AnnexColumn.Number)).Distinct().Count() >= 2) return word;
        }

        return null;
    }

    private static IEnumerable<string> Heads(List<PdfWord> words, double height)
    {
        var right = double.NegativeInfinity;
        var head = new List<PdfWord>();
        foreach (var word in words)
        {
            if (head.Count > 0 && word.Left - right > 0.4 * height)
            {
                yield return Text(head);
                head.Clear();
            }

            head.Add(word);
            right = Math.Max(right, word.Right);
        }

        yield return Text(head);
    }

    private static string Text(List<PdfWord> words) => string.Join(' ', PdfLines.Of(words).Select(line => line.Text));

    private static bool IsPartOfHead(PdfLine line) => !Begins().IsMatch(line.Text) && !line.Text.StartsWith('(');

    // Blanks that at most a few lines (a heading over all columns, a signature) write into.
    private double[] Columns()
    {
        var (left, right) = ((int)Body().Min(word => word.Left), (int)Body().Max(word => word.Right) + 1);
        var taken = new int[right - left + 1];
        var count = 0;
        for (var p = 0; p < pages.Count; p++)
        {
            foreach (var line in PdfLines.Words(pages[p].Words.Where(word => p > 0 || word.CentreY > bottom)))
            {
                count++;
                foreach (var word in line)
                {
                    for (var x = Math.Max((int)word.Left - left, 0); x <= Math.Min((int)word.Right - left, right - left); x++) taken[x]++;
                }
            }
        }

        var most = count / 50;
        var xs = new List<double> { left - 1 };
        for (var x = 1; x < taken.Length; x++)
        {
            if (taken[x] > most) continue;
            var end = x;
            while (end < taken.Length && taken[end] <= most) end++;
            if (end - x >= LeastBlank && end < taken.Length && Parts(left + x, left + end)) xs.Add(left + ((x + end) / 2.0));
            x = end;
        }

        return [.. xs, right + 1];
    }

    // A blank parts columns only where the head has a blank too.
    private bool Parts(double from, double to) =>
        !pages[0].Words.Exists(word => word.CentreY >= top && word.CentreY <= bottom && word.Left < (from + to) / 2 && word.Right > (from + to) / 2);

    private IEnumerable<PdfWord> Body() => pages.SelectMany((page, p) => p > 0 ? page.Words : page.Words.Where(word => word.Bottom > top));

    private List<double> Level(PdfPage page)
    {
        var least = 0.5 * (Body().Max(word => word.Right) - Body().Min(word => word.Left));
        return [.. PdfRules.Joined(page.Rules.Where(rule => !rule.Vertical)).Where(rule => rule.To - rule.From > least).Select(rule => rule.At).Order()];
    }

    private PdfGrid? Grid(int page, double[] xs)
    {
        // The head stands at the top of each page, or of the first only.
        var head = page == 0 ? (Top: top, Bottom: bottom) : pages[page].Words.Where(word => word.CentreX < xs[1] && TableHeader.IsNumberHead(word.Text)).Select(word => ((double Top, double Bottom)?)(word.CentreY - number.CentreY + top, word.CentreY - number.CentreY + bottom)).FirstOrDefault();
        var body = lines[page].Where(line => (head is not { } band || line.Top > band.Bottom) && !PdfTables.IsPageNumber(line)).ToList();
        var last = body.FindLastIndex(line => line.Left < xs[1] && Begins().IsMatch(line.Text));
        // The table ends where a wide blank follows its last row with a number, unless it goes on over the page.
        var end = Math.Max(last, 0) + 1;
        while (end < body.Count && (body[end].Top - body[end - 1].Bottom < 1.2 * body[end - 1].Height || Level(pages[page]).Exists(at => at > body[end].Top))) end++;
        body = body.GetRange(0, Math.Min(end, body.Count));
        if (body.Count == 0) return null;
        var (start, finish) = (head?.Top - 1 ?? body[0].Top - 1, body[^1].Bottom + 1);
        var ys = ruled ? [.. Level(pages[page]).Where(at => at > start - 12 && at < finish + 12)] : Rows(body, xs[1]);
        if (head is { } above && !ys.Exists(y => y < above.Bottom)) ys.Insert(0, start);
        if (head is { } below && !ys.Exists(y => y >= below.Bottom - 1 && y <= body[0].Top + 1)) ys.Insert(ys.FindLastIndex(y => y < below.Bottom) + 1, (below.Bottom + body[0].Top) / 2);
        if (ys.Count == 0 || ys[0] > (head?.Top ?? body[0].Top) + 1) ys.Insert(0, start);
        if (ys[^1] < body[^1].Bottom - 2) ys.Add(finish);
        return ys.Count < 2 ? null : PdfGrid.ByBlanks(xs, [.. ys], pages[page].Words);
    }

    // Where rows stand off from each other everywhere, blanks alone part them; otherwise a number begins one.
    private List<double> Rows(List<PdfLine> body, double numbers)
    {
        var gaps = body.Zip(body.Skip(1), (above, below) => below.Top - above.Bottom).Where(gap => gap > -0.3 * (number.Bottom - number.Top)).Order().ToList();
        var wide = (gaps.Count == 0 ? 0 : gaps[gaps.Count / 20]) + (0.15 * (number.Bottom - number.Top));
        var numbered = Enumerable.Range(1, Math.Max(body.Count - 1, 0)).Where(i => body[i].Left < numbers && Begins().IsMatch(body[i].Text)).ToHashSet();
        var standOff = numbered.Count > 0 && numbered.Count(i => body[i].Top - body[i - 1].Bottom > wide) * 10 >= numbered.Count * 8;
        return [.. Enumerable.Range(1, Math.Max(body.Count - 1, 0)).Where(i => standOff ? body[i].Top - body[i - 1].Bottom > wide : numbered.Contains(i) || body[i].Top - body[i - 1].Bottom > 3 * wide)
            .Select(i => (body[i - 1].Bottom + body[i].Top) / 2)];
    }

    [GeneratedRegex(@"^(?:\d{1,2}(?:\.\d{1,3}){0,4}\.?|[IVX]{1,5}\.?)(?:\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Begins();
}
