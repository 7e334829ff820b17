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
public sealed class SecondPass(OpenParDb db, FrameworkCatalog frameworks, RowSupply supply, GroupFigures peers, TimeProvider time, Actor actor)
{
    /// <summary>Names of units whose comparing rows are submitted and not yet decided, in any round of the group.</summary>
    public async Task<List<string>> UndecidedAsync(Round closing, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(closing);
        var framework = await frameworks.GetAsync(db, closing.FrameworkId, cancellationToken);
        var codes = framework.Leaves.Where(Compares).Select(l => l.Code).ToList();
        if (codes.Count == 0) return [];
        return await (
            from round in peers.RoundsOf(closing)
            join sheet in db.Sheets on round.Id equals sheet.RoundId
            join row in db.Rows on sheet.Id equals row.SheetId
            where codes.Contains(row.Code) && row.State == RowState.Submitted
            join unit in db.Agencies on sheet.UnitId equals unit.Id
            orderby unit.Name
            select unit.Name).Distinct().ToListAsync(cancellationToken);
    }

    /// <summary>Computes and saves row by row; the caller holds the transaction. Returns how many results changed or were confirmed in new words.</summary>
    public async Task<int> RunAsync(Round closing, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(closing);
        var framework = await frameworks.GetAsync(db, closing.FrameworkId, cancellationToken);
        var changed = 0;
        foreach (var criterion in frameworks.GraphOf(framework).Order.Select(c => framework.Find(c)!).Where(c => Compares(c) || Takes(c)))
        {
            // Comparing rows of all open rounds of the group are settled together; what takes from them follows on this sheet.
            var rounds = Compares(criterion) ? peers.RoundsOf(closing).Where(r => r.State == RoundState.Open) : db.Rounds.Where(r => r.Id == closing.Id);
            var rows = await (
                from round in rounds
                join sheet in db.Sheets on round.Id equals sheet.RoundId
                join row in db.Rows.Include(r => r.Decisions) on sheet.Id equals row.SheetId
                where row.Code == criterion.Code && row.State == RowState.Appraised
                select row).ToListAsync(cancellationToken);
            foreach (var row in rows) changed += await SettleAsync(row, closing, criterion, cancellationToken) ? 1 : 0;
            await db.SaveChangesAsync(cancellationToken);
        }

        return changed;
    }

    private static bool Compares(Criterion criterion) => GroupPass.In(criterion.Rule).Any();

    private static bool Takes(Criterion criterion) => criterion.Rule?.Needs.Any(f => f.From is not null && !PastFigures.IsPast(f)) == true;

    private async Task<bool> SettleAsync(Row row, Round closing, Criterion criterion, CancellationToken cancellationToken)
    {
        var last = row.Decisions.Where(d => d.Stage != DecisionStage.Self).MaxBy(d => d.Id);
        if (last?.Basis is not { } stored) return false;
        var before = DecisionBasis.Read(stored);
        var figures = await supply.CompleteAsync(row, closing, criterion, last.Facts, before.Origins, cancellationToken, final: true);
        var basis = figures.Basis(before.ProposedPoints, before.Statement, before.SetPoints, before.SetReason);
        var scored = RowScoring.Score(criterion, figures.Facts, basis);
        if (scored.Score.Points is not { } points || scored.Explanation.Equals(RuleJson.ReadExplanation(last.Explanation))) return false;
        db.Record(actor, time, nameof(SecondPass), $"row/{row.Id.Value}", new { row.FinalPoints }, new { FinalPoints = points, figures.Facts });
        row.FinalPoints = points;
        db.Decisions.Add(RowDecisions.Of(row, DecisionStage.Group, figures, basis, scored, last.Reason, actor, time));
        return true;
    }
}
