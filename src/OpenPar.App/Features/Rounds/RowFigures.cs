using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>Everything the points of a row rest on: its own figures and what other rows, other years, the group and the calendar give.</summary>
/// <param name="Facts">All figures, the brought ones in their places.</param>
/// <param name="Brought">Names of figures the system brings; nobody types them.</param>
/// <param name="Origins">Where brought figures come from, and typed sources, by name.</param>
/// <param name="Wanting">Figures of other years that must be typed with a source, and why none could be brought.</param>
/// <param name="Calendar">The calendar years that working days are counted by; null when the rule counts none.</param>
public sealed record RowFigures(
    Dictionary<string, FactValue> Facts, IReadOnlySet<string> Brought, Dictionary<string, FigureOrigin> Origins,
    IReadOnlyDictionary<string, LocalText> Wanting, IReadOnlyList<CalendarYear>? Calendar)
{
    /// <summary>Figures of a row that takes nothing from elsewhere.</summary>
    public static RowFigures Plain(Dictionary<string, FactValue> facts) =>
        new(facts, new HashSet<string>(), [], new Dictionary<string, LocalText>(), null);

    /// <summary>Why there is nothing to declare; null for an ordinary row.</summary>
    public RowAbsence? Absence { get; init; }

    /// <summary>What becomes of an absent row: as its criterion says, else as the round settles it.</summary>
    public NotApplicablePolicy? Policy { get; init; }

    /// <summary>The figures with their calendar, as rules take them.</summary>
    public FactSet Set => new(Facts) { Calendar = WorkingCalendar.Of(Calendar ?? []) };

    /// <summary>What a decision on these figures keeps beside them.</summary>
    public DecisionBasis Basis(decimal? proposedPoints, string? statement, decimal? setPoints = null, string? setReason = null) => new()
    {
        ProposedPoints = proposedPoints,
        Statement = statement,
        SetPoints = setPoints,
        SetReason = setReason,
        Absence = Absence,
        Policy = Absence is null ? null : Policy,
        Origins = Origins,
        Calendar = Calendar,
    };
}
