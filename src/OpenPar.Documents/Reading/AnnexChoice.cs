using OpenPar.Core.Frameworks;

namespace OpenPar.Documents.Reading;

/// <summary>The tables of criteria of a file and the one that is read.</summary>
/// <param name="Table">The one to read; null when the wanted one is not there.</param>
/// <param name="Parts">All of them.</param>
internal sealed record AnnexChoice(AnnexRows? Table, IReadOnlyList<AnnexPart> Parts)
{
    /// <summary>
    /// Chooses the wanted table by the number its heading writes, then by its order. Without a wish the one with titles, with
    /// numbers in several levels, with most rows: a list of documents or a short set beside the main one gives way to it.
    /// </summary>
    public static AnnexChoice Of(IReadOnlyList<AnnexRows> tables, int? wanted)
    {
        var written = tables.Select(table => AnnexHeading.NumberOf(table.Preamble)).ToList();
        var distinct = written.All(number => number is not null) && written.Distinct().Count() == written.Count;
        var numbers = tables.Select((_, i) => distinct ? written[i]!.Value : i + 1).ToList();
        var chosen = wanted is { } number ? IndexOf(numbers, number)
            : Enumerable.Range(0, tables.Count).OrderByDescending(i => tables[i].HasTitle).ThenByDescending(i => tables[i].Deep > 0).ThenByDescending(i => tables[i].Numbered).First();
        return new AnnexChoice(chosen is { } at ? tables[at] : null,
            [.. tables.Select((table, i) => new AnnexPart(numbers[i], Preamble.Read(table.Preamble).Title, table.Numbered, i == chosen))]);
    }

    private static int? IndexOf(List<int> numbers, int wanted)
    {
        if (numbers.IndexOf(wanted) is >= 0 and var at) return at;
        return null;
    }
}
