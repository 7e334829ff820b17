using OpenPar.Core.Text;

namespace OpenPar.Core.Organisations.Reorganising.Revoking;

/// <summary>
/// How a reorganisation that was carried out is taken back. Everything that moved goes back to where it was; what people typed since goes
/// along or stays readable; what was signed, decided or built on it since stands in the way.
/// </summary>
/// <param name="Steps">Everything that changes; they count only when nothing stands in the way.</param>
/// <param name="Obstacles">What stands in the way, each with what to do next; empty when it can be taken back.</param>
/// <param name="Kept">What stays as somebody made it since, and what people should do afterwards.</param>
public sealed record RevocationPlan(IReadOnlyList<ReorganisationStep> Steps, IReadOnlyList<LocalText> Obstacles, IReadOnlyList<LocalText> Kept)
{
    /// <summary>Whether nothing stands in the way.</summary>
    public bool Possible => Obstacles.Count == 0;

    /// <summary>Makes the plan. Nothing is read or written here; the same arguments give the same plan.</summary>
    /// <param name="asked">The reorganisation.</param>
    /// <param name="done">The steps that were carried out.</param>
    /// <param name="before">What stood just before.</param>
    /// <param name="trace">What carrying out left behind.</param>
    /// <param name="now">What stands now.</param>
    public static RevocationPlan Of(
        Reorganisation asked, IReadOnlyList<ReorganisationStep> done, ReorganisationState before, ReorganisationTrace trace, RevocationState now)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(done);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(now);
        var work = new RevocationWork(asked, done, before, trace, now);
        work.AddBuiltSince();
        RegisterReturn.Add(work);
        new SheetReturn(work).Add();
        DutyReturn.Add(work);
        return new RevocationPlan(work.Steps, work.Obstacles, work.Kept);
    }
}
