using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Rounds;

/// <summary>
/// The last computation when a round closes: rows that compare units or take from other rows are computed once more on decided figures
/// alone, each after all it takes from. A result that says something else becomes a decision of its own; points that a person set stand.
/// </summary>
public sealed class SecondPass(OpenParDb db, FrameworkCatalog frameworks, RowSupply supply, TimeProvider time, Actor actor)
{
    /// <summary>Names of units whose comparing rows are submitted and not yet decided.</summary>
    public async Task<List<string>> UndecidedAsync(Round closing, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(closing);
        var names = new List<string>();
        foreach (var units in await GroupsAsync(closing, cancellationToken))
        {
            var framework = await frameworks.GetAsync(db, units.FrameworkId, cancellationToken);
            var codes = framework.Leaves.Where(Compares).Select(l => l.Code).ToList();
            if (codes.Count == 0) continue;
            names.AddRange((await (
                from sheet in db.LiveSheets
                where sheet.GroupId == units.Id
                join row in db.Rows on sheet.Id equals row.SheetId
                where codes.Contains(row.Code) && row.State == RowState.Submitted
                join unit in db.Agencies on sheet.UnitId equals unit.Id
                orderby row.SortOrder, unit.Name
                select new { row.Code, unit.Name }).ToListAsync(cancellationToken)).GroupBy(r => r.Code).Select(r => $"{r.Key} ({string.Join(", ", r.Select(u => u.Name))})"));
        }

        return names;
    }

    /// <summary>Computes and saves row by row; the caller holds the transaction. Returns how many results changed or were confirmed in new words.</summary>
    public async Task<int> RunAsync(Round closing, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(closing);
        var changed = 0;
        foreach (var units in await GroupsAsync(closing, cancellationToken)) changed += await RunAsync(closing, units, cancellationToken);
        return changed;
    }

    private Task<List<UnitGroup>> GroupsAsync(Round round, CancellationToken cancellationToken) =>
        db.UnitGroups.AsNoTracking().Where(g => g.RoundId == round.Id).OrderBy(g => g.SortOrder).ToListAsync(cancellationToken);

    private async Task<int> RunAsync(Round closing, UnitGroup units, CancellationToken cancellationToken)
    {
        var framework = await frameworks.GetAsync(db, units.FrameworkId, cancellationToken);
        var states = RowMachine.DecidedStates;
        var changed = 0;
        foreach (var criterion in frameworks.GraphOf(framework).Order.Select(c => framework.Find(c)!).Where(c => Compares(c) || Takes(c)))
        {
            var rows = await (
                from sheet in db.LiveSheets
                where sheet.GroupId == units.Id
                join row in db.Rows.Include(r => r.Decisions) on sheet.Id equals row.SheetId
                where row.Code == criterion.Code && states.Contains(row.State)
                select new { Sheet = sheet, Row = row }).ToListAsync(cancellationToken);
            foreach (var each in rows) changed += await SettleAsync(each.Row, closing, each.Sheet, criterion, cancellationToken) ? 1 : 0;
            await db.SaveChangesAsync(cancellationToken);
        }

        return changed;
    }

    private static bool Compares(Criterion criterion) => GroupPass.In(criterion.Rule).Any();

    private static bool Takes(Criterion criterion) => criterion.Rule?.Needs.Any(f => f.From is not null && !PastFigures.IsPast(f)) == true;

    private async Task<bool> SettleAsync(Row row, Round closing, Sheet sheet, Criterion criterion, CancellationToken cancellationToken)
    {
        var last = row.Decisions.Where(d => d.Stage != DecisionStage.Self).MaxBy(d => d.Id);
        if (last?.Basis is not { } stored) return false;
        var before = DecisionBasis.Read(stored);
        if (before.Absence is not null) return false;
        var figures = await supply.CompleteAsync(row, closing, sheet, criterion, last.Facts, before.Origins, cancellationToken, final: true);
        var basis = figures.Basis(before.ProposedPoints, before.Statement, before.SetPoints, before.SetReason) with { SetByCouncil = before.SetByCouncil };
        var scored = RowScoring.Score(criterion, figures.Facts, basis);
        if (scored.Score.Points is not { } points || scored.Explanation.Equals(RuleJson.ReadExplanation(last.Explanation))) return false;
        db.Record(actor, time, nameof(SecondPass), $"row/{row.Id.Value}", new { row.FinalPoints }, new { FinalPoints = points, figures.Facts });
        row.FinalPoints = points;
        db.Decisions.Add(RowDecisions.Of(row, DecisionStage.Group, figures, basis, scored, last.Reason, actor, time));
        return true;
    }
}
