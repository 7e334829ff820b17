using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>The score sheet of a unit: the whole tree with progress and points. People of an agency see their own sheet and those it continues, and the rows they answer for on others.</summary>
public static class ShowSheet
{
    public sealed record RoundView(
        RoundId Id, string Title, int Year, ScoringWay Way, RoundState State, RoundCalendar Calendar, bool Demonstration,
        SheetId Sheet, SheetState SheetState, GroupId Group, string GroupName, FrameworkId FrameworkId, AgencyId UnitId, string UnitName);

    public sealed record RowLine(
        RowId Id, CriterionCode Code, RowState State, decimal? SelfPoints, decimal? FinalPoints, IReadOnlyList<AgencyId> Owners, int Citations, bool Explained, RowAbsence? Absence);

    /// <summary>What a leaf is to reach in the year of the round.</summary>
    public sealed record Aim(CriterionCode Code, decimal? Points, string? Text);

    /// <param name="Round">The round and its sheet, with the last days that count for the sheet.</param>
    /// <param name="Framework">The framework of its group.</param>
    /// <param name="Rows">The visible rows by code.</param>
    /// <param name="AgencyNames">Names of the owners.</param>
    /// <param name="Targets">Targets of the year by code.</param>
    public sealed record View(RoundView Round, Framework Framework, IReadOnlyDictionary<CriterionCode, RowLine> Rows, IReadOnlyDictionary<AgencyId, string> AgencyNames,
        IReadOnlyDictionary<CriterionCode, Aim> Targets)
    {
        /// <summary>Visible rows in order of reading.</summary>
        public IEnumerable<RowLine> InOrder => Framework.Leaves.Where(l => Rows.ContainsKey(l.Code)).Select(l => Rows[l.Code]);

        /// <summary>Names of the agencies that answer for a row.</summary>
        public string OwnerNames(RowLine row)
        {
            ArgumentNullException.ThrowIfNull(row);
            return string.Join(", ", row.Owners.Select(o => AgencyNames.GetValueOrDefault(o, o.ToString())));
        }
    }

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, ListFormerSheets.Handler former, Actor actor)
    {
        // The page of the last evening: its five queries are compiled once, and none of them looks at a row twice.
        private static readonly Func<OpenParDb, SheetId, IAsyncEnumerable<RoundView>> RoundOf = EF.CompileAsyncQuery((OpenParDb db, SheetId id) =>
            from sheet in db.Sheets.AsNoTracking()
            where sheet.Id == id
            join round in db.Rounds on sheet.RoundId equals round.Id
            join unit in db.Agencies on sheet.UnitId equals unit.Id
            join its in db.UnitGroups on sheet.GroupId equals its.Id
            select new RoundView(
                round.Id, round.Title, round.Year, round.Way, round.State,
                new RoundCalendar(round.OpensOn, round.SelfScoreDueOn, round.AppraisalDueOn, round.ExplanationDueOn, round.SecondAppraisalDueOn),
                round.Demonstration, sheet.Id, sheet.State, its.Id, its.Name, its.FrameworkId, unit.Id,
                // A renamed unit keeps its name of the assessed year there.
                db.FormerNames.Where(n => n.AgencyId == unit.Id && n.LastDay.AddDays(1).Year > round.Year).OrderBy(n => n.LastDay).Select(n => n.Name).FirstOrDefault() ?? unit.Name));

        private static readonly Func<OpenParDb, RoundId, SheetId, GroupId, IAsyncEnumerable<Later>> ExtensionsOf = EF.CompileAsyncQuery((OpenParDb db, RoundId round, SheetId sheet, GroupId its) =>
            from extension in db.Extensions.AsNoTracking()
            where extension.RoundId == round && (extension.SheetId == sheet || extension.GroupId == its || (extension.SheetId == null && extension.GroupId == null))
            select new Later(extension.Step, extension.DueOn));

        private static readonly Func<OpenParDb, SheetId, IAsyncEnumerable<Scored>> RowsOf = EF.CompileAsyncQuery((OpenParDb db, SheetId id) =>
            from row in db.Rows.AsNoTracking()
            where row.SheetId == id
            orderby row.SortOrder
            select new Scored(row.Id, row.Code, row.State, row.SelfPoints, row.FinalPoints, row.Explanation != null, row.Absence));

        private static readonly Func<OpenParDb, SheetId, IAsyncEnumerable<Owned>> OwnersOf = EF.CompileAsyncQuery((OpenParDb db, SheetId id) =>
            from row in db.Rows
            where row.SheetId == id
            join owner in db.RowOwners.AsNoTracking() on row.Id equals owner.RowId
            join agency in db.Agencies on owner.AgencyId equals agency.Id
            select new Owned(owner.RowId, agency.Id, agency.Name));

        private static readonly Func<OpenParDb, SheetId, IAsyncEnumerable<Cited>> CitationsOf = EF.CompileAsyncQuery((OpenParDb db, SheetId id) =>
            from row in db.Rows
            where row.SheetId == id
            join citation in db.Citations on row.Id equals citation.RowId
            group citation by citation.RowId into cited
            select new Cited(cited.Key, cited.Count()));

        private static readonly Func<OpenParDb, FrameworkId, int, IAsyncEnumerable<Aim>> TargetsOf = EF.CompileAsyncQuery((OpenParDb db, FrameworkId framework, int year) =>
            from target in db.Targets.AsNoTracking()
            where target.FrameworkId == framework && target.Year == year
            select new Aim(target.Code, target.Points, target.Text));

        public async Task<View?> HandleAsync(SheetId id, CancellationToken cancellationToken)
        {
            if (await ListAsync(RoundOf(db, id), cancellationToken) is not [var found, ..]) return null;
            var later = await ListAsync(ExtensionsOf(db, found.Id, id, found.Group), cancellationToken);
            var round = later.Count == 0 ? found : found with { Calendar = found.Calendar.With(later.Select(l => new Extension(l.Step, l.DueOn))) };
            var framework = await frameworks.GetAsync(db, round.FrameworkId, cancellationToken);
            var owners = await ListAsync(OwnersOf(db, id), cancellationToken);
            var rows = await RowsAsync(round, owners, cancellationToken);
            var names = owners.DistinctBy(o => o.Agency).ToDictionary(o => o.Agency, o => o.Name);
            var targets = await ListAsync(TargetsOf(db, round.FrameworkId, round.Year), cancellationToken);
            return new View(round, framework, rows.ToDictionary(r => r.Code), names, targets.ToDictionary(t => t.Code));
        }

        private async Task<IEnumerable<RowLine>> RowsAsync(RoundView round, List<Owned> owners, CancellationToken cancellationToken)
        {
            var ownersOf = owners.OrderBy(o => o.Agency.ToString(), StringComparer.Ordinal).ToLookup(o => o.Row, o => o.Agency);
            var citations = (await ListAsync(CitationsOf(db, round.Sheet), cancellationToken)).ToDictionary(c => c.Row, c => c.Count);
            var rows = from row in await ListAsync(RowsOf(db, round.Sheet), cancellationToken)
                       select new RowLine(
                           row.Id, row.Code, row.State, row.SelfPoints, row.FinalPoints, [.. ownersOf[row.Id]], citations.GetValueOrDefault(row.Id), row.Explained, row.Absence);
            var whole = actor.ScopeOf(Permission.ViewRounds) == Scope.Province || round.UnitId == actor.Agency || await former.MayReadAsync(round.Sheet, round.UnitId, cancellationToken);
            return whole ? rows : rows.Where(r => actor.Agency is { } own && r.Owners.Contains(own));
        }

        private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
        {
            var list = new List<T>();
            await foreach (var row in rows.WithCancellation(cancellationToken)) list.Add(row);
            return list;
        }

        private sealed record Scored(RowId Id, CriterionCode Code, RowState State, decimal? SelfPoints, decimal? FinalPoints, bool Explained, RowAbsence? Absence);

        private sealed record Later(RoundStep Step, DateOnly DueOn);

        private sealed record Owned(RowId Row, AgencyId Agency, string Name);

        private sealed record Cited(RowId Row, int Count);
    }
}
