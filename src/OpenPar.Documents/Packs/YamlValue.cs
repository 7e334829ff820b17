namespace OpenPar.Documents.Packs;

/// <summary>A node of a YAML file that knows its line, so that every finding can name it.</summary>
internal abstract record YamlValue(int Line);

/// <summary>A scalar; <paramref name="Plain"/> when it stands without quotes and may be a number, a truth value or nothing.</summary>
internal sealed record YamlText(int Line, string Text, bool Plain) : YamlValue(Line)
{
    /// <summary>True for an empty scalar, <c>~</c> and <c>null</c>.</summary>
    public bool IsNull => Plain && Text is "" or "~" or "null";
}

/// <summary>A sequence.</summary>
internal sealed record YamlList(int Line, IReadOnlyList<YamlValue> Items) : YamlValue(Line);

/// <summary>A mapping with its entries in order.</summary>
internal sealed record YamlMap(int Line, IReadOnlyList<YamlEntry> Entries) : YamlValue(Line)
{
    /// <summary>The value under a key, or null; an explicit null counts as absent.</summary>
    public YamlValue? this[string key] =>
        Entries.FirstOrDefault(e => e.Key == key)?.Value is { } value && value is not YamlText { IsNull: true } ? value : null;
}

/// <summary>One key of a mapping with its value.</summary>
internal sealed record YamlEntry(int Line, string Key, YamlValue Value);
