namespace OpenPar.Core.Rules.Reading;

/// <summary>Finds the contents in a row of entries that stand without titles of their own kind.</summary>
internal static class Runs
{
    /// <summary>The section itself, or one for each content its entries hold.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="section">Entries in a row.</param>
    /// <param name="others">True when the text has other contents, so that an entry may be a content too.</param>
    /// <param name="max">Maximum of the leaf; null when unknown.</param>
    public static IEnumerable<Section> Split(Tokens tokens, Section section, bool others, decimal? max)
    {
        if (section.Entries.Count < 3 || section.Formula is not null || section.Steps.Count > 0 || section.Measure is not null || section.Gravest || section.Notice is not null) return [section];
        if (Numbered(section) is { } numbered) return numbered;
        var runs = Falls(section.Entries);
        // "Chậm quá 5 ngày: 0; đúng hạn: 1": cases in another order, not two contents, when the best case is the maximum.
        if (!others && runs.Count > 1 && max is { } most && runs.Sum(r => r.Max(e => e.Points.Value)) > most && section.Entries.Max(e => e.Points.Value) == most && section.Entries.TrueForAll(e => e.Points.Kind == PointsKind.Points)) runs = [section.Entries];
        if (runs.Count == 1 && !(others && section.Title is null)) return [section];
        var made = runs.Select((run, i) => Titled(run, i == 0 ? section : null)).ToList();
        return runs.Count > 1 || made[0].Head is not null ? made : [section];
    }

    /// <summary>"(1) Triển khai …: 0.5 - Nếu đã …: 0.5 - Nếu chưa …: 0": the number marks the title, the dash its cases.</summary>
    private static List<Section>? Numbered(Section section)
    {
        var marks = section.Entries.Select(e => e.Bullet is { Length: > 0 } b && b is not ("-" or "+")).ToList();
        if (!marks[0] || marks.TrueForAll(m => m)) return null;
        var made = new List<Section>();
        for (var i = 0; i < marks.Count;)
        {
            var end = i + 1;
            while (end < marks.Count && !marks[end]) end++;
            made.Add(end == i + 1 ? Plain(section.Entries[i..end]) : Cases(section.Entries[i], section.Entries[(i + 1)..end]));
            i = end;
        }

        return made;
    }

    /// <summary>Entries whose points fall to zero belong together; where they rise again something new begins.</summary>
    private static List<List<Entry>> Falls(List<Entry> entries)
    {
        var runs = new List<List<Entry>> { new() };
        foreach (var entry in entries)
        {
            var run = runs[^1];
            if (run.Count > 1 && run[^1].Points.Value == 0 && entry.Points.Value > 0 && run[0].Points.Value > 0) runs.Add([]);
            runs[^1].Add(entry);
        }

        return runs;
    }

    // The points of a title stand again as those of its best case.
    private static Section Titled(List<Entry> run, Section? from)
    {
        var titled = run.Count > 2 && run[^1].Points.Value == 0 && run[0].Points.Kind == PointsKind.Points && run[0].Points.Value == run[1].Points.Value && from?.Title is null;
        return titled ? Cases(run[0], run[1..]) : from is null ? Plain(run) : Copy(from, run);
    }

    private static Section Cases(Entry head, IEnumerable<Entry> entries)
    {
        var section = new Section { Title = head.Label, Head = head };
        section.Entries.AddRange(entries);
        return section;
    }

    private static Section Plain(IEnumerable<Entry> entries)
    {
        var section = new Section();
        section.Entries.AddRange(entries);
        return section;
    }

    private static Section Copy(Section from, IEnumerable<Entry> entries)
    {
        var section = new Section { Title = from.Title, Head = from.Head, Measure = from.Measure, Gravest = from.Gravest };
        section.Entries.AddRange(entries);
        return section;
    }
}
