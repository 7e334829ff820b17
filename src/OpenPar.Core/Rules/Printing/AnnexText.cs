using OpenPar.Core.Rules.Kinds;
using static OpenPar.Core.Rules.Printing.AnnexPhrases;

namespace OpenPar.Core.Rules.Printing;

/// <summary>
/// Prints a rule in the Vietnamese wording of annexes ("Cách tính điểm"), one text per rule, in the shapes that the reader of rule
/// text reads back. Keys, forms and sources are not part of the wording.
/// </summary>
public static class AnnexText
{
    /// <summary>The text, lines separated by line feeds.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="max">Maximum of the leaf or part; null prints "điểm tối đa".</param>
    public static string Of(Rule rule, decimal? max) => string.Join('\n', Lines(rule, max));

    /// <summary>The text, line by line.</summary>
    public static IReadOnlyList<string> Lines(Rule rule, decimal? max)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return [.. Told(rule, max).Where(line => line.Length > 0)];
    }

    private static IEnumerable<string> Told(Rule rule, decimal? max) => rule switch
    {
        Choice choice => [choice.Label is { } label ? label + ":" : "", .. choice.Options.Select(o => $"{o.Label}: {N(o.Points)}")],
        Bands bands => [Measured(bands.Measure) + Where(bands.Facts), .. Ladder(bands.Items, bands.Measure.Unit), Zero(bands.WhenZero, bands.Measure.Facts.Count > 1 ? bands.Measure.Facts[1] : "")],
        Linear linear => FormulaText.Lines(linear),
        Increments steps => Stepwise(steps),
        Count count => [.. count.Items.Select(i => Each(count, i)), count.Cap is { } cap ? $"Tổng điểm không quá {N(cap)} điểm." : ""],
        SumOfParts sum => [sum.AllOrNothing ? "Chỉ đạt điểm tối đa khi thực hiện đầy đủ các nội dung sau, thiếu một nội dung thì điểm đánh giá là 0:" : "", .. Numbered(sum.Parts.Select(p => ($"{p.Label}: {N(p.Max)}", Implied(p) ? [] : Lines(p.Rule, p.Max))))],
        Deduct deduct => DeductionText.Lines(deduct, max),
        NoneElse none => ["Tính theo trường hợp nặng nhất.", $"Không có {Lower(none.Cases.Count == 1 ? none.Cases[0].Fact.Label : "trường hợp nào sau đây")}: {(none.None is { } points ? N(points) : Maximum(max))}", .. none.Cases.Select(Happened)],
        ItemRatio items => ListText.Lines(items),
        Deadline deadline => DeadlineText.Lines(deadline),
        Coverage coverage => ListText.Lines(coverage),
        BestOf best => ["Tính cho trường hợp nào có điểm cao nhất:", .. Numbered(best.Alternatives.Select(a => (a.Label + ":", Lines(a.Rule, max))))],
        Relative relative => Compared(relative, max),
        SurveyResult survey => SurveyText.Lines(survey),
        IndexResult index => [$"Tính điểm theo công thức: ({index.Result.Name}*điểm tối đa)/100.{Where([index.Result])} Kết quả lấy từ chỉ số {index.Index}."],
        Feed feed => [$"Số liệu lấy từ {feed.System}{Extracted(feed)}.", .. Lines(feed.Rule, max)],
        Formula formula => [.. (formula.Branches ?? []).Select(b => $"Nếu {b.Label ?? b.When} thì điểm = {b.Points}."), $"Tính điểm theo công thức: {formula.Points}.{Where(formula.Facts)}"],
        DecisionTable { Table: { } table } decision => [$"Theo bảng quyết định ({string.Join("; ", table.Inputs)}).{Where(decision.Facts)}", .. table.Rows.Select(r => $"{r.Label ?? string.Join("; ", r.When)}: {r.Points}")],
        DecisionTable decision => [$"Theo mô hình quyết định DMN “{decision.Decision}”.{Where(decision.Facts)}"],
        Manual manual => [$"Chấm trực tiếp từ {N(manual.From ?? 0)} đến {(manual.To is { } to ? N(to) : Maximum(max))}: {manual.Because}"],
        _ => throw new ArgumentException($"The kind {rule.GetType().Name} has no wording.", nameof(rule)),
    };

    // A yes/no part is told by its own line: "Có ứng dụng AI khác: 0,25".
    private static bool Implied(SumPart part) => part.Rule is Choice { Label: null, Options: [{ Key: "yes" } yes, { Key: "no", Points: 0 }] } && yes.Points == part.Max;

    private static IEnumerable<string> Numbered(IEnumerable<(string Head, IReadOnlyList<string> Lines)> parts) =>
        parts.SelectMany((part, i) => part.Lines.Select(line => "- " + line).Prepend($"({i + 1}) {part.Head}"));

    private static IEnumerable<string> Stepwise(Increments rule)
    {
        var unit = rule.Measure.Unit;
        var cap = rule.Cap is { } most ? $", tối đa {N(most)} điểm" : "";
        yield return Measured(rule.Measure) + Where(rule.Facts);
        yield return $"Đạt từ {N(rule.Start)}{unit}: {N(rule.Points ?? 0)} điểm; cứ thêm {N(rule.Step)}{unit} cộng {N(rule.Each)} điểm{cap}.";
        if (rule.Below is { } below) yield return $"Dưới {N(rule.Start)}{unit}: {N(below)}";
        yield return Zero(rule.WhenZero, rule.Measure.Facts.Count > 1 ? rule.Measure.Facts[1] : "");
    }

    private static string Each(Count count, CountItem item)
    {
        var fact = count.Facts.FirstOrDefault(f => f.Name == item.Fact);
        var most = item.Most is { } limit ? $", tối đa {N(limit)} điểm" : "";
        return $"Mỗi {Lower(fact?.Unit ?? fact?.Label ?? item.Fact)} được {N(item.Points)} điểm{most}.";
    }

    private static string Happened(NoneCase one) =>
        $"Có {string.Join(", ", new[] { Lower(one.Fact.Label), one.Level, one.Severity }.OfType<string>())}: {N(one.Points)}";

    private static IEnumerable<string> Compared(Relative rule, decimal? max)
    {
        var label = Lower(rule.Fact.Label);
        var best = rule.LowerIsBetter ? "thấp nhất" : "cao nhất";
        return rule.Method switch
        {
            RelativeMethod.Best => [$"Điểm = tỷ lệ {label} so với đơn vị {best} × {Maximum(max)}."],
            RelativeMethod.MinMax => [$"Điểm tính theo {label}, đơn vị {(rule.LowerIsBetter ? "cao nhất" : "thấp nhất")} đạt {N(rule.Low ?? 0)}, đơn vị {best} đạt {(rule.High is { } high ? N(high) : Maximum(max))}, các đơn vị khác theo tỷ lệ."],
            _ => [$"Xếp thứ tự theo {label}.", .. (rule.Bands ?? []).Select(b => $"{b.Label ?? Places(b)}: {N(b.Points)}")],
        };
    }

    private static string Places(Band band) => (band.From, band.To) switch
    {
        ({ } from, { } to) when from == to => $"Vị trí thứ {N(from)}",
        ({ } from, { } to) => $"Từ vị trí thứ {N(from)} đến vị trí thứ {N(to)}",
        ({ } from, null) => $"Từ vị trí thứ {N(from)} trở đi",
        (null, { } to) => $"Đến vị trí thứ {N(to)}",
        _ => "Các vị trí khác",
    };

    // ", trích xuất từ ngày 01/01/2026 đến ngày 15/01/2026"
    private static string Extracted(Feed feed) => (feed.NotBefore, feed.NotAfter) switch
    {
        ({ } from, { } to) => $", trích xuất từ ngày {RuleText.D(from)} đến ngày {RuleText.D(to)}",
        ({ } from, null) => $", trích xuất từ ngày {RuleText.D(from)}",
        (null, { } to) => $", trích xuất đến ngày {RuleText.D(to)}",
        _ => "",
    };
}
