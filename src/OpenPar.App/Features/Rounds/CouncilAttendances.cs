using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>Who came to sessions of the council, as it was entered last.</summary>
internal static class CouncilAttendances
{
    /// <summary>Of one session; null while nobody has entered it.</summary>
    public static Task<CouncilAttendance?> LastAsync(OpenParDb db, long? session, CancellationToken cancellationToken) =>
        db.CouncilAttendances.AsNoTracking().Where(a => a.SessionId == session).OrderByDescending(a => a.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Of several sessions; those nobody has entered are not among them.</summary>
    public static async Task<Dictionary<long, CouncilAttendance>> LastAsync(OpenParDb db, IReadOnlyList<long> sessions, CancellationToken cancellationToken) =>
        await db.CouncilAttendances.AsNoTracking().Where(a => sessions.Contains(a.SessionId) && !db.CouncilAttendances.Any(later => later.SessionId == a.SessionId && later.Id > a.Id))
            .ToDictionaryAsync(a => a.SessionId, cancellationToken);
}
