namespace OpenPar.Core.Frameworks.Versions;

/// <summary>
/// Pairs rows of two sides so that the sum of the gains is the largest possible; a row is left alone where pairing it gains nothing.
/// Rows that compete with each other, directly or through others, are settled together; a crowd of more than
/// <see cref="MostTogether"/> is settled greedily, the largest gain first.
/// </summary>
internal static class BestAssignment
{
    /// <summary>Largest number of competing rows of one side that are settled exactly.</summary>
    public const int MostTogether = 300;

    /// <param name="rows">Number of rows on the left.</param>
    /// <param name="columns">Number of rows on the right.</param>
    /// <param name="gain">What pairing gains; 0 or less forbids it.</param>
    /// <returns>For each row on the left its partner, or -1.</returns>
    public static int[] Of(int rows, int columns, Func<int, int, double> gain)
    {
        var partner = new int[rows];
        Array.Fill(partner, -1);
        var edges = new List<(int Row, int Column, double Gain)>();
        var crowd = Enumerable.Range(0, rows + columns).ToArray();
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                if (gain(i, j) is not (> 0 and var worth)) continue;
                edges.Add((i, j, worth));
                crowd[Head(crowd, i)] = Head(crowd, rows + j);
            }
        }

        foreach (var together in edges.GroupBy(edge => Head(crowd, edge.Row)))
        {
            foreach (var (row, column) in Settled([.. together])) partner[row] = column;
        }

        return partner;
    }

    private static int Head(int[] crowd, int at)
    {
        while (crowd[at] != at) at = crowd[at] = crowd[crowd[at]];
        return at;
    }

    private static IEnumerable<(int Row, int Column)> Settled(List<(int Row, int Column, double Gain)> edges)
    {
        var rows = edges.Select(e => e.Row).Distinct().Order().ToList();
        var columns = edges.Select(e => e.Column).Distinct().Order().ToList();
        if (Math.Max(rows.Count, columns.Count) > MostTogether) return Greedy(edges);
        var (rowAt, columnAt) = (Places(rows), Places(columns));
        var gains = new Table(rows.Count, columns.Count);
        foreach (var (row, column, worth) in edges) gains[rowAt[row], columnAt[column]] = worth;
        return Exact(gains).Select((column, row) => (rows[row], column)).Where(p => p.column >= 0).Select(p => (p.Item1, columns[p.column]));
    }

    private static Dictionary<int, int> Places(List<int> all) => all.Select((value, at) => (value, at)).ToDictionary(p => p.value, p => p.at);

    private static IEnumerable<(int Row, int Column)> Greedy(List<(int Row, int Column, double Gain)> edges)
    {
        var (rows, columns) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (row, column, _) in edges.OrderByDescending(e => e.Gain).ThenBy(e => e.Row).ThenBy(e => e.Column))
        {
            if (rows.Contains(row) || columns.Contains(column)) continue;
            rows.Add(row);
            columns.Add(column);
            yield return (row, column);
        }
    }

    // Kuhn's method with potentials, O(n³). Every row may stay alone at no gain, which is a column of its own.
    private static int[] Exact(Table gains)
    {
        var (rows, columns) = (gains.Rows, gains.Columns);
        var size = columns + rows;
        var (u, v, rowOf, way) = (new double[rows + 1], new double[size + 1], new int[size + 1], new int[size + 1]);
        double Cost(int row, int column) => column > columns ? 0 : -gains[row - 1, column - 1];

        for (var row = 1; row <= rows; row++)
        {
            rowOf[0] = row;
            var column = 0;
            var (least, used) = (new double[size + 1], new bool[size + 1]);
            Array.Fill(least, double.PositiveInfinity);
            do
            {
                used[column] = true;
                var (at, delta, next) = (rowOf[column], double.PositiveInfinity, 0);
                for (var j = 1; j <= size; j++)
                {
                    if (used[j]) continue;
                    var reduced = Cost(at, j) - u[at] - v[j];
                    if (reduced < least[j]) (least[j], way[j]) = (reduced, column);
                    if (least[j] < delta) (delta, next) = (least[j], j);
                }

                for (var j = 0; j <= size; j++)
                {
                    if (used[j]) (u[rowOf[j]], v[j]) = (u[rowOf[j]] + delta, v[j] - delta);
                    else least[j] -= delta;
                }

                column = next;
            }
            while (rowOf[column] != 0);

            for (; column != 0; column = way[column]) rowOf[column] = rowOf[way[column]];
        }

        var partner = new int[rows];
        Array.Fill(partner, -1);
        for (var column = 1; column <= columns; column++)
        {
            if (rowOf[column] > 0 && gains[rowOf[column] - 1, column - 1] > 0) partner[rowOf[column] - 1] = column - 1;
        }

        return partner;
    }
}
