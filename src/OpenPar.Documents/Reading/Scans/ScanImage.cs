using System.Globalization;

namespace OpenPar.Documents.Reading.Scans;

/// <summary>A page as a grey picture, one byte a pixel, 0 is black.</summary>
internal sealed class ScanImage(int width, int height, byte[] pixels)
{
    private const int MostPixels = 60_000_000;
    private const byte Dark = 150;

    // Skew is looked for between these, in tenths of a degree.
    private const int MostSkew = 20;

    public int Width => width;

    public int Height => height;

    public bool IsDark(int x, int y) => pixels[(y * width) + x] < Dark;

    /// <summary>Reads a binary PGM; null when it is none, or larger than any page.</summary>
    public static ScanImage? Read(Stream pgm)
    {
        if (Word(pgm) != "P5" || !int.TryParse(Word(pgm), out var width) || !int.TryParse(Word(pgm), out var height) || Word(pgm) != "255") return null;
        if (width <= 0 || height <= 0 || (long)width * height > MostPixels) return null;
        var pixels = new byte[width * height];
        return pgm.ReadAtLeast(pixels, pixels.Length, throwOnEndOfStream: false) == pixels.Length ? new ScanImage(width, height, pixels) : null;
    }

    /// <summary>The picture as PGM.</summary>
    public byte[] ToPgm() => [.. System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{width} {height}\n255\n")), .. pixels];

    /// <summary>
    /// The picture turned by the small angle a sheet lies askew in the scanner: the one at which rows of pixels differ most. Shearing along
    /// both axes is turning, for angles this small.
    /// </summary>
    public ScanImage Straight()
    {
        var angle = Skew();
        if (angle == 0) return this;
        var slope = Math.Tan(angle * Math.PI / 1800);
        var turned = new byte[pixels.Length];
        Array.Fill(turned, byte.MaxValue);
        for (var y = 0; y < height; y++)
        {
            var shiftX = (int)Math.Round((y - (height / 2)) * slope);
            for (var x = 0; x < width; x++)
            {
                var (fromX, fromY) = (x - shiftX, y + (int)Math.Round((x - (width / 2)) * slope));
                if (fromX >= 0 && fromX < width && fromY >= 0 && fromY < height) turned[(y * width) + x] = pixels[(fromY * width) + fromX];
            }
        }

        return new ScanImage(width, height, turned);
    }

    /// <summary>A part of the picture.</summary>
    public ScanImage Cut(int left, int top, int right, int bottom)
    {
        (left, top, right, bottom) = (Math.Clamp(left, 0, width), Math.Clamp(top, 0, height), Math.Clamp(right, 0, width), Math.Clamp(bottom, 0, height));
        var (w, h) = (Math.Max(right - left, 0), Math.Max(bottom - top, 0));
        var part = new byte[w * h];
        for (var y = 0; y < h; y++) pixels.AsSpan(((top + y) * width) + left, w).CopyTo(part.AsSpan(y * w));
        return new ScanImage(w, h, part);
    }

    /// <summary>First and one after the last row with ink; null for a blank picture. Single specks are no ink.</summary>
    public (int Top, int Bottom)? Ink()
    {
        var rows = Enumerable.Range(0, height).Where(y => Count(y) >= 2).ToList();
        return rows.Count < 4 ? null : (rows[0], rows[^1] + 1);
    }

    /// <summary>Copies a row of pixels.</summary>
    public void CopyRow(int y, Span<byte> target) => pixels.AsSpan(y * width, width).CopyTo(target);

    private int Count(int y)
    {
        var dark = 0;
        foreach (var pixel in pixels.AsSpan(y * width, width)) dark += pixel < Dark ? 1 : 0;
        return dark;
    }

    private int Skew()
    {
        var ink = new List<(int X, int Y)>();
        for (var y = 0; y < height; y += 2)
        {
            for (var x = 0; x < width; x += 6)
            {
                if (IsDark(x, y)) ink.Add((x - (width / 2), y));
            }
        }

        var (best, most) = (0, 0.0);
        var rows = new int[height * 2];
        foreach (var angle in Enumerable.Range(-MostSkew, (2 * MostSkew) + 1).OrderBy(Math.Abs))
        {
            Array.Clear(rows);
            var slope = Math.Tan(angle * Math.PI / 1800);
            foreach (var (x, y) in ink) rows[Math.Clamp((int)(y - (x * slope)) + (height / 2), 0, rows.Length - 1)]++;
            var contrast = rows.Sum(count => (double)count * count);
            if (contrast > most * 1.02) (best, most) = (angle, contrast);
        }

        return best;
    }

    private static string Word(Stream stream)
    {
        var word = new System.Text.StringBuilder();
        for (var next = stream.ReadByte(); next >= 0 && word.Length < 20; next = stream.ReadByte())
        {
            if (next is ' ' or '\n' or '\r' or '\t')
            {
                if (word.Length > 0) return word.ToString();
            }
            else word.Append((char)next);
        }

        return word.ToString();
    }
}
