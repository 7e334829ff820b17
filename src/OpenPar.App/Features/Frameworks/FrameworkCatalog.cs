using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core.Frameworks;

namespace OpenPar.App.Features.Frameworks;

/// <summary>
/// Loaded frameworks, kept in memory by identity and content: a framework never changes under the same hash, so
/// an entry is never stale.
/// </summary>
public sealed class FrameworkCatalog
{
    private static readonly Func<OpenParDb, FrameworkId, CancellationToken, Task<string?>> HashOf = EF.CompileAsyncQuery(
        (OpenParDb db, FrameworkId id, CancellationToken _) =>
            db.Frameworks.Where(f => f.Id == id).Select(f => f.ContentHash).SingleOrDefault());

    private static readonly Func<OpenParDb, GroupId, CancellationToken, Task<Stored>> FrameworkOf = EF.CompileAsyncQuery(
        (OpenParDb db, GroupId units, CancellationToken _) =>
            (from its in db.UnitGroups where its.Id == units join framework in db.Frameworks on its.FrameworkId equals framework.Id select new Stored(framework.Id, framework.ContentHash)).Single());

    private readonly ConditionalWeakTable<Framework, RuleGraph> graphs = [];

    private readonly ConcurrentDictionary<(FrameworkId Id, string Hash), Framework> known = new();

    /// <summary>The framework, or null when it is not loaded.</summary>
    public async Task<Framework?> FindAsync(OpenParDb db, FrameworkId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var hash = await HashOf(db, id, cancellationToken);
        return hash is null ? null : await GetAsync(db, id, hash, cancellationToken);
    }

    /// <summary>The framework a group of units is scored by.</summary>
    public async Task<Framework> OfGroupAsync(OpenParDb db, GroupId group, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var stored = await FrameworkOf(db, group, cancellationToken);
        return await GetAsync(db, stored.Id, stored.Hash, cancellationToken);
    }

    /// <summary>Which rows of a framework take from which; built once for each.</summary>
    public RuleGraph GraphOf(Framework framework) => graphs.GetValue(framework, RuleGraph.Of);

    /// <summary>A framework that must be there because something refers to it.</summary>
    /// <exception cref="InvalidOperationException">It is not loaded.</exception>
    public async Task<Framework> GetAsync(OpenParDb db, FrameworkId id, CancellationToken cancellationToken) =>
        await FindAsync(db, id, cancellationToken) ?? throw new InvalidOperationException($"Framework {id} is not loaded.");

    /// <summary>A framework whose content somebody has just looked up.</summary>
    public async Task<Framework> GetAsync(OpenParDb db, FrameworkId id, string hash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (known.TryGetValue((id, hash), out var framework)) return framework;
        var record = await db.Frameworks.AsNoTracking().Include(f => f.Criteria).SingleAsync(f => f.Id == id, cancellationToken);
        return known.GetOrAdd((id, record.ContentHash), _ => record.ToFramework());
    }

    private sealed record Stored(FrameworkId Id, string Hash);
}
