using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Plans;
using OpenPar.Core.Frameworks;

namespace OpenPar.App.Features.Evidence;

/// <summary>Where documents are used. Whatever uses them is counted and listed here, so that nothing in use can be deleted.</summary>
public static class DocumentUses
{
    /// <param name="Row">The row it proves.</param>
    /// <param name="Code">Its number in the framework.</param>
    /// <param name="Round">Title of the round.</param>
    /// <param name="Year">Year of the round.</param>
    /// <param name="Unit">The unit whose sheet it is.</param>
    /// <param name="Item">Mục, khoản.</param>
    /// <param name="Page">Page, from 1.</param>
    public sealed record RowUse(RowId Row, CriterionCode Code, string Round, int Year, string Unit, string? Item, int? Page);

    /// <param name="Plan">The plan.</param>
    /// <param name="Task">The task whose product it proves.</param>
    /// <param name="PlanTitle">Title of the plan.</param>
    /// <param name="Year">Year of the plan.</param>
    /// <param name="Title">What the task is.</param>
    /// <param name="Item">Mục, khoản.</param>
    /// <param name="Page">Page, from 1.</param>
    public sealed record TaskUse(PlanId Plan, PlanRowId Task, string PlanTitle, int? Year, string Title, string? Item, int? Page);

    /// <summary>A use by a sheet as a whole.</summary>
    /// <param name="Sheet">The sheet.</param>
    /// <param name="Round">Title of the round.</param>
    /// <param name="Year">Year of the round.</param>
    /// <param name="Unit">The unit.</param>
    /// <param name="Signed">True when it is kept with a signing; false when it proves a bonus or penalty.</param>
    public sealed record SheetUse(SheetId Sheet, string Round, int Year, string Unit, bool Signed);

    /// <param name="Id">The round whose council met.</param>
    /// <param name="Round">Its title.</param>
    /// <param name="Year">Its year.</param>
    /// <param name="Minutes">Number of the minutes.</param>
    public sealed record SessionUse(RoundId Id, string Round, int Year, string Minutes);

    /// <summary>Every place, newest year first.</summary>
    public sealed record Places(IReadOnlyList<RowUse> Rows, IReadOnlyList<TaskUse> Tasks, IReadOnlyList<SheetUse> Sheets, IReadOnlyList<SessionUse> Sessions)
    {
        /// <summary>How many there are.</summary>
        public int Count => Rows.Count + Tasks.Count + Sheets.Count + Sessions.Count;
    }

    /// <summary>How often a document is used.</summary>
    public static async Task<int> CountAsync(OpenParDb db, DocumentId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Citations.CountAsync(c => c.DocumentId == id, cancellationToken)
            + await db.TaskCitations.CountAsync(c => c.DocumentId == id, cancellationToken)
            + await db.ClosingDocuments.CountAsync(d => d.DocumentId == id, cancellationToken)
            + await db.Adjustments.CountAsync(a => a.DocumentId == id, cancellationToken)
            + await db.CouncilSessions.CountAsync(s => s.DocumentId == id, cancellationToken);
    }

    /// <summary>Every place.</summary>
    public static async Task<Places> ListAsync(OpenParDb db, DocumentId id, CancellationToken cancellationToken) => (await ListAsync(db, [id], cancellationToken))[id];

    /// <summary>Every place of each of some documents.</summary>
    public static async Task<IReadOnlyDictionary<DocumentId, Places>> ListAsync(OpenParDb db, IReadOnlyCollection<DocumentId> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(ids);
        var rows = (await (
            from citation in db.Citations
            where ids.Contains(citation.DocumentId)
            join row in db.Rows on citation.RowId equals row.Id
            join sheet in db.Sheets on row.SheetId equals sheet.Id
            join round in db.Rounds on sheet.RoundId equals round.Id
            join unit in db.Agencies on sheet.UnitId equals unit.Id
            select new { citation.DocumentId, Use = new RowUse(row.Id, row.Code, round.Title, round.Year, unit.Name, citation.Item, citation.Page) }).AsNoTracking().ToListAsync(cancellationToken))
            .ToLookup(u => u.DocumentId, u => u.Use);
        var tasks = (await (
            from citation in db.TaskCitations
            where ids.Contains(citation.DocumentId)
            join task in db.PlanRows on citation.PlanRowId equals task.Id
            join plan in db.Plans on task.PlanId equals plan.Id
            orderby plan.Year descending, plan.Title, task.SortOrder, citation.Id
            select new { citation.DocumentId, Plan = plan.Id, Task = task.Id, plan.Title, plan.Year, task.Words, citation.Item, citation.Page }).AsNoTracking().ToListAsync(cancellationToken))
            .ToLookup(u => u.DocumentId, t => new TaskUse(t.Plan, t.Task, t.Title, t.Year, PlanJson.ReadWords(t.Words).Title, t.Item, t.Page));
        var sessions = (await (
            from session in db.CouncilSessions
            where session.DocumentId != null && ids.Contains(session.DocumentId.Value)
            join round in db.Rounds on session.RoundId equals round.Id
            orderby round.Year descending, session.Id
            select new { DocumentId = session.DocumentId!.Value, Use = new SessionUse(round.Id, round.Title, round.Year, session.MinutesNumber) }).AsNoTracking().ToListAsync(cancellationToken))
            .ToLookup(u => u.DocumentId, u => u.Use);
        var sheets = await SheetsAsync(db, ids, cancellationToken);
        return ids.Distinct().ToDictionary(id => id, id => new Places(
            [.. rows[id].OrderByDescending(u => u.Year).ThenBy(u => u.Round, StringComparer.Ordinal).ThenBy(u => u.Code)], [.. tasks[id]], [.. sheets[id]], [.. sessions[id]]));
    }

    private static async Task<ILookup<DocumentId, SheetUse>> SheetsAsync(OpenParDb db, IReadOnlyCollection<DocumentId> ids, CancellationToken cancellationToken)
    {
        var signed = db.ClosingDocuments.Where(d => ids.Contains(d.DocumentId)).Join(db.Closings, d => d.ClosingId, c => c.Id, (d, c) => new { d.DocumentId, c.SheetId, Signed = true });
        var proved = db.Adjustments.Where(a => a.DocumentId != null && ids.Contains(a.DocumentId.Value)).Select(a => new { DocumentId = a.DocumentId!.Value, a.SheetId, Signed = false });
        return (await (
            from use in signed.Concat(proved)
            join sheet in db.Sheets on use.SheetId equals sheet.Id
            join round in db.Rounds on sheet.RoundId equals round.Id
            join unit in db.Agencies on sheet.UnitId equals unit.Id
            orderby round.Year descending, round.Title, unit.Name
            select new { use.DocumentId, Use = new SheetUse(sheet.Id, round.Title, round.Year, unit.Name, use.Signed) }).AsNoTracking().ToListAsync(cancellationToken))
            .ToLookup(u => u.DocumentId, u => u.Use);
    }
}
