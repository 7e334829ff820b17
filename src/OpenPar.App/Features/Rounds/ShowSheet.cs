using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>The score sheet of a round: the whole tree with progress and points. A focal officer sees the rows of the own agency.</summary>
public static class ShowSheet
{
    public sealed record RoundView(
        RoundId Id, string Title, int Year, FrameworkId FrameworkId, RoundState State, DateOnly OpensOn, DateOnly SelfScoreDueOn,
        DateOnly AppraisalDueOn, bool Demonstration, AgencyId UnitId, string UnitName);

    public sealed record RowLine(
        RowId Id, CriterionCode Code, RowState State, decimal? SelfPoints, decimal? FinalPoints, IReadOnlyList<AgencyId> Owners, int Citations, bool Explained);

    /// <summary>What a leaf is to reach in the year of the round.</summary>
    public sealed record Aim(CriterionCode Code, decimal? Points, string? Text);

    /// <param name="Round">The round.</param>
    /// <param name="Framework">Its framework.</param>
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

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, Actor actor)
    {
        // The page of the last evening: its five queries are compiled once, and none of them looks at a row twice.
        private static readonly Func<OpenParDb, RoundId, IAsyncEnumerable<RoundView>> RoundOf = EF.CompileAsyncQuery((OpenParDb db, RoundId id) =>
            from round in db.Rounds.AsNoTracking()
            where round.Id == id
            join sheet in db.Sheets on round.Id equals sheet.RoundId
            join unit in db.Agencies on sheet.UnitId equals unit.Id
            select new RoundView(
                round.Id, round.Title, round.Year, round.FrameworkId, round.State, round.OpensOn, round.SelfScoreDueOn, round.AppraisalDueOn,
                round.Demonstration, unit.Id, unit.Name));

        private static readonly Func<OpenParDb, RoundId, IAsyncEnumerable<Scored>> RowsOf = EF.CompileAsyncQuery((OpenParDb db, RoundId id) =>
            from sheet in db.Sheets
            where sheet.RoundId == id
            join row in db.Rows.AsNoTracking() on sheet.Id equals row.SheetId
            orderby row.SortOrder
            select new Scored(row.Id, row.Code, row.State, row.SelfPoints, row.FinalPoints, row.Explanation != null));

        private static readonly Func<OpenParDb, RoundId, IAsyncEnumerable<Owned>> OwnersOf = EF.CompileAsyncQuery((OpenParDb db, RoundId id) =>
            from sheet in db.Sheets
            where sheet.RoundId == id
            join row in db.Rows on sheet.Id equals row.SheetId
            join owner in db.RowOwners.AsNoTracking() on row.Id equals owner.RowId
            join agency in db.Agencies on owner.AgencyId equals agency.Id
            select new Owned(owner.RowId, agency.Id, agency.Name));

        private static readonly Func<OpenParDb, RoundId, IAsyncEnumerable<Cited>> CitationsOf = EF.CompileAsyncQuery((OpenParDb db, RoundId id) =>
            from sheet in db.Sheets
            where sheet.RoundId == id
            join row in db.Rows on sheet.Id equals row.SheetId
            join citation in db.Citations on row.Id equals citation.RowId
            group citation by citation.RowId into cited
            select new Cited(cited.Key, cited.Count()));

        private static readonly Func<OpenParDb, FrameworkId, int, IAsyncEnumerable<Aim>> TargetsOf = EF.CompileAsyncQuery((OpenParDb db, FrameworkId framework, int year) =>
            from target in db.Targets.AsNoTracking()
            where target.FrameworkId == framework && target.Year == year
            select new Aim(target.Code, target.Points, target.Text));

        public async Task<View?> HandleAsync(RoundId id, CancellationToken cancellationToken)
        {
            if (await ListAsync(RoundOf(db, id), cancellationToken) is not [var round, ..]) return null;
            var framework = await frameworks.GetAsync(db, round.FrameworkId, cancellationToken);
            var owners = await ListAsync(OwnersOf(db, id), cancellationToken);
            var rows = await RowsAsync(id, owners, cancellationToken);
            var names = owners.DistinctBy(o => o.Agency).ToDictionary(o => o.Agency, o => o.Name);
            var targets = await ListAsync(TargetsOf(db, round.FrameworkId, round.Year), cancellationToken);
            return new View(round, framework, rows.ToDictionary(r => r.Code), names, targets.ToDictionary(t => t.Code));
        }

        private async Task<IEnumerable<RowLine>> RowsAsync(RoundId id, List<Owned> owners, CancellationToken cancellationToken)
        {
            var ownersOf = owners.OrderBy(o => o.Agency.ToString(), StringComparer.Ordinal).ToLookup(o => o.Row, o => o.Agency);
            var citations = (await ListAsync(CitationsOf(db, id), cancellationToken)).ToDictionary(c => c.Row, c => c.Count);
            var rows = from row in await ListAsync(RowsOf(db, id), cancellationToken)
                       select new RowLine(
                           row.Id, row.Code, row.State, row.SelfPoints, row.FinalPoints, [.. ownersOf[row.Id]], citations.GetValueOrDefault(row.Id), row.Explained);
            return actor.ScopeOf(Permission.ViewRounds) == Scope.Province ? rows : rows.Where(r => actor.Agency is { } own && r.Owners.Contains(own));
        }

        private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
        {
            var list = new List<T>();
            await foreach (var row in rows.WithCancellation(cancellationToken)) list.Add(row);
            return list;
        }

        private sealed record Scored(RowId Id, CriterionCode Code, RowState State, decimal? SelfPoints, decimal? FinalPoints, bool Explained);

        private sealed record Owned(RowId Row, AgencyId Agency, string Name);

        private sealed record Cited(RowId Row, int Count);
    }
}
