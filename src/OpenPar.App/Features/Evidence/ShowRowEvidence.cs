using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Evidence.Tasks;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Evidence;

/// <summary>What a person needs to prove a row: what the guidance asks for, what proved it before, and the documents that are there.</summary>
public static class ShowRowEvidence
{
    /// <param name="Row">The row.</param>
    /// <param name="Criterion">Its leaf.</param>
    /// <param name="Round">Its round.</param>
    /// <param name="RoundTitle">Title of the round.</param>
    /// <param name="Sheet">Its sheet.</param>
    /// <param name="UnitName">The unit whose sheet it is.</param>
    /// <param name="Demonstration">Whether its figures are invented.</param>
    /// <param name="OwnAgency">The person's agency: the usual issuer.</param>
    /// <param name="Earlier">What proved the row in the round before; null when there is nothing to use again.</param>
    /// <param name="FromTasks">What proves tasks that plans set for the criterion.</param>
    /// <param name="Library">The newest documents that may be cited, or those that were searched for.</param>
    /// <param name="State">How the row stands.</param>
    /// <param name="MayWrite">Whether the person may prove it now: nobody brings a file for a row that takes none.</param>
    public sealed record View(
        RowId Row, Criterion Criterion, RoundId Round, string RoundTitle, SheetId Sheet, string UnitName, bool Demonstration, string? OwnAgency,
        ShowEarlierEvidence.View? Earlier, IReadOnlyList<ShowTaskProofs.Line> FromTasks, ListDocuments.Choices Library,
        RowState State, bool MayWrite);

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, RowAccess access, ShowEarlierEvidence.Handler earlier, ShowTaskProofs.Handler tasks,
        ListDocuments.Handler documents, Actor actor)
    {
        // Opened for each of thousands of files on the last evening: nothing of the rest of the sheet is read for it.
        private static readonly Func<OpenParDb, RowId, AgencyId?, CancellationToken, Task<Place>> PlaceOf = EF.CompileAsyncQuery((OpenParDb db, RowId id, AgencyId? agency, CancellationToken _) =>
            (from row in db.Rows.AsNoTracking()
             where row.Id == id
             join sheet in db.Sheets on row.SheetId equals sheet.Id
             join round in db.Rounds.Include(r => r.Extensions) on sheet.RoundId equals round.Id
             join unit in db.Agencies on sheet.UnitId equals unit.Id
             join its in db.UnitGroups on sheet.GroupId equals its.Id
             join framework in db.Frameworks on its.FrameworkId equals framework.Id
             select new Place(
                 sheet, round, framework.Id, framework.ContentHash, unit.Name, db.Agencies.Where(a => a.Id == agency).Select(a => a.Name).FirstOrDefault(),
                 db.Rounds.Any(r => r.Year < round.Year && r.Demonstration == round.Demonstration),
                 db.TaskCitations.Any())).Single());

        /// <summary>Null when there is no such row or the person may not see it.</summary>
        public async Task<View?> HandleAsync(RowId id, string? search, CancellationToken cancellationToken)
        {
            if (await RowQueries.RowToShow(db, id, cancellationToken) is not { Row: var row }) return null;
            var place = await PlaceOf(db, id, actor.Agency, cancellationToken);
            var (sheet, round) = (place.Sheet, place.Round);
            if (!access.Mine(row, sheet, Permission.ViewRounds)) return null;
            var framework = await frameworks.GetAsync(db, place.Framework, place.Hash, cancellationToken);
            return new View(
                id, framework.Find(row.Code)!, round.Id, round.Title, sheet.Id, place.Unit, round.Demonstration, place.Agency,
                place.Earlier ? await earlier.HandleAsync(id, cancellationToken) : null,
                place.Tasks ? await tasks.HandleAsync(id, cancellationToken) : [], await documents.ChoicesAsync(search, cancellationToken),
                row.State, access.MayWrite(row, sheet, round));
        }

        private sealed record Place(Sheet Sheet, Round Round, FrameworkId Framework, string Hash, string Unit, string? Agency, bool Earlier, bool Tasks);
    }
}
