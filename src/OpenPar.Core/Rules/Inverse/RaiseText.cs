using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Inverse;

/// <summary>The advice in words.</summary>
internal static class RaiseText
{
    public static LocalText Of(FactDefinition fact, Rule rule, FactValue from, Candidate to)
    {
        var points = RuleText.N(to.Points);
        var (vi, en) = Change(fact, rule, from, to.Value);
        return new LocalText($"{vi} → {points} điểm.", $"{en} → {points} points.");
    }

    private static (string Vi, string En) Change(FactDefinition fact, Rule rule, FactValue from, FactValue to)
    {
        if (from.Number is { } old && to.Number is { } now) return Number(fact, old, now);
        if (from.Date is { } late && to.Date is { } early)
        {
            var days = late.DayNumber - early.DayNumber;
            return ($"{fact.Label} sớm hơn {days} ngày ({RuleText.D(early)})", $"{fact.Label} {days} days earlier ({RuleText.D(early)})");
        }

        if (to.Yes is { } yes) return ($"{fact.Label}: {(yes ? "có" : "không")}", $"{fact.Label}: {(yes ? "yes" : "no")}");
        if (to.Items is { } items) return Items(fact, from.Items!, items);
        var option = rule.OptionsOf(fact.Name).FirstOrDefault(o => o.Key == to.Choice)?.Label ?? to.Choice;
        return ($"{fact.Label}: “{option}”", $"{fact.Label}: “{option}”");
    }

    private static (string Vi, string En) Number(FactDefinition fact, decimal from, decimal to)
    {
        var unit = fact.Type switch
        {
            FactType.Percent => " điểm phần trăm",
            FactType.Money => " " + (fact.Unit ?? "đồng"),
            _ => fact.Unit is null ? "" : " " + fact.Unit,
        };
        var change = RuleText.N(Math.Abs(to - from)) + unit;
        var (old, now) = (RuleText.N(from), RuleText.N(to));
        return to > from
            ? ($"Thêm {change} nữa ({fact.Label}: từ {old} lên {now})", $"{change} more ({fact.Label}: from {old} to {now})")
            : ($"Giảm {change} ({fact.Label}: từ {old} xuống {now})", $"{change} less ({fact.Label}: from {old} to {now})");
    }

    private static (string Vi, string En) Items(FactDefinition fact, ItemList from, ItemList to)
    {
        if (to.Count > from.Count) return ($"Thêm {to.Count - from.Count} mục nữa ({fact.Label}): {Names(to.Skip(from.Count))}", $"{to.Count - from.Count} more items ({fact.Label}): {Names(to.Skip(from.Count))}");
        if (to.Count < from.Count) return ($"Bớt {from.Count - to.Count} mục ({fact.Label})", $"{from.Count - to.Count} items fewer ({fact.Label})");
        var changed = to.Where((item, i) => !item.Equals(from[i])).ToList();
        return ($"Sửa {changed.Count} mục cho đạt điều kiện ({fact.Label}): {Names(changed)}", $"Bring {changed.Count} items within the conditions ({fact.Label}): {Names(changed)}");
    }

    // Ten names are enough; a list may hold thousands.
    private static string Names(IEnumerable<FactItem> items)
    {
        var names = items.Select(i => i.Key).Take(11).ToList();
        return string.Join("; ", names.Take(10)) + (names.Count > 10 ? "; …" : "");
    }
}
