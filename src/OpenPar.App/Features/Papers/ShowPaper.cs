using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Papers;
using OpenPar.Core.Accounts;
using OpenPar.Core.Papers;

namespace OpenPar.App.Features.Papers;

/// <summary>
/// What a verification code opens. Everybody learns that a paper of this kind, issuer, date and hash was made; what it says
/// is for those who may see its subject.
/// </summary>
public static class ShowPaper
{
    /// <param name="Record">What was recorded; of its state only what <paramref name="State"/> holds may be shown.</param>
    /// <param name="LastMadeAt">When a paper of this state was made last.</param>
    /// <param name="Intact">Whether the stored state still has the recorded hash.</param>
    /// <param name="State">What the paper says; null for who may not see it.</param>
    public sealed record View(PaperRecord Record, DateTimeOffset LastMadeAt, bool Intact, RecordedState? State);

    public sealed class Handler(OpenParDb db, Actor actor)
    {
        public async Task<View?> HandleAsync(PaperCode code, CancellationToken cancellationToken)
        {
            var key = code.ToString();
            if (await db.PaperRecords.AsNoTracking().SingleOrDefaultAsync(r => r.Code == key, cancellationToken) is not { } record) return null;
            var intact = PaperState.OfJson(record.State) is var state && state.Sha256 == record.Sha256 && state.Code == code;
            var subject = $"paper/{key}";
            var last = await db.AuditEntries.Where(e => e.Subject == subject && e.Action == nameof(MakePaper)).MaxAsync(e => (DateTimeOffset?)e.At, cancellationToken);
            return new View(record, last ?? record.MadeAt, intact, intact && MaySee(record) ? RecordedState.Read(record.State) : null);
        }

        private bool MaySee(PaperRecord record) => actor.UserId is not null && actor.ScopeOf(PaperKinds.PermissionOf(record.Kind)) switch
        {
            Scope.Province => true,
            Scope.OwnAgency => record.AgencyId is { } agency && agency == actor.Agency,
            _ => false,
        };
    }
}
