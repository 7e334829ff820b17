using System.Text.RegularExpressions;
using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Frameworks;

/// <summary>
/// Holds the official texts of a leaf against its maximum and against each other: parts that do not add up, guidance with other
/// points, other thresholds or other contents, deductions nobody computes, a method the guidance denies.
/// </summary>
internal static partial class AnnexContradictions
{
    public static IEnumerable<Finding> Check(Criterion leaf)
    {
        var where = leaf.Code.ToString();
        leaf = leaf with { RuleText = PointStatements.Cut(leaf.RuleText), Guidance = PointStatements.Cut(leaf.Guidance), Note = PointStatements.Cut(leaf.Note) };
        if (leaf.RuleText is { } text)
        {
            foreach (var finding in AddsUp(leaf, text, where)) yield return finding;
            if (leaf.Guidance is { } guidance)
            {
                foreach (var finding in Points(text, guidance, where).Concat(Thresholds(text, guidance, where)).Concat(Contents(text, guidance, where)))
                    yield return finding;
            }
        }

        foreach (var finding in Method(leaf, where).Concat(Deductions(leaf, where))) yield return finding;
    }

    // Points are a ladder whose best is the maximum, or parts that add up to it.
    private static IEnumerable<Finding> AddsUp(Criterion leaf, string text, string where)
    {
        if (leaf.MaxPoints is not { } max) yield break;
        var all = PointStatements.OfAnnex(text);
        var readings = new[] { all.Select(s => s.Points), all.Where(s => s.First).Select(s => s.Points), PointStatements.Weights(text) }.Select(r => r.ToList()).Where(r => r.Count > 0).ToList();
        if (readings.Count == 0 || readings.Any(r => r.Max() == max || r.Sum() == max)) yield break;
        var parts = readings[0];
        var written = string.Join(" + ", parts.Select(p => NumberText.Write(p))) + (parts.Count > 1 ? $" = {NumberText.Write(parts.Sum())}" : "");
        yield return Finding.Warning(where,
            new($"Văn bản mâu thuẫn: điểm ghi ở cách tính không khớp điểm tối đa {NumberText.Write(max)}.", $"The text contradicts itself: the points of the scoring text do not meet the maximum of {NumberText.Write(max)}."),
            Ask) with
        { Why = new($"Cách tính ghi {written}.", $"The text gives {written}.") };
    }

    private static IEnumerable<Finding> Points(string text, string guidance, string where)
    {
        var annex = PointStatements.OfAnnex(text).Select(s => s.Points).Where(p => p > 0).ToList();
        var letter = PointStatements.OfGuidance(guidance).Select(s => s.Points).Concat(PointStatements.Weights(guidance)).Where(p => p > 0).ToList();
        // A letter that says less than the annex leaves the rest to the annex.
        if (letter.Count < annex.Count || annex.Distinct().All(p => letter.Count(l => l == p) >= annex.Count(a => a == p))) yield break;
        yield return Finding.Warning(where, new("Văn bản mâu thuẫn: hướng dẫn ghi điểm khác với cách tính của bộ chỉ số.", "The texts contradict each other: the guidance gives other points than the annex."), Follow)
            with
        { Why = new($"Bộ chỉ số: {Written(annex)}; hướng dẫn: {Written(letter)}.", $"Annex: {Written(annex)}; guidance: {Written(letter)}.") };
    }

    private static IEnumerable<Finding> Thresholds(string text, string guidance, string where)
    {
        var annex = PointStatements.OfAnnex(text).Where(s => s.Points > 0 && s.Percents.Count > 0).ToList();
        var letter = PointStatements.OfGuidance(guidance).Where(s => s.Percents.Count > 0).ToList();
        foreach (var statement in annex)
        {
            var same = letter.Where(l => l.Points == statement.Points).ToList();
            if (same.Count == 0 || same.Any(l => l.Percents.Order().SequenceEqual(statement.Percents.Order()))) continue;
            var (mine, other) = (Percents(statement), string.Join("; ", same.Select(Percents)));
            yield return Finding.Warning(where, new($"Văn bản mâu thuẫn: mức {NumberText.Write(statement.Points)} điểm có ngưỡng khác nhau.", $"The texts contradict each other: the thresholds for {NumberText.Write(statement.Points)} points differ."), Follow)
                with
            { Why = new($"Bộ chỉ số: {mine}; hướng dẫn: {other}.", $"Annex: {mine}; guidance: {other}.") };
        }
    }

