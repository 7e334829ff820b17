using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Features.Frameworks;

/// <summary>A person decides who leads one leaf. Imports and carrying over leave such a decision alone.</summary>
public static class SetLeads
{
    /// <param name="Framework">The framework.</param>
    /// <param name="Code">The leaf.</param>
    /// <param name="Agencies">The leads; empty takes the leads away.</param>
    /// <param name="Seen">The leads the person saw; null when the decision does not depend on them.</param>
    /// <param name="Note">What a reader should know about the decision.</param>
    public sealed record Command(
        FrameworkId Framework, CriterionCode Code, IReadOnlyList<AgencyId> Agencies, IReadOnlyList<AgencyId>? Seen = null, string? Note = null);

    public static class Refusals
    {
        public static Refusal NotALeaf => Refusal.Of("not-a-leaf",
            "Chỉ phân công cho tiêu chí được chấm điểm (không có cấp dưới).", "Only scored criteria (without children) are assigned.");

        public static Refusal AgencyUnknown(AgencyId id) => Refusal.Of("agency-unknown",
            $"Không có cơ quan “{id}” trong danh mục.", $"The register has no agency “{id}”.", "Agencies");

        public static Refusal ChangedMeanwhile => Refusal.Of("changed-meanwhile",
            "Người khác vừa đổi phân công của tiêu chí này. Xem phân công đang lưu rồi chọn lại.",
            "Somebody else has just changed this assignment. Look at what is stored and choose again.", "Agencies");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, FrameworkCatalog catalog)
    {
        public async Task<Answer<CriterionCode>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var framework = await catalog.FindAsync(db, command.Framework, cancellationToken);
            if (framework is null || !framework.IsLeaf(command.Code)) return Refusals.NotALeaf;
            var wanted = command.Agencies.Distinct().ToList();
            var known = await db.Agencies.Where(a => wanted.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancellationToken);
            if (wanted.Except(known).Select(Refusals.AgencyUnknown).ToList() is { Count: > 0 } refusals) return refusals;
            var present = await db.Assignments.Where(a => a.FrameworkId == command.Framework && a.Code == command.Code && a.Role == AssignmentRole.Lead)
                .ToListAsync(cancellationToken);
            var before = present.Select(a => a.AgencyId).ToList();
            if (command.Seen is { } seen && !before.ToHashSet().SetEquals(seen)) return Refusals.ChangedMeanwhile;

            db.Assignments.RemoveRange(present);
            db.Assignments.AddRange(wanted.Select(agency => new Assignment
            {
                FrameworkId = command.Framework,
                Code = command.Code,
                AgencyId = agency,
                Role = AssignmentRole.Lead,
                Origin = AssignmentOrigin.Entered,
                Note = command.Note,
                DecidedAt = time.GetUtcNow(),
                DecidedBy = actor.Name,
            }));
            db.Record(actor, time, nameof(SetLeads), $"assignment/{command.Framework}/{command.Code}",
                new { Leads = before.Select(a => a.ToString()) }, new { Leads = wanted.Select(a => a.ToString()), command.Note });
            await db.SaveChangesAsync(cancellationToken);
            return command.Code;
        }
    }
}
