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

    /// <summary>What a person who works on the row may write: people of the unit, or of an agency that answers for the row, also among themselves.</summary>
    public IReadOnlyList<RowMessageKind> Kinds(Sheet sheet, Row row) => access.Own(row, sheet) ? [RowMessageKind.InternalNote, RowMessageKind.Note] : [RowMessageKind.Note];

    /// <summary>Messages that are news to a person who works on a row in a role: notes, and what the other side asks or answers.</summary>
    public static IReadOnlyList<RowMessageKind> NewsTo(Role role) => role == Role.Appraiser
        ? [RowMessageKind.Note, RowMessageKind.Objection, RowMessageKind.Explanation]
        : [RowMessageKind.Note, RowMessageKind.InternalNote, RowMessageKind.Return, RowMessageKind.Question];

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
        List<AgencyId> own = foreign ? await ReadersAsync(cancellationToken) : [.. new[] { actor.Agency }.OfType<AgencyId>()];
        return [.. messages.Where(m => m.Kind != RowMessageKind.InternalNote || (m.AuthorAgencyId is { } author && own.Contains(author)))];
    }

    /// <summary>The agencies whose internal notes the person reads: the own one and, as whoever continues an agency reads what its people wrote, those it continues.</summary>
    public async Task<List<AgencyId>> ReadersAsync(CancellationToken cancellationToken) =>
        actor.Agency is { } agency ? await Predecessors.WithAsync(db, agency, cancellationToken) : [];
}