    // Only where the letter counts the contents out, (1) and (2), does a content of the annex have to be among them.
    private static IEnumerable<Finding> Contents(string text, string guidance, string where)
    {
        if (!guidance.Contains("(1)", StringComparison.Ordinal) || !guidance.Contains("(2)", StringComparison.Ordinal)) yield break;
        var said = Pairs(guidance).ToHashSet(StringComparer.Ordinal);
        foreach (var content in PointStatements.OfAnnex(text).Where(s => s.First && s.Points > 0))
        {
            var pairs = Pairs(content.Label).ToList();
            if (pairs.Count < 4 || pairs.Count(said.Contains) * 2 >= pairs.Count) continue;
            yield return Finding.Warning(where, new("Văn bản mâu thuẫn: hướng dẫn chấm nội dung khác với bộ chỉ số.", "The texts contradict each other: the guidance scores another content than the annex."), Follow)
                with
            { Why = new($"Hướng dẫn không có nội dung “{content.Label}”.", $"The guidance does not have “{content.Label}”.") };
        }
    }

    private static IEnumerable<Finding> Method(Criterion leaf, string where)
    {
        if (leaf.Method == ScoringMethod.SelfAssessed && leaf.Guidance is { } guidance && NotSelfAssessed().Match(guidance) is { Success: true } match)
        {
            var supplied = leaf.Rule?.Needs.Any(f => f.Provenance == Rules.FactProvenance.SuppliedFromAbove) == true;
            var message = new LocalText("Hướng dẫn ghi địa phương không tự đánh giá nội dung này.", "The guidance says that the row is not self-assessed.");
            var why = new LocalText($"“{match.Value.Trim()}”.", $"“{match.Value.Trim()}”.");
            yield return (supplied
                ? Finding.Info(where, message, new("Số liệu do cơ quan cấp trên cung cấp; đơn vị chỉ đối chiếu.", "The figures are supplied from above; the unit only compares."))
                : Finding.Warning(where, message, new("Đặt “provenance: suppliedFromAbove” cho số liệu của quy tắc.", "Set “provenance: suppliedFromAbove” on the figures of the rule."))) with
            { Why = why };
        }
    }

    private static IEnumerable<Finding> Deductions(Criterion leaf, string where)
    {
        if (leaf.Rule is null or Manual || leaf.Rule.Walk().Any(r => r is Deduct)) yield break;
        foreach (var text in new[] { leaf.RuleText, leaf.Guidance, leaf.Note }.OfType<string>())
        {
            if (Deduction().Match(text) is not { Success: true } match) continue;
            yield return Finding.Warning(where, new("Văn bản có trường hợp trừ điểm nhưng quy tắc không trừ.", "The text deducts points and the rule does not."), new("Dùng loại quy tắc “deduct” với nội dung bị trừ.", "Use the kind “deduct” with the ground."))
                with
            { Why = new($"“{match.Value}”.", $"“{match.Value}”.") };
        }
    }

    private static LocalText Ask => new("Hỏi cơ quan ban hành; ghi ở “source” của quy tắc cách hiểu đã chọn.", "Ask the issuing body; state the reading that was chosen in the rule's source.");

    private static LocalText Follow => new("Theo bộ chỉ số do quyết định ban hành; ghi ở “source” và hỏi cơ quan ban hành.", "Follow the annex of the decision; say so in the source and ask the issuing body.");

    private static string Written(IEnumerable<decimal> points) => string.Join(", ", points.Select(p => NumberText.Write(p)));

    private static string Percents(PointStatement statement) => string.Join(" và ", statement.Percents.Select(p => NumberText.Write(p) + "%"));

    private static IEnumerable<string> Pairs(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(m => m.Value).ToList();
        return words.Zip(words.Skip(1), (a, b) => $"{a} {b}");
    }

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"[^.,]{0,200}không (?:cần (?:phải )?|bắt buộc (?:phải )?)?(?:thực hiện )?(?:tự )?đánh giá[^.,]{0,100}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NotSelfAssessed();

    [GeneratedRegex(@"trừ \d{1,3}(?:[.,]\d{1,3})?\s*(?:%|điểm)[^.;\n]{0,80}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Deduction();
}
