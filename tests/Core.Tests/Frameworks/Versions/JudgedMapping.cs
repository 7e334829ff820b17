using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Versions;

namespace OpenPar.Core.Tests.Frameworks.Versions;

/// <summary>A mapping a person judged, row by row, and how well a proposal meets it.</summary>
internal sealed class JudgedMapping
{
    private readonly List<(string[] From, string[] To, string Relation)> rows;

    private JudgedMapping(IEnumerable<string> lines) => rows = [.. lines
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split("->") is [var from, var rest] && rest.Split(':') is [var to, var relation]
            ? (Codes(from), Codes(to), relation.Trim()) : throw new FormatException(line))];

    public int Count => rows.Count;

    public static JudgedMapping Read(string name) => new(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", name)));

    /// <summary>Pairs of rows found, right ones among them, pairs wanted, rows whose relation is right, rows judged; and every miss in words.</summary>
    public Measure Against(IReadOnlyList<Continuation> proposals)
    {
        var wanted = rows.SelectMany(row => Pairs(row.From, row.To)).ToHashSet();
        var (from, to) = (rows.SelectMany(row => row.From).ToHashSet(), rows.SelectMany(row => row.To).ToHashSet());
        var found = proposals.SelectMany(c => Pairs(Texts(c.From), Texts(c.To))).Where(pair => from.Contains(pair.From) && to.Contains(pair.To)).ToHashSet();
        var byKey = proposals.ToDictionary(c => c.Key, c => c.Relation.ToString());
        var misses = rows.Where(row => !string.Equals(byKey.GetValueOrDefault(Key(row)), row.Relation, StringComparison.OrdinalIgnoreCase))
            .Select(row => $"{Key(row)} {row.Relation}, proposed: {string.Join("; ", proposals.Where(c => Touches(c, row)).Select(c => $"{c.Key} {c.Relation} {c.Confidence:0.00}"))}");
        return new Measure(found.Count, found.Count(wanted.Contains), wanted.Count, rows.Count(row => string.Equals(byKey.GetValueOrDefault(Key(row)), row.Relation, StringComparison.OrdinalIgnoreCase)), rows.Count, [.. misses]);
    }

    private static bool Touches(Continuation c, (string[] From, string[] To, string Relation) row) =>
        Texts(c.From).Intersect(row.From).Any() || Texts(c.To).Intersect(row.To).Any();

    private static string Key((string[] From, string[] To, string Relation) row) => $"{string.Join('+', row.From)}={string.Join('+', row.To)}";

    private static IEnumerable<(string From, string To)> Pairs(string[] from, string[] to) => from.SelectMany(f => to.Select(t => (f, t)));

    private static string[] Texts(IEnumerable<CriterionCode> codes) => [.. codes.Select(c => c.ToString())];

    private static string[] Codes(string text) => text.Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public sealed record Measure(int Found, int Right, int Wanted, int RelationsRight, int Judged, IReadOnlyList<string> Misses)
    {
        public double Precision => (double)Right / Found;

        public double Recall => (double)Right / Wanted;

        public double RelationShare => (double)RelationsRight / Judged;

        public override string ToString() => FormattableString.Invariant(
            $"{Judged} judged; pairs: precision {Precision:0.000} ({Right}/{Found}), recall {Recall:0.000} ({Right}/{Wanted}); rows and relation as judged: {RelationShare:0.000} ({RelationsRight}/{Judged})");
    }
}
