using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds.Checks;

/// <summary>Groups without units; units and suppliers that do not exist when the round opens.</summary>
internal sealed class UnitsCheck(OpenParDb db) : IRoundCheck
{
    public async Task<IReadOnlyList<RoundFinding>> LookAsync(CheckedRound round, CancellationToken cancellationToken)
    {
        var found = new List<RoundFinding>();
        var supplying = round.Groups.SelectMany(g => g.Group.Suppliers).Select(s => s.AgencyId).Distinct().ToList();
        var suppliers = (await db.Agencies.AsNoTracking().Where(a => supplying.Contains(a.Id)).ToListAsync(cancellationToken)).ToDictionary(a => a.Id, a => a.ToAgency());
        if (!round.Units.Any())
            found.Add(RoundFinding.Error(round.Round.Title, "Kỳ chưa có đơn vị nào.", "The round has no unit.", "Thêm nhóm và chọn đơn vị.", "Add a group and choose its units.", RoundPlace.Setup));
        foreach (var group in round.Groups)
        {
            var id = group.Group.Id.Value.ToString();
            if (group.Units.Count == 0)
                found.Add(RoundFinding.Warning(group.Group.Name, "Nhóm chưa có đơn vị.", "The group has no unit.", "Chọn đơn vị hoặc bỏ nhóm.", "Choose units or remove the group.", RoundPlace.Group, id));
            foreach (var gone in group.Units.Where(u => !u.ExistsOn(round.Round.OpensOn)))
                found.Add(RoundFinding.Warning(group.Group.Name, $"{gone.Name} không tồn tại vào ngày mở kỳ.", $"{gone.Name} does not exist on the opening day.", "Thay bằng đơn vị kế tiếp.", "Choose the unit that continues it.", RoundPlace.Group, id));
            foreach (var ended in group.Group.Suppliers.Where(s => !suppliers[s.AgencyId].ExistsOn(round.Round.OpensOn)))
                found.Add(RoundFinding.Warning(group.Group.Name, $"{suppliers[ended.AgencyId].Name} cung cấp số liệu dòng {ended.Code} nhưng không tồn tại vào ngày mở kỳ.", $"{suppliers[ended.AgencyId].Name} supplies row {ended.Code} but does not exist on the opening day.", "Chọn cơ quan kế tiếp.", "Choose the agency that continues it.", RoundPlace.Group, id));
            foreach (var lost in group.Group.Suppliers.Where(s => group.Framework.Find(s.Code) is null))
                found.Add(RoundFinding.Warning(group.Group.Name, $"Dòng {lost.Code} có cơ quan cung cấp số liệu nhưng bộ chỉ số không có dòng này.", $"Row {lost.Code} has a supplier, but the framework lacks it.", "Bỏ dòng này ở phần cung cấp số liệu.", "Remove it from the suppliers.", RoundPlace.Group, id));
            if (round.Round.Way == ScoringWay.ByCriterion && group.Group.Suppliers.Count > 0)
                found.Add(RoundFinding.Note(group.Group.Name, "Kỳ chấm theo cơ quan chủ trì nên phần cung cấp số liệu không dùng đến.", "The round is scored by criterion owners, so its suppliers are not used.", "Đổi cách chấm hoặc để nguyên.", "Change the way of scoring, or leave it.", RoundPlace.Group, id));
        }

        return found;
    }
}
