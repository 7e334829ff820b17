using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;
using OpenPar.Documents.Packs;

namespace OpenPar.App.Features.Frameworks;

/// <summary>Takes a framework into the database. The same content twice changes nothing; content in use is never changed.</summary>
public static class LoadFramework
{
    /// <param name="Framework">The framework.</param>
    /// <param name="OnlyNew">True to refuse when the identity is taken, also by the same content.</param>
    public sealed record Command(Framework Framework, bool OnlyNew = false);

    /// <summary>What loading did.</summary>
    public enum Outcome
    {
        Unchanged,
        Loaded,
        Replaced,
    }

    public static class Refusals
    {
        public static Refusal InUse(FrameworkId id, int rounds) => Refusal.Of("framework-in-use",
            $"Bộ chỉ số {id} có nội dung khác với bản đã nạp nhưng đang dùng cho {rounds} kỳ đánh giá, nên giữ nguyên bản đã nạp. Đặt phiên bản khác cho nội dung mới.",
            $"Framework {id} differs from the loaded one, which {rounds} round(s) use; the loaded one is kept. Give the new content another version.");

        public static Refusal IdentityTaken(FrameworkId id) => Refusal.Of("identity-taken", $"Đã có bộ chỉ số {id}.", $"The framework {id} exists.");

        public static Refusal CriterionAssigned(FrameworkId id, string codes) => Refusal.Of("criterion-assigned",
            $"Bản mới của {id} không còn các dòng {codes} đang có phân công, mục tiêu hoặc liên kết. Gỡ phân công, mục tiêu của các dòng đó rồi nạp lại.",
            $"The new {id} lacks the rows {codes}, which have assignments, targets or links. Remove those and load again.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        // Any fixed number; two servers that start at once load one after the other.
        private const string OneAtATime = "select pg_advisory_xact_lock(7261949)";

        public async Task<Answer<Outcome>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var framework = command.Framework;
            var hash = Convert.ToHexStringLower(SHA256.HashData(FrameworkFile.Write(framework)));
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync(OneAtATime, cancellationToken);
            var stored = await db.Frameworks.Include(f => f.Criteria).SingleOrDefaultAsync(f => f.Id == framework.Id, cancellationToken);
            if (stored is not null && command.OnlyNew) return Refusals.IdentityTaken(framework.Id);
            if (stored?.ContentHash == hash) return Outcome.Unchanged;
            var wanted = Record(framework, hash);
            if (stored is null) db.Frameworks.Add(wanted);
            else if (await ReplaceAsync(stored, wanted, cancellationToken) is { } refusal) return refusal;

            db.Record(actor, time, nameof(LoadFramework), $"framework/{framework.Id}",
                stored is null ? null : new { stored.ContentHash, Criteria = stored.Criteria.Count },
                new { ContentHash = hash, Criteria = wanted.Criteria.Count });
            if (stored is not null) db.Entry(stored).CurrentValues.SetValues(wanted);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return stored is null ? Outcome.Loaded : Outcome.Replaced;
        }

        private async Task<Refusal?> ReplaceAsync(FrameworkRecord stored, FrameworkRecord wanted, CancellationToken cancellationToken)
        {
            var rounds = await db.UnitGroups.Where(g => g.FrameworkId == stored.Id).Select(g => g.RoundId).Distinct().CountAsync(cancellationToken);
            if (rounds > 0) return Refusals.InUse(stored.Id, rounds);
            var kept = wanted.Criteria.ToDictionary(c => c.Code);
            var gone = stored.Criteria.Where(c => !kept.ContainsKey(c.Code)).ToList();
            var held = await HeldAsync(stored.Id, [.. gone.Select(c => c.Code)], cancellationToken);
            if (held.Count > 0) return Refusals.CriterionAssigned(stored.Id, string.Join(", ", held.Order()));

            // Rows are changed in place: assignments point at them.
            var present = stored.Criteria.ToDictionary(c => c.Code);
            db.Criteria.RemoveRange(gone);
            foreach (var criterion in wanted.Criteria)
            {
                if (present.TryGetValue(criterion.Code, out var old)) db.Entry(old).CurrentValues.SetValues(criterion);
                else db.Criteria.Add(criterion);
            }

            return null;
        }

        private async Task<List<CriterionCode>> HeldAsync(FrameworkId id, List<CriterionCode> codes, CancellationToken cancellationToken)
        {
            if (codes.Count == 0) return [];
            var assigned = await db.Assignments.Where(a => a.FrameworkId == id && codes.Contains(a.Code)).Select(a => a.Code).ToListAsync(cancellationToken);
            var mapped = await db.MappingMembers.Where(m => m.FrameworkId == id && codes.Contains(m.Code)).Select(m => m.Code).ToListAsync(cancellationToken);
            var aimed = await db.Targets.Where(t => t.FrameworkId == id && codes.Contains(t.Code)).Select(t => t.Code).ToListAsync(cancellationToken);
            return [.. assigned.Concat(mapped).Concat(aimed).Distinct()];
        }

        private FrameworkRecord Record(Framework framework, string hash) => new()
        {
            Id = framework.Id,
            Title = framework.Title,
            DecisionNumber = framework.Decision.Number,
            Issuer = framework.Decision.Issuer,
            IssuedOn = framework.Decision.IssuedOn,
            Annex = framework.Decision.Annex,
            GuidanceDocument = framework.GuidanceDocument,
            TotalPoints = framework.TotalPoints,
            FirstYear = framework.FirstYear,
            LastYear = framework.LastYear,
            RoundingDigits = framework.Rounding.Digits,
            RoundingMode = framework.Rounding.Mode,
            Substitutions = framework.Substitutions.Count == 0 ? null : RuleJson.Write(framework.Substitutions),
            ContentHash = hash,
            LoadedAt = time.GetUtcNow(),
            Criteria = [.. framework.Criteria.Select((criterion, at) => CriterionRecord.From(framework.Id, criterion, at))],
        };
    }
}
