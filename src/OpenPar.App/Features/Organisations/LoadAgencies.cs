using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.Core;
using OpenPar.Core.Organisations;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Organisations;

/// <summary>
/// Adds the agencies and successions of a register that are not there yet. What is there belongs to the people who keep the
/// register and is left as they made it.
/// </summary>
public static class LoadAgencies
{
    public sealed record Command(AgencyRegister Register);

    public static class Refusals
    {
        public static Refusal NameTaken(Agency agency, AgencyId bearer) => Refusal.Of("name-taken",
            $"Tên “{agency.Name}” của {agency.Id} đã thuộc về cơ quan {bearer} trong danh mục. Sửa tên hoặc dùng mã {bearer}.",
            $"The name “{agency.Name}” of {agency.Id} belongs to {bearer} already. Mend the name or use {bearer}.");
    }

    /// <summary>Answers how many agencies and successions were added.</summary>
    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        private const string OneAtATime = "select pg_advisory_xact_lock(7261948)";

        public async Task<Answer<int>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync(OneAtATime, cancellationToken);
            var known = await db.Agencies.ToListAsync(cancellationToken);
            var ids = known.Select(a => a.Id).ToHashSet();
            var missing = command.Register.Agencies.Where(a => !ids.Contains(a.Id)).ToList();
            var refusals = missing.SelectMany(a => Bearers(known, a).Select(bearer => Refusals.NameTaken(a, bearer))).ToList();
            if (refusals.Count > 0) return refusals;

            foreach (var agency in missing) db.Agencies.Add(Record(agency));
            var linked = await db.Successions.Select(s => new { s.PredecessorId, s.SuccessorId }).ToListAsync(cancellationToken);
            var links = command.Register.Successions.Where(s => !linked.Exists(l => l.PredecessorId == s.Predecessor && l.SuccessorId == s.Successor)).ToList();
            foreach (var link in links) db.Successions.Add(Record(link));
            if (missing.Count + links.Count == 0) return 0;
            db.Record(actor, time, nameof(LoadAgencies), "agencies", null,
                new { command.Register.Title, Agencies = missing.Select(a => a.Id.ToString()), Successions = links.Select(l => $"{l.Predecessor} → {l.Successor}") });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return missing.Count + links.Count;
        }

        private static IEnumerable<AgencyId> Bearers(List<AgencyRecord> known, Agency agency) =>
            known.Where(k => VietnameseText.Fold(k.Name) == VietnameseText.Fold(agency.Name) && AgencyRules.Overlap(k.ValidFrom, k.ValidTo, agency.ValidFrom, agency.ValidTo))
                .Select(k => k.Id);

        private static AgencyRecord Record(Agency agency)
        {
            var record = new AgencyRecord
            {
                Id = agency.Id,
                Name = VietnameseText.Clean(agency.Name),
                Kind = agency.Kind,
                ParentId = agency.Parent,
                Aliases = [.. agency.Aliases.Select(VietnameseText.Clean)],
                ValidFrom = agency.ValidFrom,
                ValidTo = agency.ValidTo,
            };
            record.RefreshSearchText();
            return record;
        }

        private static SuccessionRecord Record(Succession link) => new()
        {
            PredecessorId = link.Predecessor,
            SuccessorId = link.Successor,
            EffectiveOn = link.On,
            Kind = link.Kind,
            Source = link.Source,
        };
    }
}
