using OpenPar.Core.Frameworks;
using OpenPar.Documents.Reading.Pdf;

namespace OpenPar.Documents.Reading.Scans;

/// <summary>
/// Mends numbers such as 1.1.2, which the recogniser reads poorly. The picture of a cell shows how many digits stand between its dots;
/// of the numbers that may follow the one above, one has this shape. It is taken where the recogniser is not sure of another one beside
/// it, and stands among the doubtful words.
/// </summary>
internal sealed class ScanNumbers(double scale)
{
    private const double Sure = 85;
    private const int LongestNumber = 12;

    // What is taken by its shape carries this confidence, so that it is named as doubtful.
    private const double Doubted = 50;

    private CriterionCode? above;

    public void Mend(ScanImage image, PdfGrid grid, List<PdfWord> words)
    {
        var cells = grid.Cells.Where(cell => cell is { Column: 0, Columns: 1 }).ToList();
        var texts = cells.ConvertAll(cell => WordsOf(grid, cell, words));
        var numbers = texts.Count(text => text.Exists(word => word.Text.Any(char.IsAsciiDigit)));
        if (numbers * 3 < texts.Count(text => text.Count > 0) || !texts.Exists(text => text.Count > 0)) return;
        for (var i = 0; i < cells.Count; i++)
        {
            var (left, top, right, bottom) = Box(grid, cells[i]);
            if (Shape(image.Cut(left, top, right, bottom)) is not { Length: > 0 } shape) continue;
            var read = string.Concat(texts[i].OrderBy(word => word.Left).Select(word => word.Text)).Replace(',', '.').Replace(';', '.').Replace(':', '.').Trim('.', '|', '_', '-');
            if (TableHeader.IsNumberHead(read)) continue;
            var confidence = texts[i].Average(word => word.Confidence) ?? 0;
            var parsed = CriterionCode.TryParse(read, out var code) && HasShape(code, shape);
            if (Next(shape) is { } next && !(parsed && (code.Equals(next) || (confidence >= Sure && Nullable.Equals(code.Parent, next.Parent))))) (code, confidence) = (next, Doubted);
            else if (!parsed) continue;
            above = code;
            foreach (var word in texts[i]) words.Remove(word);
            words.Add(new PdfWord(left * scale, top * scale, right * scale, bottom * scale, code.ToString()) { Confidence = confidence });
        }
    }

    private CriterionCode? Next(int[] shape)
    {
        if (above is not { } before) return null;
        var parts = before.ToString().Split('.').Select(int.Parse).ToList();
        if (shape.Length > parts.Count + 1) return null;
        var next = shape.Length > parts.Count ? [.. parts, 1] : parts.Take(shape.Length).Select((part, i) => i == shape.Length - 1 ? part + 1 : part);
        return CriterionCode.TryParse(string.Join('.', next), out var code) && HasShape(code, shape) ? code : null;
    }

    private static bool HasShape(CriterionCode code, int[] shape) => code.ToString().Split('.').Select(part => part.Length).SequenceEqual(shape);

    private (int Left, int Top, int Right, int Bottom) Box(PdfGrid grid, PdfCell cell) =>
        ((int)(grid.Xs[0] / scale) + 6, (int)(grid.Ys[cell.Row] / scale) + 6, (int)(grid.Xs[1] / scale) - 6, (int)(grid.Ys[cell.Row + cell.Rows] / scale) - 6);

    private static List<PdfWord> WordsOf(PdfGrid grid, PdfCell cell, List<PdfWord> words) =>
        words.FindAll(word => word.CentreX >= grid.Xs[0] && word.CentreX < grid.Xs[1] && word.CentreY >= grid.Ys[cell.Row] && word.CentreY < grid.Ys[cell.Row + cell.Rows]);

    // Digits between dots: "10.2." is [2, 1]. Null for anything that is no line of digits and dots.
    private static int[]? Shape(ScanImage cell)
    {
        if (cell.Ink() is not { } ink) return null;
        var height = ink.Bottom - ink.Top;
        var groups = new List<int> { 0 };
        for (var x = 0; x < cell.Width; x++)
        {
            if (Column(cell, x, ink) is null) continue;
            var (top, bottom, from) = (int.MaxValue, 0, x);
            for (; x < cell.Width && Column(cell, x, ink) is { } column; x++) (top, bottom) = (Math.Min(top, column.Top), Math.Max(bottom, column.Bottom));
            // A speck; a dot stands low; a digit is as high as the line and narrower than high.
            if (bottom - top < 0.08 * height) continue;
            if (bottom - top < 0.35 * height)
            {
                if (top < ink.Top + (0.6 * height)) return null;
                if (groups[^1] > 0) groups.Add(0);
            }
            else if (bottom - top < 0.8 * height || x - from > 1.1 * height) return null;
            else groups[^1]++;
        }

        if (groups[^1] == 0) groups.RemoveAt(groups.Count - 1);
        return groups.Sum() is > 0 and <= LongestNumber && groups.TrueForAll(count => count is 1 or 2) ? [.. groups] : null;
    }

    private static (int Top, int Bottom)? Column(ScanImage cell, int x, (int Top, int Bottom) ink)
    {
        var (top, bottom) = (-1, -1);
        for (var y = ink.Top; y < ink.Bottom; y++)
        {
            if (!cell.IsDark(x, y)) continue;
            if (top < 0) top = y;
            bottom = y + 1;
        }

        return top < 0 ? null : (top, bottom);
    }
}
