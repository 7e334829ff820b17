namespace OpenPar.Core.Papers;

/// <summary>One value on a paper: a text of one or more lines, a number that is not rounded yet, or a day. All null is an empty cell.</summary>
public readonly record struct PaperCell
{
    /// <summary>The words for a maximum no source gives.</summary>
    public const string UnknownText = "chưa biết";

    /// <summary>The text; lines are parted by "\n".</summary>
    public string? Text { get; private init; }

    /// <summary>The number.</summary>
    public decimal? Number { get; private init; }

    /// <summary>The day.</summary>
    public DateOnly? Date { get; private init; }

    /// <summary>True for the words "chưa biết" in place of a number.</summary>
    public bool Unknown { get; private init; }

    /// <summary>Nothing.</summary>
    public static PaperCell Empty => default;

    /// <summary>A text; null or blank gives an empty cell.</summary>
    public static PaperCell Of(string? text) => new() { Text = string.IsNullOrWhiteSpace(text) ? null : text };

    /// <summary>Several texts, one a line.</summary>
    public static PaperCell Of(IEnumerable<string> lines) => Of(string.Join('\n', lines));

    /// <summary>A number; null gives an empty cell.</summary>
    public static PaperCell Of(decimal? number) => new() { Number = number };

    /// <summary>A day; null gives an empty cell.</summary>
    public static PaperCell Of(DateOnly? date) => new() { Date = date };

    /// <summary>A maximum, or the words that it is not known.</summary>
    public static PaperCell Maximum(decimal? points) => points is null ? new() { Text = UnknownText, Unknown = true } : Of(points);
}
