namespace OpenPar.Documents.Tests.Corpus;

/// <summary>How well a file was read.</summary>
/// <param name="Cells">Cells that had to be read, and those of rows that should not be there.</param>
/// <param name="Right">Cells equal to the expected.</param>
/// <param name="WrongFlagged">Wrong cells whose row carries a flag or is named by a finding.</param>
/// <param name="Teds">Tree edit distance similarity of the whole table.</param>
/// <param name="Wrong">The wrong cells in words.</param>
internal sealed record CorpusScore(int Cells, int Right, int WrongFlagged, double Teds, IReadOnlyList<string> Wrong)
{
    public double Accuracy => Cells == 0 ? 0 : (double)Right / Cells;

    public int WrongCells => Cells - Right;

    public static CorpusScore Of(CorpusAnnex annex, CorpusReading reading)
    {
        var expected = annex.Expected();
        // What no definition of the annex labels is not compared.
        var fields = expected.SelectMany(row => row.Cells.Keys).Distinct().ToList();
        var (cells, right, flagged) = (0, 0, 0);
        var wrong = new List<string>();
        var pairs = Aligned(expected, reading.Rows, fields);
        foreach (var (one, other) in pairs)
        {
            foreach (var field in fields.Where(field => one is null || one.Cells.ContainsKey(field)))
            {
                cells++;
                if (one is not null && other is not null && one[field] == other[field])
                {
                    right++;
                    continue;
                }

                var seen = one is not null && other is not null ? other.Flagged : reading.Warned || other is { Flagged: true };
                if (seen) flagged++;
                wrong.Add($"{annex.Name} {(one ?? other)!["number"]} {field}: “{one?[field]}” ≠ “{other?[field]}”{(seen ? " (flagged)" : "")}");
            }
        }

        string[][] Texts(Func<(CorpusRow? Expected, CorpusRow? Read), CorpusRow?> side) =>
            [.. from pair in pairs let row = side(pair) where row is not null select fields.Select(field => pair.Expected is { } known && !known.Cells.ContainsKey(field) ? "" : row[field]).ToArray()];
        return new CorpusScore(cells, right, flagged, TableSimilarity.Of(Texts(pair => pair.Expected), Texts(pair => pair.Read)), wrong);
    }

    // The pairing of rows, in order, with the most equal cells; a row without partner stands alone.
    private static List<(CorpusRow? Expected, CorpusRow? Read)> Aligned(IReadOnlyList<CorpusRow> expected, IReadOnlyList<CorpusRow> read, List<string> fields)
    {
        int Equal(int i, int j) => fields.Count(field => expected[i][field] == read[j][field]);
        var best = Enumerable.Range(0, expected.Count + 1).Select(_ => new int[read.Count + 1]).ToArray();
        for (var i = expected.Count - 1; i >= 0; i--)
        {
            for (var j = read.Count - 1; j >= 0; j--) best[i][j] = Math.Max(best[i + 1][j + 1] + Equal(i, j), Math.Max(best[i + 1][j], best[i][j + 1]));
        }

        var pairs = new List<(CorpusRow?, CorpusRow?)>();
        for (var (i, j) = (0, 0); i < expected.Count || j < read.Count;)
        {
            if (i < expected.Count && j < read.Count && best[i][j] == best[i + 1][j + 1] + Equal(i, j)) pairs.Add((expected[i++], read[j++]));
            else if (j == read.Count || (i < expected.Count && best[i][j] == best[i + 1][j])) pairs.Add((expected[i++], null));
            else pairs.Add((null, read[j++]));
        }

        return pairs;
    }
}
