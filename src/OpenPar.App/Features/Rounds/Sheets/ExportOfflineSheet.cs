using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds.Offline;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds.Sheets;

/// <summary>A sheet as it is taken out to be filled without network: every visible row with what stands in its fields.</summary>
public static class ExportOfflineSheet
{
    public sealed class Handler(OpenParDb db, ShowSheet.Handler sheets, RowSupply supply, RowAccess access, TimeProvider time)
    {
        public async Task<OfflineSheet?> HandleAsync(SheetId id, CancellationToken cancellationToken)
        {
            if (await sheets.HandleAsync(id, cancellationToken) is not { } view) return null;
            var round = await db.Rounds.AsNoTracking().Include(r => r.Extensions).SingleAsync(r => r.Id == view.Round.Id, cancellationToken);
            var sheet = await db.Sheets.AsNoTracking().SingleAsync(s => s.Id == id, cancellationToken);
            var rows = await db.Rows.AsNoTracking().Include(r => r.Owners).Include(r => r.Delegates).AsSplitQuery().Where(r => r.SheetId == id).ToDictionaryAsync(r => r.Code, cancellationToken);
            var shown = view.Framework.Leaves.Where(l => view.Rows.ContainsKey(l.Code) && l.Method != ScoringMethod.Survey).Select(l => l.Code).ToList();
            var leaves = new Dictionary<CriterionCode, OfflineLeaf>();
            foreach (var code in shown) leaves[code] = await LeafAsync(rows[code], round, sheet, view.Framework.Find(code)!, cancellationToken);
            return new OfflineSheet
            {
                Id = id.Value.ToString(),
                Round = round.Title,
                Year = round.Year,
                Unit = view.Round.UnitName,
                Framework = view.Framework.Id,
                Decision = DecisionWords.Of(view.Framework.Decision),
                TakenAt = time.GetUtcNow(),
                Demonstration = round.Demonstration,
                Rows = [.. view.Framework.Criteria.Where(c => leaves.ContainsKey(c.Code) || shown.Any(code => code.IsBelow(c.Code)))
                    .Select(c => new OfflineRow(c.Code, c.Title, c.MaxPoints, leaves.GetValueOrDefault(c.Code)))],
            };
        }

        private async Task<OfflineLeaf> LeafAsync(Row row, Round round, Sheet sheet, Criterion criterion, CancellationToken cancellationToken)
        {
            var figures = await supply.CompleteAsync(row, round, sheet, criterion, row.Facts, row.Origins, cancellationToken);
            return new OfflineLeaf
            {
                RowId = row.Id.Value.ToString(),
                Version = row.Version,
                Writable = row.Absence is null && access.MayWrite(row, sheet, round),
                Requirement = criterion.RuleText is { } text ? OfflineText.Short(text) : null,
                Figures = criterion.Rule is { } rule ? [.. rule.Needs.Select(fact => Figure(rule, fact, row, figures))] : [],
                AsksPoints = RowScoring.NeedsHand(criterion, figures),
                Points = row.Unread.GetValueOrDefault(TypedFacts.PointsField) ?? (row.ProposedPoints is { } points ? NumberText.Write(points) : ""),
                Explanation = row.Explanation ?? "",
                SelfPoints = row.SelfPoints,
            };
        }

        private static OfflineFigure Figure(Rule rule, FactDefinition fact, Row row, RowFigures figures) => new()
        {
            Fact = fact,
            Text = row.Unread.GetValueOrDefault(fact.Name) ?? (figures.Facts.TryGetValue(fact.Name, out var value) ? FactText.Write(fact, value) : ""),
            Options = rule.OptionsOf(fact.Name),
            Brought = figures.Brought.Contains(fact.Name) ? figures.Origins.GetValueOrDefault(fact.Name)?.Text.Vi ?? "Hệ thống tự lấy" : null,
            AsksSource = figures.Wanting.ContainsKey(fact.Name),
            Source = figures.Origins.GetValueOrDefault(fact.Name)?.Source ?? "",
        };
    }
}
