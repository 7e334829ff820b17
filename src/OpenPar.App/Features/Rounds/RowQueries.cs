using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>How a row, its sheet and its round are read, compiled once: on the last evening every save asks for them.</summary>
internal static class RowQueries
{
    /// <summary>A row with its owners and delegates, to be changed.</summary>
    public static readonly Func<OpenParDb, RowId, CancellationToken, Task<Row?>> RowToChange = EF.CompileAsyncQuery((OpenParDb db, RowId id, CancellationToken _) =>
        db.Rows.Include(r => r.Owners).Include(r => r.Delegates).AsSingleQuery().SingleOrDefault(r => r.Id == id));

    /// <summary>A row with its owners and delegates, to be shown.</summary>
    public static readonly Func<OpenParDb, RowId, CancellationToken, Task<Row?>> RowToShow = EF.CompileAsyncQuery((OpenParDb db, RowId id, CancellationToken _) =>
        db.Rows.AsNoTracking().Include(r => r.Owners).Include(r => r.Delegates).AsSingleQuery().SingleOrDefault(r => r.Id == id));

    /// <summary>Decisions of a row.</summary>
    public static readonly Func<OpenParDb, RowId, IAsyncEnumerable<RowDecision>> Decisions = EF.CompileAsyncQuery((OpenParDb db, RowId id) =>
        db.Decisions.AsNoTracking().Where(d => d.RowId == id));

    /// <summary>Messages of a row.</summary>
    public static readonly Func<OpenParDb, RowId, IAsyncEnumerable<RowMessage>> Messages = EF.CompileAsyncQuery((OpenParDb db, RowId id) =>
        db.Messages.AsNoTracking().Where(m => m.RowId == id));

    /// <summary>Whether a row has evidence.</summary>
    public static readonly Func<OpenParDb, RowId, CancellationToken, Task<bool>> Proven = EF.CompileAsyncQuery((OpenParDb db, RowId id, CancellationToken _) =>
        db.Citations.Any(c => c.RowId == id));

    /// <summary>A sheet, to be changed with its row.</summary>
    public static readonly Func<OpenParDb, SheetId, CancellationToken, Task<Sheet>> SheetToChange = EF.CompileAsyncQuery((OpenParDb db, SheetId id, CancellationToken _) =>
        db.Sheets.Single(s => s.Id == id));

    /// <summary>A sheet, to be shown.</summary>
    public static readonly Func<OpenParDb, SheetId, CancellationToken, Task<Sheet>> SheetToShow = EF.CompileAsyncQuery((OpenParDb db, SheetId id, CancellationToken _) =>
        db.Sheets.AsNoTracking().Single(s => s.Id == id));

    /// <summary>A round with its extensions, to be changed with its row.</summary>
    public static readonly Func<OpenParDb, RoundId, CancellationToken, Task<Round>> RoundToChange = EF.CompileAsyncQuery((OpenParDb db, RoundId id, CancellationToken _) =>
        db.Rounds.Include(r => r.Extensions).Single(r => r.Id == id));

    /// <summary>A round with its extensions, to be shown.</summary>
    public static readonly Func<OpenParDb, RoundId, CancellationToken, Task<Round>> RoundToShow = EF.CompileAsyncQuery((OpenParDb db, RoundId id, CancellationToken _) =>
        db.Rounds.AsNoTracking().Include(r => r.Extensions).Single(r => r.Id == id));
}
