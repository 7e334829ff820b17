using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
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

        /// <summary>How the council voted on it; null where that was not entered.</summary>
        public CouncilVotes? Votes { get; init; }

        /// <summary>The figures it rests on.</summary>
        public IReadOnlyDictionary<string, FactValue> Facts { get; init; } = new Dictionary<string, FactValue>();
    }

    /// <param name="Id">The message.</param>
    /// <param name="Kind">What it is for.</param>
    /// <param name="Author">Who wrote it.</param>
    /// <param name="Role">In which role; null where that was not kept.</param>
    /// <param name="Text">What it says.</param>
    /// <param name="At">When.</param>
    public sealed record MessageLine(long Id, RowMessageKind Kind, string Author, Role? Role, string Text, DateTimeOffset At)
    {
        /// <summary>Whether the person, who works on the row, sees it for the first time.</summary>
        public bool New { get; init; }
    }

    /// <param name="Sheet">The sheet it stands on.</param>
    /// <param name="Criterion">Its leaf.</param>
    /// <param name="Row">The row.</param>
    /// <param name="Figures">Its figures with those that are brought from elsewhere.</param>
    /// <param name="Scored">Points from what is declared now.</param>
    /// <param name="Citations">Evidence with item and page.</param>
    /// <param name="Decisions">Decisions, newest first.</param>
    /// <param name="Messages">Messages the person may read, newest first.</param>
    /// <param name="May">What the person may do with the row now.</param>
    public sealed record View(
        ShowSheet.View Sheet, Criterion Criterion, Row Row, RowFigures Figures, ScoredRow Scored, IReadOnlyList<CitationLine> Citations,
        IReadOnlyList<DecisionLine> Decisions, IReadOnlyList<MessageLine> Messages, IReadOnlySet<RowEvent> May)
    {
        /// <summary>True when a person has to give the points.</summary>
        public bool ByHand => RowScoring.NeedsHand(Criterion, Figures);

        /// <summary>What an appraiser sees beside the row; null for everybody else.</summary>
        public RowJudging? Judging { get; init; }

        /// <summary>Kinds of notes the person may write now; empty when none.</summary>
        public IReadOnlyList<RowMessageKind> Notes { get; init; } = [];

        /// <summary>The newest message when the person sees anything for the first time; null else.</summary>
        public long? Newest => Messages.Any(m => m.New) ? Messages[0].Id : null;

        /// <summary>Why the row was sent back, what is asked or what the unit objects to: the last word that is not a note.</summary>
        public MessageLine? Asked => Messages.FirstOrDefault(m => m.Kind is not (RowMessageKind.Note or RowMessageKind.InternalNote));

        /// <summary>The last day of what comes next on this row.</summary>
        public DateOnly DueOn => Row.State switch
        {
            RowState.NotStarted when Criterion.Method == ScoringMethod.Survey => Sheet.Round.Calendar.SecondAppraisalDueOn,
            RowState.NotStarted or RowState.InProgress => Sheet.Round.Calendar.SelfScoreDueOn,
            RowState.Returned => Row.AnswerDueOn ?? Sheet.Round.Calendar.AppraisalDueOn,
            RowState.Questioned => Row.AnswerDueOn ?? Sheet.Round.Calendar.ExplanationDueOn,
            RowState.Explained or RowState.Reappraised => Sheet.Round.Calendar.SecondAppraisalDueOn,
            _ => Sheet.Round.Calendar.AppraisalDueOn,
        };

        /// <summary>What the row comes to now.</summary>
        public RowOutcome Outcome => new(Row, Criterion, Sheet.Framework, Figures, Scored, Citations.Count > 0);

        /// <summary>The same row of the unit's sheet of the year before; null when there is none.</summary>
        public LastYear.Past? Before { get; init; }

        /// <summary>Points as the framework shows them; inside, nothing is rounded.</summary>
        public decimal? Rounded(decimal? points) => Sheet.Framework.Rounding.Apply(points);

        /// <summary>What the sheet's leaf is to reach this year; null when nobody set it.</summary>
        public ShowSheet.Aim? Target => Sheet.Targets.GetValueOrDefault(Row.Code);

        /// <summary>What would raise the points.</summary>
        public IReadOnlyList<Raise> Raises => Outcome.Raises;
    }

    public sealed class Handler(OpenParDb db, ShowSheet.Handler sheets, RowAccess access, RowSupply supply, RowJudgings judgings, RowNotes notes, LastYear lastYear, ListFormerSheets.Handler former, TimeProvider time, Actor actor)
    {
        public async Task<View?> HandleAsync(RowId id, CancellationToken cancellationToken)
        {
            if (await RowQueries.RowToShow(db, id, cancellationToken) is not { } shown) return null;
            var row = shown.Row;
            var ground = await RowQueries.GroundToShow(db, id, cancellationToken);
            var (on, round) = (ground.Sheet, ground.Round);
            if (!access.Mine(row, on, Permission.ViewRounds) && !await former.MayReadAsync(on.Id, on.UnitId, cancellationToken)) return null;
            if (shown.Decided) row.Decisions.AddRange(await RowQueries.Decisions(db, id).ToListAsync(cancellationToken));
            if (shown.Told) row.Messages.AddRange(await RowQueries.Messages(db, id).ToListAsync(cancellationToken));
            var sheet = await sheets.HandleAsync(on.Id, cancellationToken);
            if (sheet?.Framework.Find(row.Code) is not { } criterion) return null;
            var figures = await supply.CompleteAsync(row, round, on, criterion, row.Facts, row.Origins, cancellationToken);
            var scored = RowScoring.Score(criterion, figures.Facts, figures.Basis(row.ProposedPoints, row.Explanation));
            var judging = await judgings.OfAsync(round, on, row, sheet.Framework.Id, cancellationToken);
            var works = await notes.AuthorAsync(round, on, row, cancellationToken);
            return new View(sheet, criterion, row, figures, scored, await Cited(db, id).ToListAsync(cancellationToken), Decisions(row, criterion), await MessagesAsync(row, works, cancellationToken), May(row, criterion, round, on, judging))
            {
                Judging = judging,
                Notes = works is null ? [] : notes.Kinds(on, row),
                Before = judging is null
                    ? (await lastYear.OfAsync(round, new Dictionary<AgencyId, FrameworkId> { [on.UnitId] = sheet.Framework.Id }, cancellationToken)).GetValueOrDefault((on.UnitId, row.Code))
                    : judging.Past?.Past,
            };
        }

        private static readonly Func<OpenParDb, RowId, IAsyncEnumerable<CitationLine>> Cited = EF.CompileAsyncQuery((OpenParDb db, RowId id) =>
            db.Citations.AsNoTracking().Where(c => c.RowId == id).OrderBy(c => c.Id)
                .Join(db.Documents, c => c.DocumentId, d => d.Id, (c, d) => new CitationLine(
                    c.Id, d.Id, d.Number, d.Symbol, d.Issuer, d.IssuedOn, d.Subject, c.Item, c.Page, d.Revisions.Any(), d.Demonstration)));

        private static List<DecisionLine> Decisions(Row row, Criterion criterion) => [.. row.Decisions.OrderByDescending(d => d.Id).Select(d =>
            new DecisionLine(d.Stage, d.Points, RuleJson.ReadExplanation(d.Explanation), d.Reason, d.DecidedBy, d.DecidedAt) { Recounts = RowScoring.Recounts(criterion, d), Votes = d.Votes, Facts = d.Facts })];

        private async Task<List<MessageLine>> MessagesAsync(Row row, Role? works, CancellationToken cancellationToken)
        {
            if (row.Messages.Count == 0) return [];
            var readable = await notes.ReadableAsync(row.Messages, cancellationToken);
            var news = readable.Where(m => works is { } role && m.AuthorId is { } author && author != actor.UserId && RowNotes.NewsTo(role).Contains(m.Kind)).Select(m => m.Id).ToList();
            var seen = news.Count > 0 && actor.UserId is { } user ? await RowQueries.SeenUpTo(db, user, row.Id, cancellationToken) : 0;
            return [.. readable.OrderByDescending(m => m.Id).Select(m => new MessageLine(m.Id, m.Kind, m.Author, m.AuthorRole, m.Text, m.At) { New = m.Id > seen && news.Contains(m.Id) })];
        }

        private HashSet<RowEvent> May(Row row, Criterion criterion, Round round, Sheet sheet, RowJudging? judging)
        {
            var today = time.Today();
            var surveyed = criterion.Method == ScoringMethod.Survey;
            return [.. RowMachine.Transitions
                .Where(t => t.From == row.State && t.Round == round.State && t.Suits(round.Way, sheet.State) && access.Mine(row, sheet, t.Needs))
                .Where(t => (t.Event == RowEvent.EnterSurvey) == surveyed || t.Event == RowEvent.Decide)
                .Where(t => t.Needs != Permission.AppraiseRows || judging is { Covered: true })
                .Where(t => RowAccess.AnswerUntil(round, sheet, row, t) is not { } answer || today > answer)
                .Where(t => t.Needs != Permission.DecideInCouncil || !access.Own(row, sheet))
                .Where(t => RowAccess.DueOn(round, sheet, row, t) is not { } due || today <= due)
                .Select(t => t.Event)];
        }
    }
}
