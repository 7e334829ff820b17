using OpenPar.Documents.Reading.Pdf;

namespace OpenPar.Documents.Reading.Scans;

/// <summary>Finds the rules of tables in a picture: dark runs along an axis longer than any stroke of a letter.</summary>
internal static class ScanRules
{
    // In pixels at 300 to the inch: no letter of 14 points has such strokes.
    private const int Shortest = 90;
    private const int Gap = 4;
    private const int Thickest = 24;
    private const int MostRuns = 40_000;

    /// <summary>The rules in points.</summary>
    public static List<PdfRule> Of(ScanImage image, double scale)
    {
        var level = Joined(Runs(image.Height, image.Width, (line, at) => image.IsDark(at, line)));
        var upright = Joined(Runs(image.Width, image.Height, (line, at) => image.IsDark(line, at)));
        return [.. level.Select(rule => Rule(false, rule)), .. upright.Select(rule => Rule(true, rule))];
        PdfRule Rule(bool vertical, Run rule) => new(vertical, (rule.First + rule.Last + 1) / 2.0 * scale, rule.From * scale, rule.To * scale);
    }

    private static List<Run> Runs(int lines, int length, Func<int, int, bool> dark)
    {
        var runs = new List<Run>();
        for (var line = 0; line < lines && runs.Count < MostRuns; line++)
        {
            var (start, last) = (-1, -1);
            for (var at = 0; at <= length; at++)
            {
                if (at < length && dark(line, at))
                {
                    if (start < 0) start = at;
                    last = at;
                }
                else if (start >= 0 && (at == length || at - last > Gap))
                {
                    if (last - start + 1 >= Shortest) runs.Add(new Run(line, line, start, last + 1));
                    start = -1;
                }
            }
        }

        return runs;
    }

    // Runs on neighbouring lines that touch are one rule.
    private static IEnumerable<Run> Joined(List<Run> runs)
    {
        var open = new List<Run>();
        var done = new List<Run>();
        foreach (var run in runs)
        {
            done.AddRange(open.Where(other => other.Last < run.First - 2));
            open.RemoveAll(other => other.Last < run.First - 2);
            var joined = run;
            foreach (var other in open.Where(other => other.From <= run.To + Gap && run.From <= other.To + Gap).ToList())
            {
                open.Remove(other);
                joined = new Run(Math.Min(joined.First, other.First), Math.Max(joined.Last, other.Last), Math.Min(joined.From, other.From), Math.Max(joined.To, other.To));
            }

            open.Add(joined);
        }

        return done.Concat(open).Where(rule => rule.Last - rule.First < Thickest);
    }

    private readonly record struct Run(int First, int Last, int From, int To);
}
