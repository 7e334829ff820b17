using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Audit;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Organisations;

/// <summary>One agency with its kin, its duties and its history.</summary>
public static class ShowAgency
{
    public sealed record Query(AgencyId Id);

    /// <summary>A criterion the agency answers for.</summary>
    public sealed record Duty(FrameworkId Framework, CriterionCode Code, string Title, AssignmentRole Role, string? Note);

    /// <summary>A link to a predecessor or successor.</summary>
    public sealed record Link(AgencyId Id, string Name, DateOnly On, SuccessionKind Kind, string? Source);

    /// <summary>One value that a change touched.</summary>
    public sealed record Change(string Field, string? Before, string? After);

    /// <summary>One entry of the history.</summary>
    public sealed record Event(DateTimeOffset At, string By, string Action, IReadOnlyList<Change> Changes);

    public sealed record View(
        Agency Agency, uint Version, bool Exists, Agency? Parent, IReadOnlyList<Agency> Below,
        IReadOnlyList<Link> Predecessors, IReadOnlyList<Link> Successors, IReadOnlyList<Duty> Duties, IReadOnlyList<Event> History)
    {
        /// <summary>Names it bore before, the latest first.</summary>
        public IReadOnlyList<FormerName> FormerNames { get; init; } = [];
    }

    public sealed class Handler(OpenParDb db, TimeProvider time)
    {
        public async Task<View?> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            var register = await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, cancellationToken);
            if (!register.TryGetValue(query.Id, out var record)) return null;
            var agency = record.ToAgency();
            var links = await db.Successions.AsNoTracking().Where(s => s.PredecessorId == query.Id || s.SuccessorId == query.Id).ToListAsync(cancellationToken);
            var duties = await (
                from assignment in db.Assignments.AsNoTracking()
                where assignment.AgencyId == query.Id
                join criterion in db.Criteria on new { assignment.FrameworkId, assignment.Code } equals new { criterion.FrameworkId, criterion.Code }
                orderby assignment.FrameworkId, criterion.SortOrder
                select new Duty(assignment.FrameworkId, assignment.Code, criterion.Title, assignment.Role, assignment.Note)).ToListAsync(cancellationToken);
            var subject = $"agency/{query.Id}";
            var entries = await db.AuditEntries.AsNoTracking().Where(e => e.Subject == subject).OrderByDescending(e => e.Id).ToListAsync(cancellationToken);
            return new View(
                agency, record.Version, agency.ExistsOn(time.Today()),
                agency.Parent is { } parent ? register[parent].ToAgency() : null,
                [.. register.Values.Where(a => a.ParentId == query.Id).Select(a => a.ToAgency()).OrderBy(a => a.Name, VietnameseText.Comparer)],
                [.. links.Where(l => l.SuccessorId == query.Id).OrderBy(l => l.EffectiveOn).Select(l => new Link(l.PredecessorId, register[l.PredecessorId].Name, l.EffectiveOn, l.Kind, l.Source))],
                [.. links.Where(l => l.PredecessorId == query.Id).OrderBy(l => l.EffectiveOn).Select(l => new Link(l.SuccessorId, register[l.SuccessorId].Name, l.EffectiveOn, l.Kind, l.Source))],
                duties,
                [.. entries.Select(Read)])
            {
                FormerNames = await db.FormerNames.AsNoTracking().Where(n => n.AgencyId == query.Id).OrderByDescending(n => n.LastDay).ToListAsync(cancellationToken),
            };
        }

        private static Event Read(AuditEntry entry)
        {
            var (before, after) = (Values(entry.Before), Values(entry.After));
            var changes = before.Keys.Union(after.Keys).Select(key => new Change(key, before.GetValueOrDefault(key), after.GetValueOrDefault(key)))
                .Where(change => change.Before != change.After);
            return new Event(entry.At, entry.ActorName, entry.Action, [.. changes]);
        }

        private static Dictionary<string, string?> Values(string? json)
        {
            if (json is null) return [];
            using var document = JsonDocument.Parse(json);
            return document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => Text(p.Value));
        }

        private static string? Text(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(Text)),
            JsonValueKind.String => value.GetString(),
            _ => value.GetRawText(),
        };
    }
}
