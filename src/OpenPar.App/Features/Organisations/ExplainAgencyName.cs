using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Features.Organisations;

/// <summary>A person says what a written name stands for: an agency of the register, a new agency, or no agency.</summary>
public static class ExplainAgencyName
{
    /// <param name="Written">The name as written.</param>
    /// <param name="Agency">The agency; null for a name that is none.</param>
    /// <param name="AddAs">The kind, when the name shall be added to the register as a new agency.</param>
    /// <param name="Remember">True to add the name to the aliases of the agency.</param>
    public sealed record Command(string Written, AgencyId? Agency, AgencyKind? AddAs, bool Remember);

    public sealed class Handler(OpenParDb db, AddAgency.Handler addAgency, AddAlias.Handler addAlias)
    {
        /// <summary>Answers the agency, or null for a name that is none.</summary>
        public async Task<Answer<AgencyId?>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (command.AddAs is { } kind)
            {
                var added = await addAgency.HandleAsync(new(new AgencyEntry(command.Written, kind, null, [], null, null)), cancellationToken);
                return added.Done ? (AgencyId?)added.Value : added.Refusals.ToList();
            }

            if (command.Agency is not { } agency) return (AgencyId?)null;
            if (!await db.Agencies.AnyAsync(a => a.Id == agency, cancellationToken)) return SetLeads.Refusals.AgencyUnknown(agency);
            if (!command.Remember) return (AgencyId?)agency;
            var remembered = await addAlias.HandleAsync(new(agency, command.Written), cancellationToken);
            return remembered.Done ? (AgencyId?)agency : remembered.Refusals.ToList();
        }
    }
}
