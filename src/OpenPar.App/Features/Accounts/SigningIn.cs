using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;

namespace OpenPar.App.Features.Accounts;

/// <summary>What every way of signing in leaves behind.</summary>
internal static class SigningIn
{
    /// <summary>Marks the visit and records it in the person's own name; the caller saves.</summary>
    public static void WelcomeIn(this User user, OpenParDb db, TimeProvider time, Actor actor, string action)
    {
        user.AccessFailedCount = 0;
        user.LastSignInAt = time.GetUtcNow();
        if (action == nameof(SignInWithPassword)) user.LockoutEnd = null;
        actor.SignedInAs(user.Id, user.FullName, user.AgencyId, [.. user.Grants.Select(g => g.Role)], user.Demonstration);
        db.Record(actor, time, action, $"account/{user.Id}", after: new { outcome = "signed-in" });
    }
}
