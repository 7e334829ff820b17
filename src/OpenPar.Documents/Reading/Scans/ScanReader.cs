using System.Globalization;
using System.Diagnostics;
using OpenPar.Documents.Reading.Pdf;

namespace OpenPar.Documents.Reading.Scans;

/// <summary>What became of pages without text.</summary>
/// <param name="Missing">True when there is no recogniser on this machine.</param>
/// <param name="Read">Pages recognised.</param>
/// <param name="Left">Pages left out because of the bounds.</param>
internal sealed record ScanOutcome(bool Missing, int Read, int Left);

/// <summary>
/// Recognises pages that are pictures with tesseract and its Vietnamese data: the page is drawn, set straight, its rules are found, each
/// cell is recognised by itself. Bounded in pages and time; the tools are killed when the work is cancelled; nothing is written to disk.
/// </summary>
internal static class ScanReader
{
    private const int Resolution = 300;
    private const double Scale = 72.0 / Resolution;
    private const int MostPages = 40;

    // A page with fewer words may be a scan with the stamp of a signature.
    private const int FewWords = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static bool IsCandidate(PdfPage page) => page.Words.Count < FewWords;

    /// <summary>Recognises the candidates among the pages in place.</summary>
    public static async Task<ScanOutcome> ReadAsync(string path, List<PdfPage> pages, CancellationToken cancellationToken)
    {
        var candidates = Enumerable.Range(0, pages.Count).Where(i => IsCandidate(pages[i])).ToList();
        if (candidates.Count == 0) return new ScanOutcome(false, 0, 0);
        var languages = await Poppler.RunAsync("tesseract", ["--list-langs"], AllText, cancellationToken);
        if (languages.Outcome != PopplerOutcome.Done || !languages.Value!.Split('\n').Any(line => line.Trim() == "vie")) return new ScanOutcome(true, 0, candidates.Count);
        var clock = Stopwatch.StartNew();
        var numbers = new ScanNumbers(Scale);
        var (read, done) = (0, 0);
        foreach (var at in candidates.Take(MostPages))
        {
            if (clock.Elapsed > Patience) break;
            done++;
            if (await PageAsync(path, at + 1, pages[at], numbers, cancellationToken) is not { } page || page.Words.Count <= 2 * pages[at].Words.Count) continue;
            pages[at] = page;
            read++;
        }

        return new ScanOutcome(false, read, candidates.Count - done);
    }

    private static async Task<PdfPage?> PageAsync(string path, int number, PdfPage page, ScanNumbers numbers, CancellationToken cancellationToken)
    {
        var name = number.ToString(CultureInfo.InvariantCulture);
        var drawn = await Poppler.RunAsync("pdftoppm", ["-r", Resolution.ToString(CultureInfo.InvariantCulture), "-gray", "-f", name, "-l", name, path], ScanImage.Read, cancellationToken);
        if (drawn is not { Outcome: PopplerOutcome.Done, Value: { } raw }) return null;
        var image = await Task.Run(raw.Straight, cancellationToken);
        var recognised = new PdfPage(page.Width, page.Height, [], await Task.Run(() => ScanRules.Of(image, Scale), cancellationToken));
        var grids = PdfGrid.All(recognised);
        foreach (var strips in Strips(image, grids))
        {
            if (strips.Empty) continue;
            var words = await Poppler.RunAsync("tesseract", ["stdin", "stdout", "-l", "vie", "--psm", "6", "--dpi", Resolution.ToString(CultureInfo.InvariantCulture), "tsv"],
                output => ScanWords.Read(output, strips, Scale), cancellationToken, strips.Picture().ToPgm());
            if (words is { Outcome: PopplerOutcome.Done, Value: { } found }) recognised.Words.AddRange(found);
        }

        foreach (var grid in grids) numbers.Mend(image, grid, recognised.Words);
        return recognised;
    }

    // The bands above, between and below the tables, and each cell.
    private static List<ScanStrips> Strips(ScanImage image, List<PdfGrid> grids)
    {
        var strips = new List<ScanStrips> { new(image.Width) };
        void Add(double left, double top, double right, double bottom, int inset)
        {
            var (l, t, r, b) = ((int)(left / Scale) + inset, (int)(top / Scale) + inset, (int)(right / Scale) - inset, (int)(bottom / Scale) - inset);
            if (r <= l || b <= t || strips[^1].Add(image, l, t, r, b)) return;
            strips.Add(new ScanStrips(image.Width));
            strips[^1].Add(image, l, t, r, b);
        }

        var from = 0.0;
        foreach (var grid in grids)
        {
            Add(0, from, image.Width * Scale, grid.Top, 4);
            // Column by column: numbers among numbers and sentences among sentences are recognised best.
            foreach (var cell in grid.Cells.OrderBy(cell => cell.Column)) Add(grid.Xs[cell.Column], grid.Ys[cell.Row], grid.Xs[cell.Column + cell.Columns], grid.Ys[cell.Row + cell.Rows], 6);
            from = grid.Bottom;
        }

        Add(0, from, image.Width * Scale, image.Height * Scale, 4);
        return strips;
    }

    private static string AllText(Stream output)
    {
        using var reader = new StreamReader(output);
        return reader.ReadToEnd();
    }
}
