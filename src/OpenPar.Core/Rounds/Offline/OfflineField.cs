using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rounds.Offline;

/// <summary>One input of an offline sheet: what is asked, what stands there, and how texts of a file are understood.</summary>
/// <param name="Key">Names the input.</param>
/// <param name="Label">What is asked.</param>
/// <param name="Text">What stands there, as typed; empty for nothing.</param>
/// <param name="Writable">Whether the unit may write it.</param>
public sealed record OfflineField(OfflineKey Key, string Label, string Text, bool Writable)
{
    /// <summary>Longest explanation that is taken over, in characters.</summary>
    public const int LongestExplanation = 20_000;

    /// <summary>Longest source that is taken over, in characters.</summary>
    public const int LongestSource = 500;

    /// <summary>The figure; null for points, sources and explanations.</summary>
    public FactDefinition? Fact { get; init; }

    /// <summary>Options of a choice.</summary>
    public IReadOnlyList<ChoiceOption> Options { get; init; } = [];

    /// <summary>Most points a person may give; null when unknown or for other fields.</summary>
    public decimal? MaxPoints { get; init; }

    /// <summary>Where the system brings the figure from; null when it is typed.</summary>
    public string? Hint { get; init; }

    /// <summary>Label of the figure this one may not exceed; null without such a bound.</summary>
    public string? Bound { get; init; }

    /// <summary>Whether the row is incomplete without it.</summary>
    public bool Required => Key.Kind != OfflineFieldKind.Explanation;

    /// <summary>Unit behind the field, "%" for a percentage; null without one.</summary>
    public string? Unit => Key.Kind == OfflineFieldKind.Points ? "điểm" : Fact switch
    {
        { Unit: { } unit } => unit,
        { Type: FactType.Percent } => "%",
        { Type: FactType.Money } => "đồng",
        _ => null,
    };

    /// <summary>The options as they are shown, each text once: where two have the same label, their keys stand behind.</summary>
    public IReadOnlyList<string> ShownOptions => Fact?.Type == FactType.YesNo
        ? ["Có", "Không"]
        : [.. Options.Select(option => Options.Count(other => Alike(other.Label, option.Label)) > 1 ? $"{VietnameseText.Clean(option.Label)} ({option.Key})" : VietnameseText.Clean(option.Label))];

    /// <summary>A typed text as the file shows it: an option by its label, yes and no in Vietnamese.</summary>
    public string Shown(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Fact?.Type == FactType.YesNo && FactText.Read(Fact, text).Value is { Yes: { } yes }) return yes ? "Có" : "Không";
        var option = Fact?.Type == FactType.Choice ? Options.TakeWhile(o => o.Key != text).Count() : Options.Count;
        return option < Options.Count ? ShownOptions[option] : text;
    }

    /// <summary>
    /// A text of the file as it is typed into the form: an option as its key, a day as day/month/year, a number with its decimals
    /// behind a comma. What cannot be read stays as it is.
    /// </summary>
    public string Typed(string written)
    {
        var text = OfflineText.Plain(written);
        if (text.Length == 0 || Key.Kind is OfflineFieldKind.Explanation) return text;
        if (Key.Kind == OfflineFieldKind.Source) return VietnameseText.Clean(text);
        if (Fact?.Type == FactType.List) return text;
        text = VietnameseText.Clean(text);
        if (Fact?.Type == FactType.Choice) return OptionOf(text) ?? text;
        return Value(text) is { } value ? FactText.Write(Definition, value) : text;
    }

    /// <summary>The number of a typed text; null when it is none, or the field asks for something else.</summary>
    public decimal? Number(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.Length > 0 && (Key.Kind == OfflineFieldKind.Points || Fact?.Type is FactType.Count or FactType.Money or FactType.Percent or FactType.Number) ? Value(typed)?.Number : null;
    }

    /// <summary>Whether two typed texts say the same.</summary>
    public bool Same(string left, string right)
    {
        var (first, second) = (Typed(left), Typed(right));
        if (first == second) return true;
        return Fact is not null && first.Length > 0 && second.Length > 0 && Value(first) is { } one && Value(second) is { } other && one == other;
    }

    /// <summary>Why a typed text cannot be used as it is; null when it can, or when nothing stands there.</summary>
    public LocalText? Problem(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (typed.Length == 0) return null;
        if (Key.Kind == OfflineFieldKind.Explanation) return TooLong(typed, LongestExplanation);
        if (Key.Kind == OfflineFieldKind.Source) return TooLong(typed, LongestSource);
        if (Fact?.Type == FactType.Choice)
        {
            return Options.Any(o => o.Key == typed) ? null : new(
                $"“{OfflineText.Short(typed)}” không phải phương án của “{Label}”.", $"“{OfflineText.Short(typed)}” is no option of “{Label}”.");
        }

        var reading = FactText.Read(Definition, Unmistakable(typed));
        if (reading.Value is not { } value) return reading.Problem;
        if (Key.Kind == OfflineFieldKind.Points) return PointsProblem(value.Number!.Value);
        var alone = new FactSet(new Dictionary<string, FactValue> { [Fact!.Name] = value });
        return FactCheck.Problems([Fact], alone) is [{ } problem, ..] ? problem.Message : null;
    }

    private FactDefinition Definition => Fact ?? new FactDefinition { Name = "points", Label = Label, Type = FactType.Number };

    private FactValue? Value(string text) => FactText.Read(Definition, Unmistakable(text)).Value;

    // Rates and points never have thousands, so a lone point can only be the decimal mark there: 79.999 is meant as written.
    private string Unmistakable(string text) =>
        (Fact is null || Fact.Type == FactType.Percent) && !text.Contains(',', StringComparison.Ordinal) && text.Count(c => c == '.') == 1 ? text.Replace('.', ',') : text;

    private string? OptionOf(string text)
    {
        if (Options.FirstOrDefault(o => o.Key == text) is { } named) return named.Key;
        var shown = ShownOptions;
        for (var i = 0; i < shown.Count; i++)
        {
            if (Alike(shown[i], text)) return Options[i].Key;
        }

        return null;
    }

    private static bool Alike(string left, string right) => string.Equals(VietnameseText.Clean(left), VietnameseText.Clean(right), StringComparison.OrdinalIgnoreCase);

    private LocalText? PointsProblem(decimal points)
    {
        if (points < 0) return new("Điểm không được là số âm.", "Points must not be negative.");
        return MaxPoints is { } max && points > max
            ? new($"Điểm không được vượt quá điểm tối đa {NumberText.Write(max)}.", $"Points must not exceed the maximum of {NumberText.Write(max)}.")
            : null;
    }

    private static LocalText? TooLong(string text, int most) => text.Length <= most ? null : new(
        $"Nội dung dài {text.Length} ký tự, quá {most}.", $"The text has {text.Length} characters, more than {most}.");
}
