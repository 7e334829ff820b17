using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Features.Evidence.Sweeping;

namespace OpenPar.App.Features.Evidence.Storage;

/// <summary>
/// Whether the store holds what the records use, asked of a few files: the newest, some by chance, and those that were missing before. A wrong address or
/// a database that was restored without its files shows at once; a single lost file is found by <see cref="CheckFiles"/>.
/// </summary>
public static class LookForFiles
{
    private const int Newest = 20, ByChance = 40, MostAgain = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="Again">Files that were missing the last time.</param>
    public sealed record Query(IReadOnlyCollection<string> Again);

    /// <param name="Looked">How many files were asked for.</param>
    /// <param name="Missing">Those the store does not hold.</param>
    /// <param name="Where">The store, for the operator.</param>
    public sealed record Sight(int Looked, IReadOnlyList<string> Missing, string Where);

    public sealed class Handler(OpenParDb db, IStorage storage, TimeProvider time)
    {
        /// <exception cref="StorageAwayException">The storage does not answer.</exception>
        public async Task<Sight> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            var began = time.GetTimestamp();
            var again = query.Again.Take(MostAgain).ToList();
            var newest = await db.Revisions.OrderByDescending(r => r.Id).Select(r => r.Sha256).Take(Newest).ToListAsync(cancellationToken);
            // What nobody uses any more is missed by nobody.
            var asked = again.Except(await FileUses.UnusedAsync(db, again, cancellationToken)).Concat(newest).Concat(await FileUses.SomeAsync(db, ByChance, cancellationToken));
            var (looked, missing) = (0, new List<string>());
            foreach (var name in asked.Distinct())
            {
                if (time.GetElapsedTime(began) > Patience) break;
                looked++;
                if (!await storage.HoldsAsync(name, cancellationToken)) missing.Add(name);
            }

            return new Sight(looked, missing, storage.Where);
        }
    }
}
