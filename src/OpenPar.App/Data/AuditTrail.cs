using System.Text.Json;
using OpenPar.App.Data.Model.Audit;
using OpenPar.App.Features;
using OpenPar.Core.Rules;

namespace OpenPar.App.Data;

/// <summary>Adds the audit entry of a change to the same unit of work, so that neither is ever saved without the other.</summary>
public static class AuditTrail
{
    /// <summary>Records what happened. Before and after are small objects that say what changed; null where there is none.</summary>
    public static void Record(this OpenParDb db, Actor actor, TimeProvider time, string action, string subject, object? before = null, object? after = null)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(time);
        db.AuditEntries.Add(new AuditEntry
        {
            Id = default,
            At = time.GetUtcNow(),
            ActorId = actor.UserId,
            ActorName = actor.Name,
            Address = actor.Address,
            Action = action,
            Subject = subject,
            Before = before is null ? null : JsonSerializer.Serialize(before, RuleJson.Options),
            After = after is null ? null : JsonSerializer.Serialize(after, RuleJson.Options),
        });
    }
}
