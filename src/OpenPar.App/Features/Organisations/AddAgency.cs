using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.Core;
using OpenPar.Core.Organisations;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Organisations;

/// <summary>Adds an agency to the register. Its identity is made from the name once and never changes again.</summary>
public static class AddAgency
{
    public sealed record Command(AgencyEntry Entry);

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<AgencyId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var register = await db.Agencies.AsNoTracking().ToListAsync(cancellationToken);
            var entry = command.Entry.Cleaned();
            var id = Identity(entry.Name!, [.. register.Select(a => a.Id)]);
            var refusals = AgencyRules.Check(id, entry, register);
            if (refusals.Count > 0) return refusals;
            var record = new AgencyRecord
            {
                Id = id,
                Name = entry.Name!,
                Kind = entry.Kind,
                ParentId = entry.Parent,
                Aliases = [.. entry.Aliases],
                ValidFrom = entry.ValidFrom,
                ValidTo = entry.ValidTo,
            };
            record.RefreshSearchText();
            db.Agencies.Add(record);
            db.Record(actor, time, nameof(AddAgency), $"agency/{id}", null, AgencyState.Of(record));
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException error) when (error.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                // Somebody else added an agency of this name between our reading and our writing.
                return AgencyRules.NameTaken(record);
            }

            return id;
        }

        /// <summary>"Sở Nội vụ" → so-noi-vu; so-noi-vu-2 when that is taken by an agency of another time.</summary>
        private static AgencyId Identity(string name, HashSet<AgencyId> taken)
        {
            var words = new string([.. VietnameseText.Fold(name).Where(c => char.IsAsciiLetterOrDigit(c) || c == ' ')])
                .Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var slug = string.Join('-', words);
            if (slug.Length > 70) slug = slug[..70].TrimEnd('-');
            if (slug.Length == 0) slug = "co-quan";
            for (var number = 1; ; number++)
            {
                var id = AgencyId.Parse(number == 1 ? slug : $"{slug}-{number}");
                if (!taken.Contains(id)) return id;
            }
        }
    }
}
