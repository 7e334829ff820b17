using OpenPar.App.Data;

namespace OpenPar.App.Features.Accounts;

/// <summary>Records that a person left.</summary>
public static class SignOut
{
    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task HandleAsync(CancellationToken cancellationToken)
        {
            if (actor.UserId is null) return;
            db.Record(actor, time, nameof(SignOut), $"account/{actor.UserId}");
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
