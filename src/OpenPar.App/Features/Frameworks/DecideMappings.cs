using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Frameworks;

namespace OpenPar.App.Features.Frameworks;

/// <summary>A person says which criterion of the older framework a leaf of the newer one continues, or that it continues none.</summary>
public static class DecideMappings
{
    /// <summary>One decision; no older code says that there is no counterpart.</summary>
    public sealed record Decision(CriterionCode To, CriterionCode? From);

    public sealed record Command(FrameworkId From, FrameworkId To, IReadOnlyList<Decision> Decisions);

    public static class Refusals
    {
        public static Refusal Nothing => Refusal.Of("nothing-chosen", "Chưa chọn dòng nào.", "No row was chosen.");

        public static Refusal CodeUnknown(CriterionCode code, FrameworkId framework) => Refusal.Of("code-unknown",
            $"Bộ chỉ số {framework} không có tiêu chí {code}.", $"Framework {framework} has no criterion {code}.");
    }

    /// <summary>Answers how many rows were decided.</summary>
    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, FrameworkCatalog catalog)
    {
        public async Task<Answer<int>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var from = await catalog.FindAsync(db, command.From, cancellationToken);
            var to = await catalog.FindAsync(db, command.To, cancellationToken);
            if (from is null || to is null || command.From == command.To) return ShowCarryOver.Refusals.FrameworkUnknown;
            if (command.Decisions.Count == 0) return Refusals.Nothing;
            var decisions = command.Decisions.DistinctBy(d => d.To).ToList();
            List<Refusal> refusals = [
                .. decisions.Where(d => !to.IsLeaf(d.To)).Select(d => Refusals.CodeUnknown(d.To, command.To)),
                .. decisions.Where(d => d.From is { } code && from.Find(code) is null).Select(d => Refusals.CodeUnknown(d.From!.Value, command.From)),
            ];
            if (refusals.Count > 0) return refusals;

            var proposals = MappingProposal.Between(from, to).ToDictionary(p => p.To);
            var codes = decisions.Select(d => d.To).ToList();
            var stored = await db.Mappings.Where(m => m.FromFrameworkId == command.From && m.ToFrameworkId == command.To && codes.Contains(m.ToCode))
                .ToDictionaryAsync(m => m.ToCode, cancellationToken);
            var before = stored.ToDictionary(s => s.Key.ToString(), s => s.Value.FromCode?.ToString());
            foreach (var decision in decisions)
            {
                if (!stored.TryGetValue(decision.To, out var mapping))
                {
                    var likeness = proposals[decision.To].Likeness;
                    mapping = new CriterionMapping { FromFrameworkId = command.From, ToFrameworkId = command.To, ToCode = decision.To, Likeness = likeness, State = MappingState.Proposed };
                    db.Mappings.Add(mapping);
                }

                mapping.FromCode = decision.From;
                mapping.State = decision.From is null ? MappingState.NoCounterpart
                    : decision.From == proposals[decision.To].From ? MappingState.Confirmed : MappingState.Changed;
            }

            db.Record(actor, time, nameof(DecideMappings), $"mapping/{command.From}/{command.To}", before,
                decisions.ToDictionary(d => d.To.ToString(), d => d.From?.ToString()));
            await db.SaveChangesAsync(cancellationToken);
            return decisions.Count;
        }
    }
}
