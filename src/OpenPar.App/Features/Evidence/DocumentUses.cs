using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
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
    public sealed record Use(RowId Row, CriterionCode Code, string Round, int Year, string Unit, string? Item, int? Page);

    /// <summary>How often a document is used.</summary>
    public static async Task<int> CountAsync(OpenParDb db, DocumentId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Citations.CountAsync(c => c.DocumentId == id, cancellationToken)
            + await db.ClosingDocuments.CountAsync(d => d.DocumentId == id, cancellationToken)
            + await db.Adjustments.CountAsync(a => a.DocumentId == id, cancellationToken)
            + await db.CouncilSessions.CountAsync(s => s.DocumentId == id, cancellationToken);
    }

    /// <summary>Every place, newest year first.</summary>
    public static async Task<IReadOnlyList<Use>> ListAsync(OpenParDb db, DocumentId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var uses = await (
            from citation in db.Citations
            where citation.DocumentId == id
            join row in db.Rows on citation.RowId equals row.Id
            join sheet in db.Sheets on row.SheetId equals sheet.Id
            join round in db.Rounds on sheet.RoundId equals round.Id
            join unit in db.Agencies on sheet.UnitId equals unit.Id
            select new Use(row.Id, row.Code, round.Title, round.Year, unit.Name, citation.Item, citation.Page)).AsNoTracking().ToListAsync(cancellationToken);
        return [.. uses.OrderByDescending(u => u.Year).ThenBy(u => u.Round, StringComparer.Ordinal).ThenBy(u => u.Code)];
    }
}
