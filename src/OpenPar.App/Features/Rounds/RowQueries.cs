using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Frameworks;

namespace OpenPar.App.Features.Rounds;

/// <summary>How a row, its sheet and its round are read, compiled once: on the last evening every save asks for them.</summary>
internal static class RowQueries
{
    /// <summary>A row with its owners and delegates, to be changed.</summary>
    public static readonly Func<OpenParDb, RowId, CancellationToken, Task<Row?>> RowToChange = EF.CompileAsyncQuery((OpenParDb db, RowId id, CancellationToken _) =>
        db.Rows.Include(r => r.Owners).Include(r => r.Delegates).AsSingleQuery().SingleOrDefault(r => r.Id == id));

    /// <summary>A row with its owners and delegates, to be shown, and whether anything was decided or said about it.</summary>
    public static readonly Func<OpenParDb, RowId, CancellationToken, Task<Shown?>> RowToShow = EF.CompileAsyncQuery((OpenParDb db, RowId id, CancellationToken _) =>
        db.Rows.AsNoTracking().Include(r => r.Owners).Include(r => r.Delegates).AsSingleQuery().Where(r => r.Id == id)
            .Select(r => new Shown(r, db.Decisions.Any(d => d.RowId == id), db.Messages.Any(m => m.RowId == id))).SingleOrDefault());

    /// <summary>Decisions of a row.</summary>
    public static readonly Func<OpenParDb, RowId, IAsyncEnumerable<RowDecision>> Decisions = EF.CompileAsyncQuery((OpenParDb db, RowId id) =>
        db.Decisions.AsNoTracking().Where(d => d.RowId == id));

    /// <summary>Messages of a row.</summary>
    public static readonly Func<OpenParDb, RowId, IAsyncEnumerable<RowMessage>> Messages = EF.CompileAsyncQuery((OpenParDb db, RowId id) =>
        db.Messages.AsNoTracking().Where(m => m.RowId == id));

    /// <summary>The newest message of a row that a person was shown; 0 while there is none.</summary>
    public static readonly Func<OpenParDb, Guid, RowId, CancellationToken, Task<long>> SeenUpTo = EF.CompileAsyncQuery((OpenParDb db, Guid user, RowId id, CancellationToken _) =>
        db.SeenRows.Where(s => s.UserId == user && s.RowId == id).Select(s => s.MessageId).SingleOrDefault());

    /// <summary>Whether a row has evidence.</summary>
    public static readonly Func<OpenParDb, RowId, CancellationToken, Task<bool>> Proven = EF.CompileAsyncQuery((OpenParDb db, RowId id, CancellationToken _) =>
        db.Citations.Any(c => c.RowId == id));

    /// <summary>The sheet of a row and its round with extensions, to be changed with the row.</summary>
    public static readonly Func<OpenParDb, RowId, CancellationToken, Task<Ground>> GroundToChange = EF.CompileAsyncQuery((OpenParDb db, RowId id, CancellationToken _) =>
        (from row in db.Rows
         where row.Id == id
         join sheet in db.Sheets on row.SheetId equals sheet.Id
         join round in db.Rounds.Include(r => r.Extensions) on sheet.RoundId equals round.Id
         join its in db.UnitGroups on sheet.GroupId equals its.Id
         join framework in db.Frameworks on its.FrameworkId equals framework.Id
         select new Ground(sheet, round, framework.Id, framework.ContentHash)).Single());

    /// <summary>The same, to be shown.</summary>
    public static readonly Func<OpenParDb, RowId, CancellationToken, Task<Ground>> GroundToShow = EF.CompileAsyncQuery((OpenParDb db, RowId id, CancellationToken _) =>
        (from row in db.Rows.AsNoTracking()
         where row.Id == id
         join sheet in db.Sheets on row.SheetId equals sheet.Id
         join round in db.Rounds.Include(r => r.Extensions) on sheet.RoundId equals round.Id
         join its in db.UnitGroups on sheet.GroupId equals its.Id
         join framework in db.Frameworks on its.FrameworkId equals framework.Id
         select new Ground(sheet, round, framework.Id, framework.ContentHash)).Single());

    /// <summary>A row to be shown.</summary>
    /// <param name="Row">The row.</param>
    /// <param name="Decided">Whether it has decisions.</param>
    /// <param name="Told">Whether it has messages.</param>
    public sealed record Shown(Row Row, bool Decided, bool Told);

    /// <summary>What a row stands on.</summary>
    /// <param name="Sheet">Its sheet.</param>
    /// <param name="Round">Its round, with extensions.</param>
    /// <param name="Framework">The framework of its group.</param>
    /// <param name="Hash">The content of that framework.</param>
    public sealed record Ground(Sheet Sheet, Round Round, FrameworkId Framework, string Hash);
}
