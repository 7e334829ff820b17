using OpenPar.Core.Text;

namespace OpenPar.Core.Organisations.Reorganising;

/// <summary>What a reorganisation does, in order, and what a person must know or decide before.</summary>
/// <param name="Steps">Everything that changes; empty when it is refused.</param>
/// <param name="Conflicts">Rows that several units declared; each needs a choice.</param>
/// <param name="Warnings">What stays behind, and what people should do afterwards.</param>
/// <param name="Refusals">Why it cannot be; empty when it can.</param>
public sealed record ReorganisationPlan(
    IReadOnlyList<ReorganisationStep> Steps, IReadOnlyList<RowConflict> Conflicts, IReadOnlyList<LocalText> Warnings, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Whether nothing is left to decide.</summary>
    public bool Decided => Conflicts.All(c => c.Chosen is not null);

    /// <summary>
    /// Makes the plan. The same state, reorganisation and choices give the same plan, whatever has happened since; nothing is read or
    /// written here.
    /// </summary>
    /// <param name="state">What stands now, or stood when it was carried out.</param>
    /// <param name="asked">The reorganisation.</param>
    /// <param name="choices">What people chose, by key of the conflict; a choice that is not offered counts as none.</param>
    public static ReorganisationPlan Of(ReorganisationState state, Reorganisation asked, IReadOnlyDictionary<string, string> choices)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(choices);
        var refusals = ReorganisationRefusals.Of(state, asked);
        if (refusals.Count > 0) return new ReorganisationPlan([], [], [], refusals);
        var sheets = new SheetPlan(state, asked, choices);
        sheets.Make();
        List<ReorganisationStep> steps = [.. RegisterPlan.Of(state, asked), .. sheets.Steps, .. DutyPlan.Of(state, asked, sheets.Retired)];
        return new ReorganisationPlan(steps, sheets.Conflicts, [.. sheets.Warnings, .. DutyPlan.Warnings(state, asked)], []);
    }
}
