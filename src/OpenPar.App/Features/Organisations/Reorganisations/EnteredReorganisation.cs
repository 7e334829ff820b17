using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core.Organisations;
using OpenPar.Core.Organisations.Reorganising;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Organisations.Reorganisations;

/// <summary>Makes a reorganisation of what was entered: identities for new agencies, accounts for user names.</summary>
internal sealed class EnteredReorganisation(OpenParDb db)
{
    public async Task<(Reorganisation Asked, List<string> Unknown)> ReadAsync(PlanReorganisation.Command command, CancellationToken cancellationToken)
    {
        var names = await db.Agencies.AsNoTracking().Select(a => new { a.Id, a.Name, a.Kind }).ToDictionaryAsync(a => a.Id, cancellationToken);
        List<AgencyId> sources = [.. command.Sources];
        var people = await db.Users.AsNoTracking().Where(u => u.AgencyId != null && sources.Contains(u.AgencyId.Value)).Select(u => new { u.Id, u.UserName }).ToListAsync(cancellationToken);
        var (taken, unknown, successors) = (names.Keys.ToHashSet(), new List<string>(), new List<Successor>());
        foreach (var entry in command.Successors)
        {
            var ids = new List<Guid>();
            foreach (var name in entry.People.Distinct(StringComparer.OrdinalIgnoreCase))
            {
                if (people.Find(p => string.Equals(p.UserName, name, StringComparison.OrdinalIgnoreCase)) is { } person) ids.Add(person.Id);
                else unknown.Add(name);
            }

            var written = VietnameseText.Clean(entry.Name);
            Successor successor;
            if (entry.Agency is { } id) successor = new Successor(id, names.GetValueOrDefault(id)?.Name ?? id.ToString(), names.GetValueOrDefault(id)?.Kind ?? entry.Kind, Opens: false);
            else if (command.Kind == SuccessionKind.Rename && sources.Count == 1) successor = new Successor(sources[0], written, names.GetValueOrDefault(sources[0])?.Kind ?? entry.Kind, Opens: false);
            else successor = new Successor(AgencyIdentity.Of(written, taken), written, entry.Kind, Opens: true);
            taken.Add(successor.Id);
            successors.Add(successor with { Codes = [.. entry.Codes.Distinct()], People = ids });
        }

        return (new Reorganisation(command.Kind, command.On, sources, successors), unknown);
    }
}
