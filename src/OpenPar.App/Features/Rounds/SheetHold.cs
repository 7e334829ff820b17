using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;

namespace OpenPar.App.Features.Rounds;

/// <summary>A sheet that one act works on, while every other act that holds it waits.</summary>
internal static class SheetHold
{
    /// <summary>Begins a transaction and holds the sheet until it ends.</summary>
    public static async Task<IDbContextTransaction> HoldSheetAsync(this OpenParDb db, SheetId id, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select from rounds.sheets where id = {id.Value} for update", cancellationToken);
        return transaction;
    }
}
