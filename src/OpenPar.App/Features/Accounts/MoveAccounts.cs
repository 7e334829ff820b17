using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core.Organisations.Reorganising;

namespace OpenPar.App.Features.Accounts;

/// <summary>The steps of a reorganisation among accounts: people work for the successor from their next request on. Roles stay. The caller holds the transaction.</summary>
public static class MoveAccounts
{
    public sealed record Command(IReadOnlyList<ReorganisationStep> Steps);

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            foreach (var step in command.Steps.OfType<MoveAccount>())
            {
                var user = await db.Users.SingleAsync(u => u.Id == step.Account, cancellationToken);
                user.AgencyId = step.To;
                db.Record(actor, time, nameof(MoveAccounts), $"account/{step.Account}", new { Agency = step.From.ToString() }, new { Agency = step.To.ToString() });
            }

            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
