using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Versions;

namespace OpenPar.App.Features.Frameworks;

/// <summary>Rows that belong together, with what a person said about them; null while it is only proposed.</summary>
public sealed record MappedRows(Continuation Continuation, MappingDecision? Decision)
{
    /// <summary>True when a person said so.</summary>
    public bool Decided => Decision is not null;
}

/// <summary>The mapping of two loaded frameworks as it stands: what people decided, and proposals for everything else.</summary>
public sealed class FrameworkMappings
{
    // Frameworks never change under the same object, so the proposals for a pair depend on the decisions alone.
    private readonly ConcurrentDictionary<(Framework, Framework), (string Decisions, IReadOnlyList<Continuation> Proposals)> known = new();

    /// <summary>Every row of both frameworks exactly once, in order of the newer rows, dropped rows last.</summary>
    public async Task<IReadOnlyList<MappedRows>> CurrentAsync(OpenParDb db, Framework from, Framework to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var decisions = await DecisionsAsync(db, from.Id, to.Id, cancellationToken);
        var accepted = decisions.Where(d => d.State != MappingState.Refused).Select(d => new MappedRows(d.ToContinuation(), d)).ToList();
        return [.. Proposals(from, to, decisions).Select(p => new MappedRows(p, null)).Concat(accepted)
            .OrderBy(m => m.Continuation.To.Count == 0).ThenBy(m => m.Continuation.To.Count == 0 ? m.Continuation.From[0] : m.Continuation.To[0])];
    }

    /// <summary>What people decided about two frameworks, refusals included.</summary>
    public static Task<List<MappingDecision>> DecisionsAsync(OpenParDb db, FrameworkId from, FrameworkId to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.MappingDecisions.AsNoTracking().Include(d => d.Members).Where(d => d.FromFrameworkId == from && d.ToFrameworkId == to)
            .OrderBy(d => d.Id).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// The criteria of one framework that a criterion of another continues. Only what a person confirmed counts; within one framework a
    /// criterion is its own counterpart.
    /// </summary>
    public static async Task<List<CriterionCode>> ContinuedAsync(OpenParDb db, FrameworkId from, FrameworkId to, CriterionCode code, CancellationToken cancellationToken)
    {
        if (from == to) return [code];
        var decisions = await DecisionsAsync(db, from, to, cancellationToken);
        return [.. decisions.Where(d => d.State != MappingState.Refused).Select(d => d.ToContinuation()).Where(c => c.To.Contains(code)).SelectMany(c => c.From)];
    }

    private IReadOnlyList<Continuation> Proposals(Framework from, Framework to, List<MappingDecision> decisions)
    {
        var fingerprint = string.Join(' ', decisions.Select(d => d.Id.Value));
        if (known.TryGetValue((from, to), out var kept) && kept.Decisions == fingerprint) return kept.Proposals;
        var continuations = decisions.ToLookup(d => d.State == MappingState.Refused, d => d.ToContinuation());
        var proposals = FrameworkMapping.Propose(from, to, [.. continuations[false]], [.. continuations[true]]);
        known[(from, to)] = (fingerprint, proposals);
        return proposals;
    }
}
