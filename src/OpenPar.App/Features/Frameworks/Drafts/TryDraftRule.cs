using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Inverse;

namespace OpenPar.App.Features.Frameworks.Drafts;

/// <summary>Runs the rule of a draft row with figures somebody tries; nothing is stored.</summary>
public static class TryDraftRule
{
    /// <param name="Draft">The draft.</param>
    /// <param name="Row">Number of the row.</param>
    /// <param name="Typed">Typed figures by name.</param>
    public sealed record Query(DraftId Draft, int? Row, IReadOnlyDictionary<string, string?> Typed);

    /// <param name="Scored">Points with their reasons; null when the rule cannot be run.</param>
    /// <param name="Max">Maximum of the row.</param>
    /// <param name="Raises">What would raise the points.</param>
    /// <param name="Facts">The figures as they were read.</param>
    /// <param name="Refused">Figures that could not be read, and why a rule cannot be run.</param>
    public sealed record Tried(ScoredRow? Scored, decimal? Max, IReadOnlyList<Raise> Raises, IReadOnlyDictionary<string, FactValue> Facts, IReadOnlyList<Refusal> Refused)
    {
        internal static Tried Not(Refusal why) => new(null, null, [], new Dictionary<string, FactValue>(), [why]);
    }

    public static class Refusals
    {
        public static Refusal Faulty => Refusal.Of("rule-faulty", "Sửa các lỗi của dòng này rồi mới thử được.", "Mend the errors of this row first.");

        public static Refusal MaximumUnknown => Refusal.Of("maximum-unknown", "Nhập điểm tối đa rồi mới thử được.", "Enter the maximum first.");

        public static Refusal TooLarge => Refusal.Of("number-too-large", "Số thử quá lớn để tính chính xác.", "The figures are too large to compute exactly.");
    }

    public sealed class Handler(ShowDraft.Handler show)
    {
        public async Task<Tried> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            var draft = await show.HandleAsync(new(query.Draft, query.Row), cancellationToken);
            if (draft?.Criterion is not { Rule: { } rule } criterion || draft.Reading.Faulty(draft.Chosen!.Number)) return Tried.Not(Refusals.Faulty);
            if (criterion.MaxPoints is not { } max) return Tried.Not(Refusals.MaximumUnknown);
            var typed = TypedFacts.Read(criterion, query.Typed);
            var facts = new FactSet(typed.Facts);
            try
            {
                return new Tried(rule.Explain(facts, max), max, rule.Raises(facts, max), typed.Facts, typed.Refusals);
            }
            catch (OverflowException)
            {
                return new Tried(null, max, [], typed.Facts, [.. typed.Refusals, Refusals.TooLarge]);
            }
        }
    }
}
