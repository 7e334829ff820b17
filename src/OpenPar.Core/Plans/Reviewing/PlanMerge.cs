namespace OpenPar.Core.Plans.Reviewing;

/// <summary>How the new file, the old file and what people decided since agree on one text.</summary>
public enum MergeKind
{
    /// <summary>Nobody changed it.</summary>
    Same,

    /// <summary>The new file changed it, people did not: the file is taken.</summary>
    FromFile,

    /// <summary>People changed it, the file did not: their decision stays.</summary>
    Decided,

    /// <summary>Both changed it to the same.</summary>
    Agreed,

    /// <summary>Both changed it, each otherwise: the decision stays until a person looks.</summary>
    Conflict,
}

/// <summary>One text of a row in three versions.</summary>
/// <param name="Field">Which text.</param>
/// <param name="Old">What the old file said.</param>
/// <param name="Decided">What stands in the plan.</param>
/// <param name="New">What the new file says.</param>
public sealed record MergedField(PlanField Field, string Old, string Decided, string New)
{
    /// <summary>How the three agree.</summary>
    public MergeKind Kind =>
        Decided == New ? (Old == New ? MergeKind.Same : MergeKind.Agreed)
        : Old == New ? MergeKind.Decided
        : Old == Decided ? MergeKind.FromFile
        : MergeKind.Conflict;

    /// <summary>The text that follows from the three.</summary>
    public string Result => Kind == MergeKind.FromFile ? New : Decided;
}

/// <summary>One row of a plan in three versions: the old file, what people decided since, the new file.</summary>
public sealed record PlanMerge
{
    private PlanMerge(IReadOnlyList<MergedField> fields) => Fields = fields;

    /// <summary>Every field in its three versions.</summary>
    public IReadOnlyList<MergedField> Fields { get; }

    /// <summary>The row that follows: changes of the file where people changed nothing, decisions everywhere else.</summary>
    public PlanWords Result => new(Fields.Select(merged => KeyValuePair.Create(merged.Field, (string?)merged.Result)));

    /// <summary>Fields that a person has to decide.</summary>
    public IEnumerable<MergedField> Conflicts => Fields.Where(merged => merged.Kind == MergeKind.Conflict);

    /// <summary>Fields that are not the same in all three.</summary>
    public IEnumerable<MergedField> Differences => Fields.Where(merged => merged.Kind != MergeKind.Same);

    /// <summary>Compares the three versions of a row.</summary>
    /// <param name="old">What the old file said; for a row people added, what they wrote.</param>
    /// <param name="decided">What stands in the plan.</param>
    /// <param name="now">What the new file says.</param>
    public static PlanMerge Of(PlanWords old, PlanWords decided, PlanWords now)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(decided);
        ArgumentNullException.ThrowIfNull(now);
        return new PlanMerge([.. PlanFields.All.Select(field => new MergedField(field, old[field], decided[field], now[field]))]);
    }
}
