using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core;
using OpenPar.Core.Organisations;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Organisations;

/// <summary>Remembers one more way in which the name of an agency is written.</summary>
public static class AddAlias
{
    public sealed record Command(AgencyId Id, string Alias);

    public sealed class Handler(OpenParDb db, EditAgency.Handler editAgency)
    {
        public async Task<Answer<AgencyId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var record = await db.Agencies.AsNoTracking().SingleOrDefaultAsync(a => a.Id == command.Id, cancellationToken);
            if (record is null) return EditAgency.Refusals.Unknown;
            var known = record.Aliases.Prepend(record.Name).Any(name => VietnameseText.Fold(name) == VietnameseText.Fold(command.Alias));
            if (known) return command.Id;
            var entry = new AgencyEntry(record.Name, record.Kind, record.ParentId, [.. record.Aliases, command.Alias], record.ValidFrom, record.ValidTo);
            return await editAgency.HandleAsync(new(command.Id, record.Version, entry), cancellationToken);
        }
    }
}
