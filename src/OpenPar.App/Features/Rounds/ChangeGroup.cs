using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>Adds a group to a round that is being prepared, or gives a group another name or framework.</summary>
public static class ChangeGroup
{
    /// <param name="Round">The round.</param>
    /// <param name="Group">The group; null to add one.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Framework">What its units are scored by.</param>
    public sealed record Command(RoundId Round, GroupId? Group, string Name, FrameworkId Framework);

    public static class Refusals
    {
        public static Refusal NoGroup => Refusal.Of("no-group", "Không tìm thấy nhóm này trong kỳ.", "The round has no such group.");

        public static Refusal NameTaken => Refusal.Of("name-taken", "Kỳ này đã có nhóm cùng tên.", "The round has a group of this name.", "name");

        public static Refusal NameMissing => Refusal.Of("name-missing", "Nhập tên nhóm, ví dụ Các sở, ban, ngành.", "Enter a name, such as Departments.", "name");

        public static Refusal SuppliersLost(string codes) => Refusal.Of("suppliers-lost",
            $"Bộ chỉ số này không có các dòng {codes} đang có cơ quan cung cấp số liệu. Bỏ các dòng đó ở phần cung cấp số liệu rồi đổi bộ chỉ số.",
            $"This framework lacks the rows {codes}, which have suppliers. Remove those first.", "framework");
    }

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, RoundSheets sheets, TimeProvider time, Actor actor)
    {
        public async Task<Answer<GroupId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var draft = await SetUpRound.DraftAsync(db, command.Round, cancellationToken);
            if (!draft.Done) return draft.Refusals.ToList();
            var round = draft.Value;
            var group = round.Groups.Find(g => g.Id == command.Group);
            if (command.Group is not null && group is null) return Refusals.NoGroup;
            var name = VietnameseText.Clean(command.Name);
            if (name.Length == 0) return Refusals.NameMissing;
            if (round.Groups.Exists(g => g != group && VietnameseText.Fold(g.Name) == VietnameseText.Fold(name))) return Refusals.NameTaken;
            if (await frameworks.FindAsync(db, command.Framework, cancellationToken) is not { } framework) return CreateRound.Refusals.NoFramework;
            var before = group is null ? null : new { group.Name, Framework = group.FrameworkId.ToString() };
            if (group is null)
            {
                group = new UnitGroup { Id = GroupId.New(), RoundId = round.Id, Name = name, SortOrder = round.Groups.Select(g => g.SortOrder + 1).DefaultIfEmpty(0).Max(), FrameworkId = command.Framework };
                db.UnitGroups.Add(group);
            }
            else
            {
                group.Name = name;
                if (group.FrameworkId != command.Framework && await ExchangeAsync(round, group, framework, cancellationToken) is { } refusal) return refusal;
            }

            db.Record(actor, time, nameof(ChangeGroup), $"round/{round.Id.Value}", before, new { group.Name, Framework = group.FrameworkId.ToString() });
            await db.SaveChangesAsync(cancellationToken);
            return group.Id;
        }

        private async Task<Refusal?> ExchangeAsync(Round round, UnitGroup group, Framework framework, CancellationToken cancellationToken)
        {
            var lost = group.Suppliers.Where(s => framework.Find(s.Code) is null).Select(s => s.Code.ToString()).ToList();
            if (lost.Count > 0) return Refusals.SuppliersLost(string.Join(", ", lost));
            group.FrameworkId = framework.Id;
            var units = await db.Sheets.Where(s => s.GroupId == group.Id).Select(s => s.UnitId).ToListAsync(cancellationToken);
            await sheets.RemoveAsync(group, units, cancellationToken);
            await sheets.AddAsync(round, group, units, cancellationToken);
            return null;
        }
    }
}
