using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Versions;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Frameworks;

/// <summary>
/// A person confirms, changes or refuses how rows continue, or opens a decision again. Decisions stay when proposals are made anew; a row
/// belongs to one decision, so a new one takes the place of those it meets.
/// </summary>
public static class DecideMappings
{
    /// <summary>What a person says.</summary>
    public enum Verdict
    {
        /// <summary>These rows belong together.</summary>
        Accept,

        /// <summary>These rows do not belong together.</summary>
        Refuse,

        /// <summary>The decision about these rows is taken back.</summary>
        Reopen,
    }

    /// <param name="From">Older rows.</param>
    /// <param name="To">Newer rows.</param>
    /// <param name="Verdict">What is said of them.</param>
    /// <param name="Relation">How they belong together; null takes the proposed relation, or the one that fits the number of rows.</param>
    /// <param name="Note">The person's reason.</param>
    public sealed record Decision(
        IReadOnlyList<CriterionCode> From, IReadOnlyList<CriterionCode> To, Verdict Verdict = Verdict.Accept, MappingRelation? Relation = null, string? Note = null)
    {
        public string Key => Continuation.KeyOf(From, To);
    }

    public sealed record Command(FrameworkId From, FrameworkId To, IReadOnlyList<Decision> Decisions);

    public static class Refusals
    {
        public static Refusal Nothing => Refusal.Of("nothing-chosen", "Chưa chọn dòng nào.", "No row was chosen.");

        public static Refusal CodeUnknown(CriterionCode code, FrameworkId framework) => Refusal.Of("code-unknown",
            $"Bộ chỉ số {framework} không có tiêu chí {code}.", $"Framework {framework} has no criterion {code}.");

        public static Refusal RelationUnfit(MappingRelation relation, int from, int to) => Refusal.Of("relation-unfit",
            $"Quan hệ “{relation.Name().Vi}” không hợp với {from} dòng cũ và {to} dòng mới. Tách: một dòng cũ, nhiều dòng mới; gộp: nhiều dòng cũ, một dòng mới.",
            $"“{relation.Name().En}” does not fit {from} older and {to} newer rows.", "relation");

        public static Refusal NothingToRefuse => Refusal.Of("nothing-to-refuse",
            "Dòng đứng một mình thì không từ chối được; hãy chọn dòng tương ứng của nó.", "A row that stands alone cannot be refused; choose its counterpart.");

        public static Refusal Twice(CriterionCode code) => Refusal.Of("row-twice", $"Dòng {code} đứng trong hai lựa chọn cùng lúc.", $"Row {code} stands in two choices at once.");
    }

