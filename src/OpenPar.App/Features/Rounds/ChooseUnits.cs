using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Features.Rounds;

/// <summary>Says which of the agencies that were shown belong to a group; units that were not shown stay as they are.</summary>
public static class ChooseUnits
{
    /// <param name="Round">The round.</param>
    /// <param name="Group">The group.</param>
    /// <param name="Shown">Agencies the person saw.</param>
    /// <param name="Chosen">Those of them that belong to the group.</param>
    public sealed record Command(RoundId Round, GroupId Group, IReadOnlyCollection<AgencyId> Shown, IReadOnlyCollection<AgencyId> Chosen);

    /// <summary>What changed.</summary>
    public sealed record Result(int Added, int Removed);

    public static class Refusals
    {
        public static Refusal Gone(string unit, DateOnly day) => Refusal.Of("unit-gone",
            $"{unit} không tồn tại vào ngày mở kỳ {day:dd/MM/yyyy}; không có gì thay đổi.", $"{unit} does not exist on {day:dd/MM/yyyy}; nothing was changed.", "units");

        public static Refusal Elsewhere(string unit) => Refusal.Of("unit-elsewhere",
            $"{unit} đã ở một nhóm khác của kỳ; không có gì thay đổi. Bỏ khỏi nhóm đó trước.", $"{unit} is in another group of the round; nothing was changed. Take it out there first.", "units");
    }

    public sealed class Handler(OpenParDb db, RoundSheets sheets, TimeProvider time, Actor actor)
    {
        public async Task<Answer<Result>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var draft = await SetUpRound.DraftAsync(db, command.Round, cancellationToken);
            if (!draft.Done) return draft.Refusals.ToList();
            var round = draft.Value;
            if (round.Groups.Find(g => g.Id == command.Group) is not { } group) return ChangeGroup.Refusals.NoGroup;
            var placed = await db.Sheets.Where(s => s.RoundId == round.Id).Select(s => new { s.UnitId, s.GroupId }).ToDictionaryAsync(s => s.UnitId, s => s.GroupId, cancellationToken);
            var wanted = command.Chosen.Where(c => !placed.TryGetValue(c, out var where) || where != group.Id).Distinct().ToList();
            var agencies = (await db.Agencies.AsNoTracking().Where(a => wanted.Contains(a.Id)).ToListAsync(cancellationToken)).ToDictionary(a => a.Id);
            foreach (var unit in wanted)
            {
                if (!agencies.TryGetValue(unit, out var agency)) return CreateRound.Refusals.NoUnit;
                if (agency.Kind == AgencyKind.Class || !agency.ToAgency().ExistsOn(round.OpensOn)) return Refusals.Gone(agency.Name, round.OpensOn);
                if (placed.ContainsKey(unit)) return Refusals.Elsewhere(agency.Name);
            }

            var dropped = command.Shown.Except(command.Chosen).Where(u => placed.TryGetValue(u, out var where) && where == group.Id).ToList();
            await sheets.RemoveAsync(group, dropped, cancellationToken);
            await sheets.AddAsync(round, group, wanted, cancellationToken);
            if (wanted.Count + dropped.Count > 0)
                db.Record(actor, time, nameof(ChooseUnits), $"round/{round.Id.Value}", after: new { group.Name, Added = wanted.Select(u => u.ToString()), Removed = dropped.Select(u => u.ToString()) });
            await db.SaveChangesAsync(cancellationToken);
            return new Result(wanted.Count, dropped.Count);
        }
    }
}
