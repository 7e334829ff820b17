namespace OpenPar.Documents.Tests.Corpus;

/// <summary>
/// Tree edit distance similarity of tables (Zhong, ShafieiBavani and Jimeno Yepes 2020): a table is a tree of rows and cells, adding or
/// removing a node costs 1, changing the text of a cell its share of changed characters; 1 less the distance over the larger tree. The
/// distance is that of Zhang and Shasha (1989).
/// </summary>
internal static class TableSimilarity
{
    public static double Of(string[][] expected, string[][] read)
    {
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        var (one, other) = (Tree.Of(expected, texts), Tree.Of(read, texts));
        if (one.Labels.SequenceEqual(other.Labels)) return 1;
        return 1 - (Distance(one, other, Costs([.. texts.Keys])) / Math.Max(one.Labels.Count, other.Labels.Count));
    }

    private static double Distance(Tree one, Tree other, Func<int, int, double> change)
    {
        var distance = Matrix(one.Labels.Count, other.Labels.Count);
        var forest = Matrix(one.Labels.Count + 1, other.Labels.Count + 1);
        foreach (var i in one.KeyRoots)
        {
            foreach (var j in other.KeyRoots) Fill(one, other, i, j, distance, forest, change);
        }

        return distance[one.Labels.Count - 1][other.Labels.Count - 1];
    }

    private static double[][] Matrix(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new double[columns])];

    // Distances between all forests that end below two key roots; forest[0][0] stands for two empty ones.
    private static void Fill(Tree one, Tree other, int i, int j, double[][] distance, double[][] forest, Func<int, int, double> change)
    {
        var (left, top) = (one.Leftmost[i], other.Leftmost[j]);
        forest[0][0] = 0;
        for (var a = left; a <= i; a++) forest[a - left + 1][0] = forest[a - left][0] + 1;
        for (var b = top; b <= j; b++) forest[0][b - top + 1] = forest[0][b - top] + 1;
        for (var a = left; a <= i; a++)
        {
            for (var b = top; b <= j; b++)
            {
                var (x, y) = (a - left + 1, b - top + 1);
                var whole = one.Leftmost[a] == left && other.Leftmost[b] == top;
                var kept = whole ? forest[x - 1][y - 1] + change(one.Labels[a], other.Labels[b]) : forest[one.Leftmost[a] - left][other.Leftmost[b] - top] + distance[a][b];
                forest[x][y] = Math.Min(kept, Math.Min(forest[x - 1][y], forest[x][y - 1]) + 1);
                if (whole) distance[a][b] = forest[x][y];
            }
        }
    }

    private static Func<int, int, double> Costs(string[] texts)
    {
        var known = new Dictionary<(int, int), double>();
        return (one, other) =>
        {
            if (one == other) return 0;
            if (one < 0 || other < 0) return 1;
            if (!known.TryGetValue((one, other), out var cost)) known[(one, other)] = cost = Changed(texts[one], texts[other]);
            return cost;
        };
    }

    // Levenshtein distance over the longer length.
    private static double Changed(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (one[i - 1] == other[j - 1] ? 0 : 1));
                (corner, row[j]) = (row[j], next);
            }
        }

        return (double)row[^1] / Math.Max(one.Length, other.Length);
    }

    // Nodes in postorder; a label is a text, or negative for the table and its rows.
    private sealed record Tree(List<int> Labels, List<int> Leftmost, List<int> KeyRoots)
    {
        private const int Table = -1;
        private const int Row = -2;

        public static Tree Of(string[][] rows, Dictionary<string, int> texts)
        {
            var tree = new Tree([], [], []);
            foreach (var row in rows)
            {
                var first = tree.Labels.Count;
                foreach (var cell in row)
                {
                    if (!texts.TryGetValue(cell, out var text)) texts[cell] = text = texts.Count;
                    tree.Add(text, tree.Labels.Count);
                }

                tree.Add(Row, first);
            }

            tree.Add(Table, 0);
            // The highest node of each leftmost leaf.
            tree.KeyRoots.AddRange(tree.Leftmost.Index().GroupBy(node => node.Item).Select(group => group.Last().Index).Order());
            return tree;
        }

        private void Add(int label, int leftmost)
        {
            Labels.Add(label);
            Leftmost.Add(leftmost);
        }
    }
}
