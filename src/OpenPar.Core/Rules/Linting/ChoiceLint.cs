using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules;

/// <summary>What can be wrong with a choice.</summary>
internal static class ChoiceLint
{
    public static IEnumerable<Finding> Check(Choice choice, string where)
    {
        if (choice.Options.Count == 0)
            yield return Finding.Error(where, new("Quy tắc chọn không có phương án nào.", "The choice has no options."), new("Thêm các phương án kèm điểm.", "Add options with points."));
        if (choice.Options.Count == 1)
            yield return Finding.Warning(where, new("Chỉ có một phương án: không ghi được khi nào không đạt.", "There is only one option: failing cannot be stated."), new("Thêm phương án cho trường hợp không đạt.", "Add the option for failing."));
        foreach (var twice in choice.Options.GroupBy(o => o.Key, StringComparer.Ordinal).Where(g => g.Count() > 1))
            yield return Finding.Error(where, new($"Hai phương án cùng mã “{twice.Key}”.", $"Two options share the key “{twice.Key}”."), new("Đặt mã riêng cho từng phương án.", "Give each option its own key."));
        if (choice.Options.Any(o => o.Points < 0))
            yield return Finding.Error(where, new("Có mức điểm âm.", "Negative points are given."), new("Điểm phải từ 0 trở lên.", "Points are 0 or more."));
    }
}
