namespace OpenPar.Documents.Reading.Scans;

/// <summary>
/// Parts of a page under each other in one picture, so that the recogniser sees a single column and never joins lines of two cells;
/// what it finds goes back to where it stands on the page.
/// </summary>
internal sealed class ScanStrips(int width)
{
    // Tesseract refuses pictures higher than 32,767 pixels.
    private const int MostRows = 30_000;
    // Wider blanks make the recogniser take lone digits for specks.
    private const int Blank = 26;
    private const int Margin = 30;

    private readonly List<(int Top, int Bottom, int Left, int PageTop, ScanImage Part)> strips = [];
    private int height = Blank;

    public bool Empty => strips.Count == 0;

    /// <summary>Adds a part of the page; false when the picture is full.</summary>
    public bool Add(ScanImage page, int left, int top, int right, int bottom)
    {
        var part = page.Cut(left, top, right, bottom);
        if (part.Ink() is not { } ink) return true;
        if (height + ink.Bottom - ink.Top + Blank > MostRows) return false;
        var cut = part.Cut(0, Math.Max(ink.Top - 4, 0), part.Width, Math.Min(ink.Bottom + 4, part.Height));
        strips.Add((height, height + cut.Height, Math.Max(left, 0), Math.Max(top, 0) + Math.Max(ink.Top - 4, 0), cut));
        height += cut.Height + Blank;
        return true;
    }

    public ScanImage Picture()
    {
        var pixels = new byte[(width + (2 * Margin)) * height];
        Array.Fill(pixels, byte.MaxValue);
        foreach (var strip in strips)
        {
            for (var y = 0; y < strip.Part.Height; y++) strip.Part.CopyRow(y, pixels.AsSpan(((strip.Top + y) * (width + (2 * Margin))) + Margin, strip.Part.Width));
        }

        return new ScanImage(width + (2 * Margin), height, pixels);
    }

    /// <summary>Where a place of the picture is on the page; null between the strips.</summary>
    public (int Left, int Top)? OnPage(int x, int y, int bottom)
    {
        var middle = (y + bottom) / 2;
        var at = strips.FindIndex(strip => middle >= strip.Top - (Blank / 2) && middle < strip.Bottom + (Blank / 2));
        return at < 0 ? null : (x - Margin + strips[at].Left, y - strips[at].Top + strips[at].PageTop);
    }
}
