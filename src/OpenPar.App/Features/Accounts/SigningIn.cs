using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Accounts;

/// <summary>What every way of signing in leaves behind.</summary>
internal static class SigningIn
{
    /// <summary>Marks the visit and records it in the person's own name, with the second factor that was used; the caller saves.</summary>
    public static void WelcomeIn(this User user, OpenParDb db, TimeProvider time, Actor actor, string action, SecondFactor? kind = null)
    {
        user.AccessFailedCount = 0;
        user.LastSignInAt = time.GetUtcNow();
        if (action is nameof(SignInWithPassword) or nameof(SignInWithCode)) user.LockoutEnd = null;
        actor.SignedInAs(user.Id, user.FullName, user.AgencyId, [.. user.Grants.Select(g => g.Role)], user.Demonstration);
        object after = kind is null ? new { outcome = "signed-in" } : new { outcome = "signed-in", kind };
        db.Record(actor, time, action, $"account/{user.Id}", after: after);
    }
}