    /// <summary>Answers how many decisions were taken.</summary>
    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, ShowMapping.Handler show)
    {
        // Any fixed number; two people who decide at once do so one after the other.
        private const string OneAtATime = "select pg_advisory_xact_lock(7261950)";

        public async Task<Answer<int>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync(OneAtATime, cancellationToken);
            var shown = await show.HandleAsync(new(command.From, command.To), cancellationToken);
            if (!shown.Done) return shown.Refusals.ToList();
            if (command.Decisions.Count == 0) return Refusals.Nothing;
            var decisions = command.Decisions.DistinctBy(d => d.Key).ToList();
            var proposed = shown.Value.Rows.Where(r => !r.Decided).ToDictionary(r => r.Continuation.Key, r => r.Continuation.Relation);
            var refusals = Check(decisions, shown.Value, proposed).Distinct().ToList();
            if (refusals.Count > 0) return refusals;

            var stored = await db.MappingDecisions.Include(d => d.Members).Where(d => d.FromFrameworkId == command.From && d.ToFrameworkId == command.To).ToListAsync(cancellationToken);
            var replaced = stored.Where(s => decisions.Exists(d => Replaces(d, s.ToContinuation(), s.State))).ToList();
            db.MappingDecisions.RemoveRange(replaced);
            db.MappingDecisions.AddRange(decisions.Where(d => d.Verdict != Verdict.Reopen).Select(d => Stored(command, d, proposed)));
            db.Record(actor, time, nameof(DecideMappings), $"mapping/{command.From}/{command.To}",
                replaced.Select(r => $"{r.ToContinuation().Key} {r.Relation} {r.State}"),
                decisions.Select(d => $"{d.Key} {(d.Verdict == Verdict.Accept ? RelationOf(d, proposed).ToString() : d.Verdict.ToString())}{(d.Note is null ? "" : $": {d.Note}")}"));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return decisions.Count;
        }

        private static IEnumerable<Refusal> Check(List<Decision> decisions, ShowMapping.View view, Dictionary<string, MappingRelation> proposed)
        {
            foreach (var decision in decisions)
            {
                foreach (var code in decision.From.Where(code => view.From.Find(code) is null)) yield return Refusals.CodeUnknown(code, view.From.Id);
                foreach (var code in decision.To.Where(code => view.To.Find(code) is null)) yield return Refusals.CodeUnknown(code, view.To.Id);
                var relation = RelationOf(decision, proposed);
                if (decision.Verdict == Verdict.Accept && !relation.Fits(decision.From.Count, decision.To.Count)) yield return Refusals.RelationUnfit(relation, decision.From.Count, decision.To.Count);
                if (decision.Verdict == Verdict.Refuse && (decision.From.Count == 0 || decision.To.Count == 0)) yield return Refusals.NothingToRefuse;
            }

            var accepted = decisions.Where(d => d.Verdict == Verdict.Accept).ToList();
            foreach (var code in Repeated(accepted.SelectMany(d => d.From)).Concat(Repeated(accepted.SelectMany(d => d.To)))) yield return Refusals.Twice(code);
        }

        private static IEnumerable<CriterionCode> Repeated(IEnumerable<CriterionCode> codes) => codes.GroupBy(code => code).Where(group => group.Count() > 1).Select(group => group.Key);

        // Rows that are accepted leave every other decision; a refusal stays until its own rows are accepted together after all.
        private static bool Replaces(Decision decision, Continuation stored, MappingState state) => state == MappingState.Refused || decision.Verdict == Verdict.Reopen
            ? decision.Key == stored.Key
            : decision.From.Intersect(stored.From).Any() || decision.To.Intersect(stored.To).Any();

        private MappingDecision Stored(Command command, Decision decision, Dictionary<string, MappingRelation> proposed)
        {
            var id = MappingId.New();
            var relation = RelationOf(decision, proposed);
            var asProposed = proposed.TryGetValue(decision.Key, out var wanted) && wanted == relation;
            return new MappingDecision
            {
                Id = id,
                FromFrameworkId = command.From,
                ToFrameworkId = command.To,
                Relation = relation,
                State = decision.Verdict == Verdict.Refuse ? MappingState.Refused : asProposed ? MappingState.Confirmed : MappingState.Changed,
                Note = string.IsNullOrWhiteSpace(decision.Note) ? null : VietnameseText.Clean(decision.Note),
                DecidedAt = time.GetUtcNow(),
                DecidedBy = actor.Name,
                Members = [
                    .. decision.From.Select(code => new MappingMember { DecisionId = id, FrameworkId = command.From, Code = code }),
                    .. decision.To.Select(code => new MappingMember { DecisionId = id, FrameworkId = command.To, Code = code }),
                ],
            };
        }

        private static MappingRelation RelationOf(Decision decision, Dictionary<string, MappingRelation> proposed) =>
            decision.Relation ?? (proposed.TryGetValue(decision.Key, out var relation) ? relation : Fitting(decision.From.Count, decision.To.Count));

        private static MappingRelation Fitting(int from, int to) => (from, to) switch
        {
            (0, _) => MappingRelation.New,
            (_, 0) => MappingRelation.Dropped,
            (1, > 1) => MappingRelation.Split,
            ( > 1, _) => MappingRelation.Merged,
            _ => MappingRelation.Same,
        };
    }
}
