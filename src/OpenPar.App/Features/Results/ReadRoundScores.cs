using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Papers;
using OpenPar.Core.Results;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Results;

/// <summary>Every unit of a round with every row a person may see: points, figures, evidence, explanations, reasons. What the papers of a round are made from.</summary>
public static class ReadRoundScores
{
    /// <param name="Scores">The round.</param>
    /// <param name="Units">Identities of its units, in the order of the scores.</param>
    /// <param name="OnlyFor">The agency whose rows alone were read; null for the whole round.</param>
    public sealed record View(RoundScores Scores, IReadOnlyList<AgencyId> Units, AgencyId? OnlyFor);

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, Actor actor, TimeProvider time)
    {
        private sealed record Read(
            RowId Id, SheetId Sheet, CriterionCode Code, RowState State, Dictionary<string, FactValue> Facts, string? Explanation, decimal? SelfPoints, decimal? FinalPoints,
            RowAbsence? Absence, string? Reason);

        private sealed record Owner(RowId Row, AgencyId Agency, string Name);

        /// <summary>Reads one group of the round, the first when none is named; null when there is none, or nothing in it is the person's to see.</summary>
        public async Task<View?> HandleAsync(RoundId id, Permission permission, GroupId? wanted, CancellationToken cancellationToken)
        {
            var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
            var scope = actor.ScopeOf(permission);
            if (round is null || scope == Scope.None) return null;
            var only = scope == Scope.Province ? (AgencyId?)null : actor.Agency ?? default;
            var groups = await db.UnitGroups.AsNoTracking().Where(g => g.RoundId == id).OrderBy(g => g.SortOrder).ToListAsync(cancellationToken);
            if ((wanted is { } asked ? groups.Find(g => g.Id == asked) : groups.FirstOrDefault()) is not { } group) return null;
            var framework = await frameworks.GetAsync(db, group.FrameworkId, cancellationToken);
            var sheets = await db.LiveSheets.AsNoTracking().Where(s => s.GroupId == group.Id).Join(db.Agencies, s => s.UnitId, a => a.Id, (s, a) => new
            {
                s.Id,
                Unit = a.Id,
                // A renamed unit keeps its name of the assessed year there.
                Name = db.FormerNames.Where(n => n.AgencyId == a.Id && n.LastDay.AddDays(1).Year > round.Year).OrderBy(n => n.LastDay).Select(n => n.Name).FirstOrDefault() ?? a.Name,
            }).ToListAsync(cancellationToken);
            var rows = await RowsAsync(group.Id, cancellationToken);
            var owners = await OwnersAsync(group.Id, cancellationToken);
            if (only is { } own)
            {
                var theirs = sheets.Where(s => s.Unit == own).Select(s => s.Id).ToHashSet();
                rows = [.. rows.Where(r => theirs.Contains(r.Sheet) || owners[r.Id].Any(o => o.Agency == own))];
            }

            var evidence = await EvidenceAsync(group.Id, cancellationToken);
            var ofSheet = rows.ToLookup(r => r.Sheet);
            var units = sheets.OrderBy(s => s.Name, VietnameseText.Comparer).Where(s => ofSheet.Contains(s.Id)).ToList();
            var province = await db.Agencies.AsNoTracking().Where(a => a.Kind == AgencyKind.Province).OrderBy(a => a.Id).Select(a => a.Name).FirstOrDefaultAsync(cancellationToken);
            var scores = new RoundScores
            {
                Round = round.Title,
                Year = round.Year,
                Framework = framework,
                Issuer = only is null ? province ?? "…" : await NameAsync(only.Value, cancellationToken),
                Units = [.. units.Select(s => new UnitScores(s.Name, Tree(framework, ofSheet[s.Id].ToDictionary(r => r.Code), owners, evidence)))],
                Trace = new PaperTrace($"Kỳ đánh giá: {round.Title}", time.Today(), null, round.Demonstration),
            };
            return new View(scores, [.. units.Select(s => s.Unit)], only);
        }

        private async Task<string> NameAsync(AgencyId agency, CancellationToken cancellationToken) =>
            await db.Agencies.Where(a => a.Id == agency).Select(a => a.Name).FirstOrDefaultAsync(cancellationToken) ?? "…";

        private async Task<List<Read>> RowsAsync(GroupId group, CancellationToken cancellationToken) =>
            await db.Rows.AsNoTracking().Where(r => db.Sheets.Any(s => s.Id == r.SheetId && s.GroupId == group)).OrderBy(r => r.SortOrder)
                .Select(r => new Read(r.Id, r.SheetId, r.Code, r.State, r.Facts, r.Explanation, r.SelfPoints, r.FinalPoints, r.Absence,
                    r.Decisions.Where(d => d.Stage != DecisionStage.Self).OrderByDescending(d => d.Id).Select(d => d.Reason).FirstOrDefault()))
                .ToListAsync(cancellationToken);

        private async Task<ILookup<RowId, Owner>> OwnersAsync(GroupId group, CancellationToken cancellationToken)
        {
            var owners = await db.RowOwners.AsNoTracking()
                .Where(o => db.Rows.Any(r => r.Id == o.RowId && db.Sheets.Any(s => s.Id == r.SheetId && s.GroupId == group)))
                .Join(db.Agencies, o => o.AgencyId, a => a.Id, (o, a) => new Owner(o.RowId, a.Id, a.Name)).ToListAsync(cancellationToken);
            return owners.OrderBy(o => o.Agency.ToString(), StringComparer.Ordinal).ToLookup(o => o.Row);
        }

        private async Task<ILookup<RowId, ScoreSheetEvidence>> EvidenceAsync(GroupId group, CancellationToken cancellationToken)
        {
            var cited = await db.Citations.AsNoTracking()
                .Where(c => db.Rows.Any(r => r.Id == c.RowId && db.Sheets.Any(s => s.Id == r.SheetId && s.GroupId == group))).OrderBy(c => c.Id)
                .Join(db.Documents, c => c.DocumentId, d => d.Id, (c, d) => new { c.RowId, d.Number, d.Symbol, d.IssuedOn, d.Subject, c.Item, c.Page })
                .ToListAsync(cancellationToken);
            return cited.ToLookup(c => c.RowId, c => new ScoreSheetEvidence(
                string.Join('/', new[] { c.Number, c.Symbol }.Where(p => p is not null)), c.IssuedOn, c.Subject, c.Item, c.Page?.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        private static IReadOnlyList<ScoreSheetRow> Tree(
            Framework framework, Dictionary<CriterionCode, Read> rows, ILookup<RowId, Owner> owners, ILookup<RowId, ScoreSheetEvidence> evidence) => ScoreSheetSums.Fill(
            [.. framework.Criteria.Where(c => rows.ContainsKey(c.Code) || rows.Keys.Any(code => code.IsBelow(c.Code)))
                .Select(c => rows.TryGetValue(c.Code, out var row) ? Leaf(c, row, owners, evidence) : Node(c))]);

        private static ScoreSheetRow Node(Criterion criterion) => new() { Code = criterion.Code, Title = criterion.Title, IsLeaf = false, MaxPoints = criterion.MaxPoints };

        private static ScoreSheetRow Leaf(Criterion criterion, Read row, ILookup<RowId, Owner> owners, ILookup<RowId, ScoreSheetEvidence> evidence) => new()
        {
            Code = criterion.Code,
            Title = criterion.Title,
            IsLeaf = true,
            MaxPoints = criterion.MaxPoints,
            Declared = [.. (criterion.Rule?.Needs ?? []).Where(f => row.Facts.ContainsKey(f.Name)).Select(f => $"{f.Label}: {FactText.Show(criterion.Rule!, f, row.Facts[f.Name]).Vi}")],
            SelfPoints = row.SelfPoints,
            AppraisedPoints = row.FinalPoints,
            LeadAgencies = [.. owners[row.Id].Select(o => o.Name)],
            Evidence = [.. evidence[row.Id]],
            Explanation = row.Explanation,
            AppraiserReason = row.Reason,
            Status = RowStateNames.Of(row.State).Vi,
            NotApplicable = row.Absence is { } absence ? $"{RowAbsenceNames.Of(absence).Vi}: {row.Explanation}" : null,
        };
    }
}
