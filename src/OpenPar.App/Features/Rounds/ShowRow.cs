using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Inverse;

namespace OpenPar.App.Features.Rounds;

/// <summary>One row with everything that belongs to it: requirement, figures, points and why, evidence, history.</summary>
public static class ShowRow
{
    public sealed record CitationLine(
        long Id, DocumentId Document, string? Number, string? Symbol, string Issuer, DateOnly? IssuedOn, string Subject, string? Item, int? Page, bool HasFile, bool Demonstration);

    public sealed record DecisionLine(DecisionStage Stage, decimal? Points, Explanation Explanation, string? Reason, string By, DateTimeOffset At)
    {
        /// <summary>Whether the stored figures give the same points and the same words again; null where that cannot be known.</summary>
        public bool? Recounts { get; init; }
    }

    public sealed record MessageLine(string Author, string Text, DateTimeOffset At);

    /// <param name="Sheet">The sheet it stands on.</param>
    /// <param name="Criterion">Its leaf.</param>
    /// <param name="Row">The row.</param>
    /// <param name="Figures">Its figures with those that are brought from elsewhere.</param>
    /// <param name="Scored">Points from what is declared now.</param>
    /// <param name="Citations">Evidence with item and page.</param>
    /// <param name="Decisions">Decisions, newest first.</param>
    /// <param name="Messages">Messages, newest first.</param>
    /// <param name="May">What the person may do with the row now.</param>
    public sealed record View(
        ShowSheet.View Sheet, Criterion Criterion, Row Row, RowFigures Figures, ScoredRow Scored, IReadOnlyList<CitationLine> Citations,
        IReadOnlyList<DecisionLine> Decisions, IReadOnlyList<MessageLine> Messages, IReadOnlySet<RowEvent> May)
    {
        /// <summary>True when a person has to give the points.</summary>
        public bool ByHand => RowScoring.NeedsHand(Criterion, Figures);

        /// <summary>Points as the framework shows them; inside, nothing is rounded.</summary>
        public decimal? Rounded(decimal? points) => Sheet.Framework.Rounding.Apply(points);

        /// <summary>What the sheet's leaf is to reach this year; null when nobody set it.</summary>
        public ShowSheet.Aim? Target => Sheet.Targets.GetValueOrDefault(Row.Code);

        /// <summary>What would raise the points, each change by itself; empty where nothing can or a person gives the points.</summary>
        public IReadOnlyList<Raise> Raises => Criterion is { Rule: { } rule, MaxPoints: { } max } ? rule.Raises(Figures.Set, max) : [];

        /// <summary>What still keeps the row from being submitted.</summary>
        public IReadOnlyList<Core.Refusal> StillMissing => SubmitRow.Check(Row, Criterion, Figures, Scored, Citations.Count > 0);
    }

    public sealed class Handler(OpenParDb db, ShowSheet.Handler sheets, RowAccess access, RowSupply supply, TimeProvider time)
    {
        public async Task<View?> HandleAsync(RowId id, CancellationToken cancellationToken)
        {
            var row = await db.Rows.AsNoTracking().Include(r => r.Owners).Include(r => r.Decisions).Include(r => r.Messages).AsSplitQuery()
                .SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
            if (row is null || !access.Mine(row, Permission.ViewRounds)) return null;
            var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Sheets.Any(s => s.Id == row.SheetId), cancellationToken);
            var sheet = await sheets.HandleAsync(round.Id, cancellationToken);
            if (sheet?.Framework.Find(row.Code) is not { } criterion) return null;
            var figures = await supply.CompleteAsync(row, round, criterion, row.Facts, row.Origins, cancellationToken);
            var scored = RowScoring.Score(criterion, figures.Facts, figures.Basis(row.ProposedPoints, row.Explanation));
            return new View(sheet, criterion, row, figures, scored, await CitationsAsync(id, cancellationToken), Decisions(row, criterion), Messages(row), May(row, criterion, sheet.Round));
        }

        private async Task<List<CitationLine>> CitationsAsync(RowId id, CancellationToken cancellationToken) =>
            await db.Citations.AsNoTracking().Where(c => c.RowId == id).OrderBy(c => c.Id)
                .Join(db.Documents, c => c.DocumentId, d => d.Id, (c, d) => new CitationLine(
                    c.Id, d.Id, d.Number, d.Symbol, d.Issuer, d.IssuedOn, d.Subject, c.Item, c.Page, d.Revisions.Count > 0, d.Demonstration))
                .ToListAsync(cancellationToken);

        private static List<DecisionLine> Decisions(Row row, Criterion criterion) => [.. row.Decisions.OrderByDescending(d => d.Id).Select(d =>
            new DecisionLine(d.Stage, d.Points, RuleJson.ReadExplanation(d.Explanation), d.Reason, d.DecidedBy, d.DecidedAt) { Recounts = RowScoring.Recounts(criterion, d) })];

        private static List<MessageLine> Messages(Row row) =>
            [.. row.Messages.OrderByDescending(m => m.Id).Select(m => new MessageLine(m.Author, m.Text, m.At))];

        private HashSet<RowEvent> May(Row row, Criterion criterion, ShowSheet.RoundView round)
        {
            if (round.State != RoundState.Open) return [];
            var today = time.Today();
            var surveyed = criterion.Method == ScoringMethod.Survey;
            return [.. RowMachine.Transitions
                .Where(t => t.From == row.State && (t.Event == RowEvent.EnterSurvey) == surveyed && access.Mine(row, t.Needs))
                .Where(t => today <= (t.Needs == Permission.ScoreRows && row.State != RowState.Returned ? round.SelfScoreDueOn : round.AppraisalDueOn))
                .Select(t => t.Event)];
        }
    }
}
