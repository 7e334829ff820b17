using OpenPar.App.Data;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Organisations;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>Who writes notes on a row and who reads them. A note is for everybody who sees the row, an internal note for the own agency alone.</summary>
public sealed class RowNotes(OpenParDb db, RowAccess access, AppraisalTeams teams, Actor actor)
{
    /// <summary>The role in which the person works on a row and may write notes now; null when there is none.</summary>
    public async Task<Role?> AuthorAsync(Round round, Sheet sheet, Row row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(row);
        if (!IsOpen(round, sheet)) return null;
        var own = access.Own(row, sheet);
        if (actor.ScopeOf(Permission.ScoreRows) is var scores && scores == Scope.OwnAgency && own) return Role.FocalOfficer;
        if (scores == Scope.Delegated && access.Mine(row, sheet, Permission.ScoreRows)) return Role.Contributor;
        if (access.Mine(row, sheet, Permission.SignSheets)) return Role.UnitLeader;
        return actor.May(Permission.AppraiseRows) && !own && await teams.RefusalAsync(round.Id, sheet.GroupId, row.Code, cancellationToken) is null ? Role.Appraiser : null;
    }

    /// <summary>What the person may write: people of the unit, or of an agency that answers for the row, also among themselves.</summary>
    public async Task<IReadOnlyList<RowMessageKind>> KindsAsync(Round round, Sheet sheet, Row row, CancellationToken cancellationToken) =>
        await AuthorAsync(round, sheet, row, cancellationToken) is null ? [] : access.Own(row, sheet) ? [RowMessageKind.InternalNote, RowMessageKind.Note] : [RowMessageKind.Note];

    /// <summary>Whether notes may still be written: from the opening of the round to its approval, on sheets that are not history.</summary>
    public static bool IsOpen(Round round, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(sheet);
        return round.State is RoundState.Open or RoundState.Paused or RoundState.Closed && sheet.State != SheetState.Retired;
    }

    /// <summary>The messages the person may read, of all that stand on a row.</summary>
    public async Task<List<RowMessage>> ReadableAsync(IReadOnlyList<RowMessage> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var foreign = messages.Any(m => m.Kind == RowMessageKind.InternalNote && m.AuthorAgencyId != actor.Agency);
        // Whoever continues an agency reads what its people wrote.
        List<AgencyId> own = actor.Agency is not { } agency ? [] : foreign ? await Predecessors.WithAsync(db, agency, cancellationToken) : [agency];
        return [.. messages.Where(m => m.Kind != RowMessageKind.InternalNote || (m.AuthorAgencyId is { } author && own.Contains(author)))];
    }
}
