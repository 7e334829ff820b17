using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Results;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Results;

/// <summary>Where a unit stands in a round: totals by field against maxima, and every lost point with who answers for it.</summary>
public static class ShowResults
{
    /// <param name="Row">The row that explains the loss.</param>
    /// <param name="Criterion">Its leaf.</param>
    /// <param name="Points">Points of the last decision.</param>
    /// <param name="Lost">Maximum less points.</param>
    /// <param name="Owners">Who answers for it.</param>
    public sealed record Loss(ShowSheet.RowLine Row, Criterion Criterion, decimal Points, decimal Lost, string Owners);

    /// <param name="Agency">Who answers.</param>
    /// <param name="Rows">Rows with losses.</param>
    /// <param name="Lost">Points lost on them. A row with several owners counts for each.</param>
    public sealed record OwnerLoss(string Agency, int Rows, decimal Lost);

    /// <param name="Sheet">The sheet.</param>
    /// <param name="Final">Totals of what has been decided.</param>
    /// <param name="Provisional">Totals of decisions, and of self-scores where nothing is decided yet.</param>
    /// <param name="Losses">Decided rows below their maximum, the greatest loss first.</param>
    /// <param name="ByOwner">The same by agency.</param>
    /// <param name="Comparison">The unit beside its group, field by field; null where it is alone in it.</param>
    public sealed record View(
        ShowSheet.View Sheet, SheetTotals Final, SheetTotals Provisional, IReadOnlyList<Loss> Losses, IReadOnlyList<OwnerLoss> ByOwner, Beside? Comparison);

    /// <param name="Units">Units of the group.</param>
    /// <param name="Fields">Field by field.</param>
    public sealed record Beside(int Units, IReadOnlyList<FieldComparison> Fields);

    public sealed class Handler(OpenParDb db, ShowSheet.Handler sheets, RoundResults results)
    {
        /// <summary>The unit named, else the first of the round.</summary>
        public async Task<View?> HandleAsync(RoundId round, AgencyId? unit, CancellationToken cancellationToken)
        {
            var id = await db.LiveSheets.Where(s => s.RoundId == round && (unit == null || s.UnitId == unit)).OrderBy(s => s.Id).Select(s => (SheetId?)s.Id).FirstOrDefaultAsync(cancellationToken);
            return id is { } sheet ? await OfAsync(sheet, cancellationToken) : null;
        }

        private async Task<View?> OfAsync(SheetId id, CancellationToken cancellationToken)
        {
            if (await sheets.HandleAsync(id, cancellationToken) is not { } sheet) return null;
            var dropped = (await DroppedAsync(id, cancellationToken)).ToHashSet();
            var final = SheetTotals.Of(sheet.Framework, sheet.Rows.ToDictionary(r => r.Key, r => r.Value.FinalPoints), dropped);
            var provisional = SheetTotals.Of(sheet.Framework, sheet.Rows.ToDictionary(r => r.Key, r => r.Value.FinalPoints ?? r.Value.SelfPoints), dropped);
            List<Loss> losses = [.. final.Losses().Select(l => LossOf(sheet, l))];
            return new View(sheet, final, provisional, losses, ByOwner(sheet, losses), await BesideAsync(sheet, cancellationToken));
        }

        private async Task<Beside?> BesideAsync(ShowSheet.View sheet, CancellationToken cancellationToken)
        {
            var head = sheet.Round;
            if (await db.LiveSheets.CountAsync(s => s.GroupId == head.Group, cancellationToken) < 2) return null;
            if (await results.OfGroupAsync(head.Id, head.Group, cancellationToken) is not { Content.Groups: [var group] }) return null;
            var unit = head.UnitId.ToString();
            return group.Units.FirstOrDefault(u => u.Agency == unit) is { } own
                ? new Beside(group.Units.Count, FieldComparison.Of(own.Standing!, [.. group.Units.Select(u => u.Standing!)]))
                : null;
        }

        // A decided row whose last decision gives no points is out of the denominator; one that was opened again is not.
        private Task<List<CriterionCode>> DroppedAsync(SheetId sheet, CancellationToken cancellationToken) => db.Rows.AsNoTracking()
            .Where(r => r.SheetId == sheet && r.FinalPoints == null && RowMachine.DecidedStates.Contains(r.State)
                && r.Decisions.Where(d => d.Stage != DecisionStage.Self).OrderByDescending(d => d.Id).Take(1).Any(d => d.Points == null))
            .Select(r => r.Code).ToListAsync(cancellationToken);

        private static Loss LossOf(ShowSheet.View sheet, LeafTotal leaf)
        {
            var row = sheet.Rows[leaf.Code];
            return new Loss(row, sheet.Framework.Find(leaf.Code)!, leaf.Points!.Value, leaf.Lost!.Value, sheet.OwnerNames(row));
        }

        private static List<OwnerLoss> ByOwner(ShowSheet.View sheet, List<Loss> losses) =>
            [.. losses.SelectMany(l => l.Row.Owners.Select(o => (Agency: sheet.AgencyNames[o], l.Lost)))
                .GroupBy(x => x.Agency).Select(g => new OwnerLoss(g.Key, g.Count(), g.Sum(x => x.Lost)))
                .OrderByDescending(o => o.Lost).ThenBy(o => o.Agency, Core.Text.VietnameseText.Comparer)];
    }
}
