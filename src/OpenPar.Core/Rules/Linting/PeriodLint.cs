using OpenPar.Core.Findings;

namespace OpenPar.Core.Rules;

/// <summary>What can be wrong with the dates of a rule and of the parts it is made of.</summary>
internal static class PeriodLint
{
    public static IEnumerable<Finding> Check(Rule rule, string where)
    {
        foreach (var part in rule.Walk())
        {
            if (part.ValidFrom > part.ValidTo)
                yield return Finding.Error(where, new($"Quy tắc hết hiệu lực ({RuleText.D(part.ValidTo!.Value)}) trước khi có hiệu lực ({RuleText.D(part.ValidFrom!.Value)}).", "The rule ends before it begins."), new("Sửa “validFrom”, “validTo”.", "Mend “validFrom” and “validTo”."));
            if (!ReferenceEquals(part, rule) && (part.ValidFrom < rule.ValidFrom || part.ValidTo > rule.ValidTo))
                yield return Finding.Warning(where, new("Thời gian hiệu lực của nội dung vượt ra ngoài của quy tắc.", "A part is valid outside the period of its rule."), new("Sửa “validFrom”, “validTo” của nội dung.", "Mend the dates of the part."));
            foreach (var law in (part.Substitutions ?? []).GroupBy(s => s.Cited, StringComparer.OrdinalIgnoreCase))
            {
                if (law.GroupBy(s => s.From).Any(g => g.Count() > 1))
                    yield return Finding.Error(where, new($"“{law.Key}” được thay thế hai lần trong cùng một ngày.", $"“{law.Key}” is replaced twice on one day."), new("Bỏ một ghi chú thay thế.", "Remove one of the notes."));
                if (law.Any(s => string.Equals(s.ReplacedBy, s.Cited, StringComparison.OrdinalIgnoreCase)))
                    yield return Finding.Error(where, new($"“{law.Key}” được thay bằng chính nó.", $"“{law.Key}” is replaced by itself."), new("Ghi văn bản thay thế.", "Name the text that replaces it."));
            }
        }
    }
}
