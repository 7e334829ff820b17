using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Accounts;

/// <summary>Questions about the people who may administer the installation. Played roles never count.</summary>
internal static class Administrators
{
    // Changes that add the first or could remove the last administrator run one after the other, on every server.
    private const string Alone = "select pg_advisory_xact_lock(7261947)";

    /// <summary>Waits until this transaction is the only one that changes who administers.</summary>
    public static Task AloneAsync(OpenParDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(Alone, cancellationToken);

    /// <summary>Whether an enabled real administrator exists, leaving one account aside.</summary>
    public static Task<bool> ExistAsync(OpenParDb db, Guid? except, CancellationToken cancellationToken) =>
        db.Users.AnyAsync(
            u => !u.Disabled && !u.Demonstration && u.Id != except && u.Grants.Any(g => g.Role == Role.Administrator), cancellationToken);
}
