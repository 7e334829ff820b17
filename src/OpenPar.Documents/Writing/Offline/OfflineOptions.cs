using OpenPar.Documents.Writing.Xlsx;

namespace OpenPar.Documents.Writing.Offline;

/// <summary>The hidden sheet whose cells hold the options of the lists; equal lists share their cells.</summary>
internal sealed class OfflineOptions
{
    private readonly List<string> cells = [];
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>The cells of a list, as a check names them.</summary>
    public string Of(IReadOnlyList<string> options)
    {
        var key = string.Join('\n', options);
        if (known.TryGetValue(key, out var range)) return range;
        var first = cells.Count + 1;
        cells.AddRange(options);
        return known[key] = $"{OfflineFormat.Options}!$A${first}:$A${cells.Count}";
    }

    /// <summary>The sheet.</summary>
    public Sheet Build() => new(OfflineFormat.Options, [80], [.. cells.Select(text => new Row(Cell.Of(text, default)))]) { Hidden = true, Protected = true };
}
