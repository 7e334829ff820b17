using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;

namespace OpenPar.App.Features.Rounds.Moving;

/// <summary>Saves of rows that began before a sheet became history and end after it.</summary>
internal static class LateSaves
{
    /// <summary>Gives every row of the sheet a new version: whoever has read one is told that it changed, keeps what was typed and sees where it belongs now.</summary>
    public static Task RefuseAsync(OpenParDb db, SheetId sheet, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"update rounds.rows set sort_order = sort_order where sheet_id = {sheet.Value}", cancellationToken);
}
