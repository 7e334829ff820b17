using OpenPar.Core.Plans.Times;
using OpenPar.Core.Text;

namespace OpenPar.Core.Plans;

/// <summary>
/// The time a plan states for a row, typed as far as its words allow and always with those words. Two deadlines are equal when
/// everything is, the text included.
/// </summary>
/// <param name="Kind">What kind of time it is.</param>
/// <param name="From">First day; null where none is stated, as in "before 15/12".</param>
/// <param name="To">Last day, inclusive; null where none is stated.</param>
/// <param name="Text">The words of the plan, composed, white space as single blanks; empty when the cell was.</param>
public sealed record Deadline(DeadlineKind Kind, DateOnly? From, DateOnly? To, string Text)
{
    /// <summary>How often, for what recurs (and for reports that go with what is continuous).</summary>
    public RecurrencePeriods Every { get; init; }

    /// <summary>True when the words name no year and the year of the plan was taken.</summary>
    public bool YearAssumed { get; init; }

    /// <summary>What a person should check; null when the words have one meaning and all of them were understood.</summary>
    public LocalText? Doubt { get; init; }

    /// <summary>
    /// Reads what stands in the time column of a plan. Never throws and never drops words silently: what is not understood
    /// is either <see cref="DeadlineKind.Unknown"/> or named in <see cref="Doubt"/>.
    /// </summary>
    /// <param name="text">The cell as written.</param>
    /// <param name="year">Year of the plan, for times that name none; null when it is not known.</param>
    public static Deadline Read(string? text, int? year) => DeadlineReader.Read(VietnameseText.Clean(text), year);

    /// <summary>The usual Vietnamese writing of the typed value; reading it gives the same kind and days.</summary>
    public string Write() => DeadlineText.Of(this);
}
