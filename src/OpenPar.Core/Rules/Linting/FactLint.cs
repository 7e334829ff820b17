using OpenPar.Core.Findings;

namespace OpenPar.Core.Rules;

/// <summary>What can be wrong with the figures of a rule: names, uses, types and where they come from.</summary>
internal static class FactLint
{
    public static IEnumerable<Finding> Check(Rule rule, string where)
    {
        foreach (var twice in rule.Needs.GroupBy(f => f.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
            yield return Finding.Error(where, new($"Số liệu “{twice.Key}” khai báo {twice.Count()} lần.", $"The figure “{twice.Key}” is declared {twice.Count()} times."), new("Đặt tên riêng cho từng số liệu, ví dụ a1, a2.", "Give each figure its own name, such as a1, a2."));
        if (rule.Needs.Any(f => string.IsNullOrWhiteSpace(f.Name)))
            yield return Finding.Error(where, new("Có số liệu không có tên.", "A figure has no name."), new("Đặt tên, ví dụ a.", "Name it, such as a."));
        foreach (var fact in rule.Needs)
        {
            if (fact.Years is < 1 or > 50)
                yield return Finding.Error(where, new($"Số liệu “{fact.Name}” cộng {fact.Years} năm.", $"The figure “{fact.Name}” is summed over {fact.Years} years."), new("Ghi số năm từ 1 đến 50.", "State 1 to 50 years."));
            if (fact.Provenance == FactProvenance.BaseYear && fact.BaseYear is null)
                yield return Finding.Warning(where, new($"Số liệu năm gốc “{fact.Name}” không ghi năm nào.", $"The base-year figure “{fact.Name}” names no year."), new("Ghi năm ở “baseYear”.", "State the year in “baseYear”."));
            if (fact.Provenance != FactProvenance.BaseYear && fact.BaseYear is not null)
                yield return Finding.Error(where, new($"Số liệu “{fact.Name}” ghi năm gốc nhưng không lấy từ năm gốc.", $"The figure “{fact.Name}” names a base year but does not come from it."), new("Đặt “provenance: baseYear” hoặc bỏ “baseYear”.", "Set “provenance: baseYear” or remove “baseYear”."));
            foreach (var column in (fact.Columns ?? []).GroupBy(c => c.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
                yield return Finding.Error(where, new($"Cột “{column.Key}” của “{fact.Name}” khai báo nhiều lần.", $"The column “{column.Key}” of “{fact.Name}” is declared more than once."), new("Đặt tên riêng cho từng cột.", "Give each column its own name."));
        }
    }

    /// <summary>Figures used but not declared, declared but not used, or of a type the rule cannot count with.</summary>
    public static IEnumerable<Finding> Used(IReadOnlyList<FactDefinition> facts, IEnumerable<string> used, IReadOnlyList<FactDefinition> leaf, string where, FactType also = FactType.Number)
    {
        var names = used.Distinct(StringComparer.Ordinal).ToList();
        foreach (var name in names.Where(n => facts.All(f => f.Name != n)))
            yield return Undeclared(name, where);
        foreach (var fact in facts.Where(f => f.AtMost is not null && leaf.All(other => other.Name != f.AtMost)))
            yield return Undeclared(fact.AtMost!, where);
        foreach (var fact in facts.Where(f => f.Type is FactType.Choice or FactType.Date or FactType.YesNo or FactType.List && f.Type != also))
            yield return Type(fact, "số", "a number", where);
        foreach (var fact in facts.Where(f => !names.Contains(f.Name) && facts.All(other => other.AtMost != f.Name)))
            yield return Finding.Warning(where, new($"Số liệu “{fact.Name}” không được dùng.", $"The figure “{fact.Name}” is not used."), new("Bỏ số liệu hoặc dùng trong quy tắc.", "Remove it or use it."));
    }

    /// <summary>A figure that must have one of the given types.</summary>
    public static IEnumerable<Finding> MustBe(FactDefinition? fact, string vi, string en, string where, params FactType[] types) =>
        fact is null || types.Contains(fact.Type) ? [] : [Type(fact, vi, en, where)];

    private static Finding Type(FactDefinition fact, string vi, string en, string where) =>
        Finding.Error(where, new($"Số liệu “{fact.Name}” phải là {vi}.", $"The figure “{fact.Name}” must be {en}."), new("Sửa kiểu số liệu.", "Mend its type."));

    private static Finding Undeclared(string name, string where) =>
        Finding.Error(where, new($"Số liệu “{name}” được dùng nhưng không khai báo.", $"The figure “{name}” is used but not declared."), new("Khai báo ở “facts” hoặc sửa tên.", "Declare it in “facts” or mend the name."));
}
