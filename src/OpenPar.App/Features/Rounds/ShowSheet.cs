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
        // The page of the last evening: its queries are compiled once, there are few of them, and none looks at a row twice.
        private static readonly Func<OpenParDb, SheetId, IAsyncEnumerable<Found>> RoundOf = EF.CompileAsyncQuery((OpenParDb db, SheetId id) =>
            from sheet in db.Sheets.AsNoTracking()
            where sheet.Id == id
            join round in db.Rounds on sheet.RoundId equals round.Id
            join unit in db.Agencies on sheet.UnitId equals unit.Id
            join its in db.UnitGroups on sheet.GroupId equals its.Id
            join framework in db.Frameworks on its.FrameworkId equals framework.Id
            from extension in db.Extensions
                .Where(e => e.RoundId == round.Id && (e.SheetId == sheet.Id || e.GroupId == its.Id || (e.SheetId == null && e.GroupId == null))).DefaultIfEmpty()
            select new Found(
                new RoundView(
                    round.Id, round.Title, round.Year, round.Way, round.State,
                    new RoundCalendar(round.OpensOn, round.SelfScoreDueOn, round.AppraisalDueOn, round.ExplanationDueOn, round.SecondAppraisalDueOn),
                    round.Demonstration, sheet.Id, sheet.State, its.Id, its.Name, its.FrameworkId, unit.Id,
                    // A renamed unit keeps its name of the assessed year there.
                    db.FormerNames.Where(n => n.AgencyId == unit.Id && n.LastDay.AddDays(1).Year > round.Year).OrderBy(n => n.LastDay).Select(n => n.Name).FirstOrDefault() ?? unit.Name),
                framework.ContentHash, extension == null ? null : extension.Step, extension == null ? null : extension.DueOn));

        private static readonly Func<OpenParDb, SheetId, IAsyncEnumerable<Owned>> RowsOf = EF.CompileAsyncQuery((OpenParDb db, SheetId id) =>
            from row in db.Rows.AsNoTracking()
            where row.SheetId == id
            from owner in db.RowOwners.Where(o => o.RowId == row.Id).DefaultIfEmpty()
            from agency in db.Agencies.Where(a => a.Id == owner.AgencyId).DefaultIfEmpty()
            orderby row.SortOrder
            select new Owned(
                row.Id, row.Code, row.State, row.SelfPoints, row.FinalPoints, row.Explanation != null, row.Absence, db.Citations.Count(c => c.RowId == row.Id),
                agency == null ? null : agency.Id, agency == null ? null : agency.Name));

        private static readonly Func<OpenParDb, FrameworkId, int, IAsyncEnumerable<Aim>> TargetsOf = EF.CompileAsyncQuery((OpenParDb db, FrameworkId framework, int year) =>
            from target in db.Targets.AsNoTracking()
            where target.FrameworkId == framework && target.Year == year
            select new Aim(target.Code, target.Points, target.Text));

        public async Task<View?> HandleAsync(SheetId id, CancellationToken cancellationToken)
        {
            if (await RoundOf(db, id).ToListAsync(cancellationToken) is not [var found, ..] all) return null;
            var later = all.Where(l => l.Step is not null).Select(l => new Extension(l.Step!.Value, l.DueOn!.Value)).ToList();
            var round = later.Count == 0 ? found.Round : found.Round with { Calendar = found.Round.Calendar.With(later) };
            var framework = await frameworks.GetAsync(db, round.FrameworkId, found.Hash, cancellationToken);
            var owned = await RowsOf(db, id).ToListAsync(cancellationToken);
            var names = owned.Where(o => o.Agency is not null).DistinctBy(o => o.Agency).ToDictionary(o => o.Agency!.Value, o => o.Name!);
            var targets = await TargetsOf(db, round.FrameworkId, round.Year).ToListAsync(cancellationToken);
            return new View(round, framework, (await RowsAsync(round, owned, cancellationToken)).ToDictionary(r => r.Code), names, targets.ToDictionary(t => t.Code));
        }

        private async Task<IEnumerable<RowLine>> RowsAsync(RoundView round, List<Owned> owned, CancellationToken cancellationToken)
        {
            var rows = from row in owned
                       group row by row.Id into its
                       let first = its.First()
                       let owners = its.Where(o => o.Agency is not null).Select(o => o.Agency!.Value).OrderBy(a => a.ToString(), StringComparer.Ordinal)
                       select new RowLine(first.Id, first.Code, first.State, first.SelfPoints, first.FinalPoints, [.. owners], first.Citations, first.Explained, first.Absence);
            var whole = actor.ScopeOf(Permission.ViewRounds) == Scope.Province || round.UnitId == actor.Agency || await former.MayReadAsync(round.Sheet, round.UnitId, cancellationToken);
            return whole ? rows : rows.Where(r => actor.Agency is { } own && r.Owners.Contains(own));
        }

        // A line for every extension that counts for the sheet, or one without.
        private sealed record Found(RoundView Round, string Hash, RoundStep? Step, DateOnly? DueOn);

        // A line for every agency that answers for a row, or one without.
        private sealed record Owned(
            RowId Id, CriterionCode Code, RowState State, decimal? SelfPoints, decimal? FinalPoints, bool Explained, RowAbsence? Absence, int Citations, AgencyId? Agency, string? Name);
    }
}
