using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Forms;

/// <summary>How one key of a rule is asked for.</summary>
public enum FormInput
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    LongText,

    /// <summary>A decimal number, comma or point.</summary>
    Number,

    /// <summary>A fraction of 1 that people write in percent: 0.8 is typed as 80.</summary>
    Share,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A day, dd/MM/yyyy.</summary>
    Day,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>One of a closed list.</summary>
    Option,

    /// <summary>Names of figures on one line, separated by commas or blanks.</summary>
    Names,

    /// <summary>A list of texts, one a line.</summary>
    Lines,

    /// <summary>A record of fields of its own.</summary>
    Group,

    /// <summary>A list of such records.</summary>
    Rows,

    /// <summary>A rule of any kind.</summary>
    Rule,
}

/// <summary>One value of a closed list.</summary>
/// <param name="Value">As it stands in the JSON shape.</param>
/// <param name="Label">In the words of the field.</param>
public sealed record FormOption(string Value, LocalText Label);

/// <summary>One key of a rule as it is asked for in a form.</summary>
/// <param name="Key">The key in the JSON shape of <see cref="RuleJson"/>.</param>
/// <param name="Label">The question in the words of the field.</param>
/// <param name="Input">How it is asked for.</param>
public sealed record FormField(string Key, LocalText Label, FormInput Input)
{
    /// <summary>True when a rule cannot be without it; an empty list that is required stands as an empty list.</summary>
    public bool Required { get; init; }

    /// <summary>True when it is seldom needed and may be folded away.</summary>
    public bool Seldom { get; init; }

    /// <summary>How to answer, where the label does not say it.</summary>
    public LocalText? Hint { get; init; }

    /// <summary>The values of an <see cref="FormInput.Option"/>, the default first.</summary>
    public IReadOnlyList<FormOption> Options { get; init; } = [];

    /// <summary>The fields of a <see cref="FormInput.Group"/> or of one of the <see cref="FormInput.Rows"/>.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];

    /// <summary>True for a value that fits into one cell of a table.</summary>
    public bool Small => Input is not (FormInput.Group or FormInput.Rows or FormInput.Rule or FormInput.LongText or FormInput.Lines);
}

/// <summary>The form of one kind of rule.</summary>
/// <param name="Kind">The kind as it stands in the JSON shape.</param>
/// <param name="Title">The kind in the words of the field.</param>
/// <param name="Hint">When to choose it, with an example of an annex.</param>
/// <param name="Fields">What is asked for, in order; those all kinds share not included.</param>
public sealed record RuleForm(string Kind, LocalText Title, LocalText Hint, IReadOnlyList<FormField> Fields);
