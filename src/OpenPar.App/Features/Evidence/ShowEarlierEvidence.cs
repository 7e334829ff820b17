using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Organisations;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Features.Evidence;

/// <summary>
/// Documents that proved, in the round before, the rows that a row continues. They are only shown: nothing is cited until a person says so.
/// </summary>
public static class ShowEarlierEvidence
{
    /// <param name="Citation">The earlier citation.</param>
    /// <param name="Document">The document.</param>
    /// <param name="Name">Number, symbol and subject.</param>
    /// <param name="Issuer">Issuing body.</param>
    /// <param name="IssuedOn">Day of issue.</param>
    /// <param name="Item">Item cited then.</param>
    /// <param name="Page">Page cited then.</param>
    /// <param name="Code">The earlier row.</param>
    public sealed record Line(long Citation, DocumentId Document, string Name, string Issuer, DateOnly? IssuedOn, string? Item, int? Page, CriterionCode Code);

    /// <param name="Round">Title of the round they come from.</param>
    /// <param name="Year">Its year.</param>
    /// <param name="Lines">What can be used again, in order of the earlier rows.</param>
    public sealed record View(string Round, int Year, IReadOnlyList<Line> Lines);

    public sealed class Handler(OpenParDb db, Actor actor)
    {
        /// <summary>Null when there is no earlier round of the unit, or nothing in it that is not cited already.</summary>
        public async Task<View?> HandleAsync(RowId id, CancellationToken cancellationToken)
        {
            var here = await (
                from row in db.Rows
                where row.Id == id
                join sheet in db.Sheets on row.SheetId equals sheet.Id
                join round in db.Rounds on sheet.RoundId equals round.Id
                join its in db.UnitGroups on sheet.GroupId equals its.Id
                select new { row.Code, sheet.UnitId, its.FrameworkId, Round = round }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            if (here is null) return null;
            var units = await Predecessors.WithAsync(db, here.UnitId, cancellationToken);
            var earlier = await (
                from sheet in db.Sheets
                where units.Contains(sheet.UnitId)
                join round in db.Rounds on sheet.RoundId equals round.Id
                where round.Year < here.Round.Year && round.Demonstration == here.Round.Demonstration
                orderby round.Year descending, round.CreatedAt descending
                join its in db.UnitGroups on sheet.GroupId equals its.Id
                select new { round.Id, round.Title, round.Year, its.FrameworkId }).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
            if (earlier is null) return null;
            var codes = await FrameworkMappings.ContinuedAsync(db, earlier.FrameworkId, here.FrameworkId, here.Code, cancellationToken);
            var lines = await LinesAsync(id, earlier.Id, units, codes, cancellationToken);
            return lines.Count == 0 ? null : new View(earlier.Title, earlier.Year, lines);
        }

        private async Task<List<Line>> LinesAsync(RowId row, RoundId round, List<AgencyId> units, List<CriterionCode> codes, CancellationToken cancellationToken)
        {
            var cited = await (
                from sheet in db.Sheets
                where sheet.RoundId == round && units.Contains(sheet.UnitId)
                join old in db.Rows on sheet.Id equals old.SheetId
                where codes.Contains(old.Code)
                join citation in db.Citations on old.Id equals citation.RowId
                join document in ListDocuments.Visible(db, actor) on citation.DocumentId equals document.Id
                where !db.Citations.Any(c => c.RowId == row && c.DocumentId == citation.DocumentId && c.Item == citation.Item && c.Page == citation.Page)
                select new { citation.Id, citation.DocumentId, document.Number, document.Symbol, document.Subject, document.Issuer, document.IssuedOn, citation.Item, citation.Page, old.Code })
                .AsNoTracking().ToListAsync(cancellationToken);
            return [.. cited.DistinctBy(c => (c.DocumentId, c.Item, c.Page)).OrderBy(c => c.Code).ThenBy(c => c.Id).Select(c => new Line(
                c.Id, c.DocumentId, DocumentName.Of(c.Number, c.Symbol, c.Subject), c.Issuer, c.IssuedOn, c.Item, c.Page, c.Code))];
        }
    }
}
