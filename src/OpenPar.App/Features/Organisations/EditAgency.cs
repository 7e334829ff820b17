using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Features.Organisations;

/// <summary>Changes an agency of the register. Two people who edit at once: the second is shown what the first wrote.</summary>
public static class EditAgency
{
    /// <param name="Id">The agency.</param>
    /// <param name="Version">The version the person saw.</param>
    /// <param name="Entry">What it shall be.</param>
    public sealed record Command(AgencyId Id, uint Version, AgencyEntry Entry);

    public static class Refusals
    {
        public static Refusal Unknown => Refusal.Of("unknown", "Không có cơ quan này trong danh mục.", "The register has no such agency.");

        public static Refusal ChangedMeanwhile => Refusal.Of("changed-meanwhile",
            "Người khác vừa sửa cơ quan này. Nội dung bạn nhập vẫn còn bên dưới, cạnh nội dung đang lưu; so lại rồi lưu lần nữa.",
            "Somebody else has just changed this agency. What you entered is kept beside what is stored; compare and save again.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<AgencyId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var register = await db.Agencies.ToListAsync(cancellationToken);
            var record = register.Find(a => a.Id == command.Id);
            if (record is null) return Refusals.Unknown;
            if (record.Version != command.Version) return Refusals.ChangedMeanwhile;
            var entry = command.Entry.Cleaned();
            var refusals = AgencyRules.Check(command.Id, entry, register);
            if (refusals.Count > 0) return refusals;

            var before = AgencyState.Of(record);
            (record.Name, record.Kind, record.ParentId) = (entry.Name!, entry.Kind, entry.Parent);
            (record.ValidFrom, record.ValidTo) = (entry.ValidFrom, entry.ValidTo);
            if (!record.Aliases.SequenceEqual(entry.Aliases)) record.Aliases = [.. entry.Aliases];
            record.RefreshSearchText();
            if (!db.ChangeTracker.HasChanges()) return command.Id;
            db.Record(actor, time, nameof(EditAgency), $"agency/{command.Id}", before, AgencyState.Of(record));
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Saved by somebody else between our reading and our writing.
                return Refusals.ChangedMeanwhile;
            }

            return command.Id;
        }
    }
}
