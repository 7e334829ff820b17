using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.Core;
using OpenPar.Core.Organisations;

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
            var id = AgencyIdentity.Of(entry.Name!, register.Select(a => a.Id).ToHashSet());
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
    }
}
