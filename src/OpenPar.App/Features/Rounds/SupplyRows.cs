using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Features.Rounds;

/// <summary>Says which agency fills a row, or all rows below a node, for every unit of a group; no agency gives the rows back to the units.</summary>
public static class SupplyRows
{
    /// <param name="Round">The round.</param>
    /// <param name="Group">The group.</param>
    /// <param name="Code">A leaf or a node.</param>
    /// <param name="Agency">The supplier; null to give the rows back.</param>
    public sealed record Command(RoundId Round, GroupId Group, CriterionCode Code, AgencyId? Agency);

    public static class Refusals
    {
        public static Refusal NoRow => Refusal.Of("no-row", "Chọn dòng, tiêu chí hoặc lĩnh vực có trong bộ chỉ số của nhóm.", "Choose a row, criterion or field of the group's framework.", "code");

        public static Refusal NoAgency => Refusal.Of("no-agency", "Chọn cơ quan cung cấp số liệu trong danh mục.", "Choose the supplier from the register.", "agency");
    }

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, RoundSheets sheets, TimeProvider time, Actor actor)
    {
        public async Task<Answer<GroupId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var draft = await SetUpRound.DraftAsync(db, command.Round, cancellationToken);
            if (!draft.Done) return draft.Refusals.ToList();
            var round = draft.Value;
            if (round.Groups.Find(g => g.Id == command.Group) is not { } group) return ChangeGroup.Refusals.NoGroup;
            var framework = await frameworks.GetAsync(db, group.FrameworkId, cancellationToken);
            if (framework.Find(command.Code) is null) return Refusals.NoRow;
            if (command.Agency is { } asked && !await db.Agencies.AnyAsync(a => a.Id == asked && a.Kind != AgencyKind.Class, cancellationToken)) return Refusals.NoAgency;
            var before = group.Suppliers.Find(s => s.Code == command.Code);
            if (before?.AgencyId == command.Agency) return group.Id;
            // The key holds the code alone: another agency for it is a removed line and a new one, written one after the other.
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (before is not null)
            {
                group.Suppliers.Remove(before);
                db.GroupSuppliers.Remove(before);
                await db.SaveChangesAsync(cancellationToken);
            }

            if (command.Agency is { } agency) db.GroupSuppliers.Add(new GroupSupplier { GroupId = group.Id, Code = command.Code, AgencyId = agency });
            await sheets.AnswerAgainAsync(round, group, cancellationToken);
            db.Record(actor, time, nameof(SupplyRows), $"round/{round.Id.Value}",
                before is null ? null : new { group.Name, Code = before.Code.ToString(), Agency = before.AgencyId.ToString() },
                command.Agency is null ? null : new { group.Name, Code = command.Code.ToString(), Agency = command.Agency.ToString() });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return group.Id;
        }
    }
}
