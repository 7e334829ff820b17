using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Organisations.Reorganising;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Organisations.Reorganisations;

/// <summary>
/// What a reorganisation will do, computed now and written nowhere; or what it did, replayed on what stood before it and compared with the
/// steps that were carried out.
/// </summary>
public static class ShowReorganisation
{
    /// <summary>What one unit declared, in words.</summary>
    public sealed record SideLine(string Choice, string Unit, ConflictSide Side, IReadOnlyList<LocalText> Figures);

    /// <summary>A conflict with the words of its criterion.</summary>
    public sealed record ConflictLine(RowConflict Conflict, string Title, string Successor, IReadOnlyList<SideLine> Sides, IReadOnlyList<LocalText> Sum);

    /// <summary>The steps of one part, in words.</summary>
    public sealed record PartLine(ReorganisationPart Part, IReadOnlyList<LocalText> Steps);

    /// <param name="Record">The reorganisation as entered.</param>
    /// <param name="Asked">What it asks.</param>
    /// <param name="Sources">Names of the agencies before.</param>
    /// <param name="Plan">The plan.</param>
    /// <param name="Parts">Its steps by part.</param>
    /// <param name="Conflicts">Rows to decide.</param>
    /// <param name="Seen">A mark of everything but the choices; given back with the application, it shows that nothing changed meanwhile.</param>
    /// <param name="Applied">When and by whom it was carried out; null before.</param>
    /// <param name="Replays">Whether the plan made again is what was carried out; null before.</param>
    /// <param name="Revoked">When, by whom and why it was taken back; null before.</param>
    public sealed record View(
        ReorganisationRecord Record, Reorganisation Asked, IReadOnlyList<string> Sources, ReorganisationPlan Plan, IReadOnlyList<PartLine> Parts,
        IReadOnlyList<ConflictLine> Conflicts, string Seen, ReorganisationApplication? Applied, bool? Replays, ReorganisationRevocation? Revoked);

    public sealed class Handler(OpenParDb db, ReorganisationReading reading, FrameworkCatalog frameworks)
    {
        public async Task<View?> HandleAsync(ReorganisationId id, CancellationToken cancellationToken)
        {
            var record = await db.Reorganisations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
            if (record is null) return null;
            var asked = ReorganisationJson.Read<Reorganisation>(record.Content);
            var applied = await db.ReorganisationApplications.AsNoTracking().SingleOrDefaultAsync(a => a.ReorganisationId == id, cancellationToken);
            var state = applied is null ? await reading.ReadAsync(asked, cancellationToken) : ReorganisationJson.Read<ReorganisationState>(applied.State);
            var choices = applied?.Choices ?? await db.ReorganisationChoices.Where(c => c.ReorganisationId == id).OrderByDescending(c => c.Id).Select(c => c.Choices).FirstOrDefaultAsync(cancellationToken);
            var plan = ReorganisationPlan.Of(state, asked, choices is null ? new Dictionary<string, string>() : ReorganisationJson.Read<Dictionary<string, string>>(choices));
            var name = Names(state, asked);
            var conflicts = new List<ConflictLine>();
            foreach (var conflict in plan.Conflicts) conflicts.Add(await LineAsync(conflict, name, cancellationToken));
            return new View(
                record, asked, [.. asked.Sources.Select(name)], plan,
                [.. plan.Steps.GroupBy(StepWords.PartOf).OrderBy(g => g.Key).Select(g => new PartLine(g.Key, [.. g.Select(s => StepWords.Of(s, name))]))],
                conflicts, Mark(state, asked), applied, applied is null ? null : await ReplaysAsync(id, plan, cancellationToken),
                await db.ReorganisationRevocations.AsNoTracking().SingleOrDefaultAsync(r => r.ReorganisationId == id, cancellationToken));
        }

        /// <summary>The plan without its choices: what a person must have seen.</summary>
        internal static string Mark(ReorganisationState state, Reorganisation asked)
        {
            var plan = ReorganisationPlan.Of(state, asked, new Dictionary<string, string>());
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ReorganisationJson.Write(plan))));
        }

        private static Func<AgencyId, string> Names(ReorganisationState state, Reorganisation asked) =>
            id => asked.Successors.FirstOrDefault(s => s.Id == id && s.Opens)?.Name ?? state.NameOf(id);

        private async Task<bool> ReplaysAsync(ReorganisationId id, ReorganisationPlan plan, CancellationToken cancellationToken)
        {
            var stored = await db.ReorganisationSteps.AsNoTracking().Where(s => s.ReorganisationId == id).OrderBy(s => s.Number).Select(s => s.Step).ToListAsync(cancellationToken);
            // The database gives a JSON object back in an order of its own: both go through the same types.
            return stored.Select(s => ReorganisationJson.WriteStep(ReorganisationJson.Read<ReorganisationStep>(s)))
                .SequenceEqual(plan.Steps.Select(s => ReorganisationJson.WriteStep(ReorganisationJson.Read<ReorganisationStep>(ReorganisationJson.WriteStep(s)))), StringComparer.Ordinal);
        }

        private async Task<ConflictLine> LineAsync(RowConflict conflict, Func<AgencyId, string> name, CancellationToken cancellationToken)
        {
            var criterion = (await frameworks.GetAsync(db, conflict.Framework, cancellationToken)).Find(conflict.Code);
            List<LocalText> Figures(IReadOnlyDictionary<string, FactValue> facts) => criterion?.Rule is not { } rule ? []
                : [.. rule.Needs.Where(f => facts.ContainsKey(f.Name)).Select(f => Shown(rule, f, facts[f.Name]))];
            var sides = conflict.Sides.Select(s => new SideLine(RowConflict.Take(s.Unit), name(s.Unit), s, Figures(s.Facts))).ToList();
            var sum = conflict.MaySum ? Figures(conflict.Summed) : [];
            return new ConflictLine(conflict, criterion?.Title ?? conflict.Code.ToString(), name(conflict.Successor), sides, sum);
        }

        private static LocalText Shown(Rule rule, FactDefinition fact, FactValue value)
        {
            var text = FactText.Show(rule, fact, value);
            return new LocalText($"{fact.Label}: {text.Vi}", $"{fact.Label}: {text.En}");
        }
    }
}
