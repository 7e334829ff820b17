using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Results;

/// <summary>An approval without its content.</summary>
public sealed record ApprovalHead(long Id, string DecisionNumber, DateOnly DecidedOn, string Sha256, string ApprovedBy, DateTimeOffset ApprovedAt, DateTimeOffset? PublishedAt)
{
    /// <summary>The decision as it is cited: "12/QĐ-UBND ngày 05/01/2026".</summary>
    public string Cited => $"Quyết định số {DecisionNumber} ngày {DecidedOn:dd/MM/yyyy}";
}

/// <summary>The result of a round: frozen from the approval on, before that as its rows stand now.</summary>
public sealed class RoundResults(OpenParDb db, LiveRound live)
{
    /// <param name="Round">The round.</param>
    /// <param name="Groups">All its groups in order.</param>
    /// <param name="Content">The result of the groups that were asked for.</param>
    /// <param name="Approval">The approval that counts; null while there is none.</param>
    public sealed record Found(Round Round, IReadOnlyList<UnitGroup> Groups, FrozenRound Content, ApprovalHead? Approval);

    /// <summary>Whether a round's result is frozen.</summary>
    public static bool IsFrozen(RoundState state) => state is RoundState.Approved or RoundState.Published;

    /// <summary>One group of a round, the first when none is named, or null when there is no such round or group.</summary>
    public async Task<Found?> OfGroupAsync(RoundId id, GroupId? wanted, CancellationToken cancellationToken)
    {
        if (await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } round) return null;
        var groups = await db.UnitGroups.AsNoTracking().Where(g => g.RoundId == id).OrderBy(g => g.SortOrder).ToListAsync(cancellationToken);
        if ((wanted is { } asked ? groups.Find(g => g.Id == asked) : groups.FirstOrDefault()) is not { } group) return null;
        if (!IsFrozen(round.State)) return new Found(round, groups, await live.ReadAsync(round, [group], cancellationToken), null);
        var approval = await db.Approvals.AsNoTracking().Where(a => a.RoundId == id).OrderByDescending(a => a.Id).FirstAsync(cancellationToken);
        var content = FrozenRound.Read(approval.Content);
        return new Found(round, groups, content with { Groups = [.. content.Groups.Where(g => g.Group == group.Id.Value)] }, await HeadAsync(approval.Id, cancellationToken));
    }

    /// <summary>The last approval of a round with its content; null when it was never approved.</summary>
    public Task<Approval?> LastAsync(RoundId id, CancellationToken cancellationToken) =>
        db.Approvals.AsNoTracking().Where(a => a.RoundId == id).OrderByDescending(a => a.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Every approval of a round, the last first.</summary>
    public Task<List<ApprovalHead>> HeadsAsync(RoundId id, CancellationToken cancellationToken) =>
        Heads(db.Approvals.Where(a => a.RoundId == id)).ToListAsync(cancellationToken);

    private Task<ApprovalHead> HeadAsync(long id, CancellationToken cancellationToken) => Heads(db.Approvals.Where(a => a.Id == id)).SingleAsync(cancellationToken);

    private IQueryable<ApprovalHead> Heads(IQueryable<Approval> approvals) => approvals.AsNoTracking().OrderByDescending(a => a.Id).Select(a => new ApprovalHead(
        a.Id, a.DecisionNumber, a.DecidedOn, a.Sha256, a.ApprovedBy, a.ApprovedAt, db.Publications.Where(p => p.ApprovalId == a.Id).Select(p => (DateTimeOffset?)p.PublishedAt).FirstOrDefault()));
}
