using OpenPar.Core.Accounts;
using OpenPar.Core.Text;

namespace OpenPar.Core.Organisations.Reorganising;

/// <summary>Where a reorganisation stands.</summary>
public enum ReorganisationStage
{
    /// <summary>Entered and looked at; nothing has changed.</summary>
    Planned,

    /// <summary>Everything it asks was carried out.</summary>
    CarriedOut,

    /// <summary>Carried out, and taken back afterwards.</summary>
    Revoked,
}

/// <summary>What can happen to a reorganisation.</summary>
public enum ReorganisationEvent
{
    /// <summary>A person chooses what becomes of rows that several units declared.</summary>
    Choose,

    /// <summary>It is carried out.</summary>
    CarryOut,

    /// <summary>It is taken back.</summary>
    Revoke,
}

/// <summary>One transition of a reorganisation.</summary>
/// <param name="Event">What happens.</param>
/// <param name="From">Stage before.</param>
/// <param name="To">Stage after.</param>
/// <param name="Needs">Permission of the person.</param>
/// <param name="Asks">What must be given or be so, beside the permission.</param>
/// <param name="Records">What is kept of it, beside the audit entry every transition writes.</param>
public sealed record ReorganisationTransition(
    ReorganisationEvent Event, ReorganisationStage From, ReorganisationStage To, Permission Needs, string Asks, string Records);

/// <summary>
/// The life of a reorganisation, as one table. The stage is not stored beside it: it follows from what is on record, the carrying out and the
/// taking back, which are only ever added.
/// </summary>
public static class ReorganisationMachine
{
    /// <summary>Every transition there is.</summary>
    public static IReadOnlyList<ReorganisationTransition> Transitions { get; } =
    [
        new(ReorganisationEvent.Choose, ReorganisationStage.Planned, ReorganisationStage.Planned, Permission.EditAgencies, "", "the choices"),
        new(ReorganisationEvent.CarryOut, ReorganisationStage.Planned, ReorganisationStage.CarriedOut, Permission.EditAgencies,
            "number of the decision, every row decided, the plan as the person saw it", "what stood before, choices, steps, what they replaced"),
        new(ReorganisationEvent.Revoke, ReorganisationStage.CarriedOut, ReorganisationStage.Revoked, Permission.EditAgencies,
            "number of the decision, reason, nothing in the way, the dry run as the person saw it", "decision, reason, steps"),
    ];

    /// <summary>The transition an event makes, or null when it is not allowed there.</summary>
    public static ReorganisationTransition? Find(ReorganisationStage from, ReorganisationEvent happening) =>
        Transitions.FirstOrDefault(t => t.From == from && t.Event == happening);

    /// <summary>The stage that follows from what is on record.</summary>
    public static ReorganisationStage StageOf(bool carriedOut, bool revoked) =>
        revoked ? ReorganisationStage.Revoked : carriedOut ? ReorganisationStage.CarriedOut : ReorganisationStage.Planned;

    /// <summary>Name of a stage.</summary>
    public static LocalText NameOf(ReorganisationStage stage) => stage switch
    {
        ReorganisationStage.Planned => new LocalText("Đang xem xét", "Under review"),
        ReorganisationStage.CarriedOut => new LocalText("Đã thực hiện", "Carried out"),
        ReorganisationStage.Revoked => new LocalText("Đã thu hồi", "Taken back"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };
}
