using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules;

/// <summary>What can be wrong with the kinds that have no linter file of their own.</summary>
internal static class KindLint
{
    private static readonly MeasureRange Rate = new(0, 100, false);

    public static IEnumerable<Finding> Check(Rule rule, string where) => rule switch
    {
        Increments steps => Steps(steps, where),
        Count count => Counted(count, where),
        Deduct deduct => Deducted(deduct, where),
        NoneElse none => none.Cases.Count == 0
            ? [Empty(where, "trường hợp", "cases")]
            : none.Cases.SelectMany(c => FactLint.MustBe(c.Fact, "số đếm, có/không hoặc danh sách", "a count, a yes/no or a list", where, FactType.Count, FactType.YesNo, FactType.List))
                .Concat(none.Cases.Any(c => c.Points < 0 || c.Points > (none.None ?? decimal.MaxValue)) ? [Points(where)] : []),
        ItemRatio items => Items(items, where),
        Deadline deadline => Days(deadline, where),
        Coverage coverage => Covered(coverage, where),
        BestOf best => best.Alternatives.Count == 0 ? [Empty(where, "trường hợp", "alternatives")] : [],
        Relative relative => Compared(relative, where),
        SurveyResult survey => SurveyLint.Check(survey, where),
        IndexResult index => FactLint.MustBe(index.Result, "tỷ lệ phần trăm", "a percentage", where, FactType.Percent),
        Feed feed => FactLint.MustBe(feed.ExtractedOn, "một ngày", "a day", where, FactType.Date)
            .Concat(feed.NotBefore > feed.NotAfter ? [Finding.Error(where, new("Thời gian lấy số liệu kết thúc trước khi bắt đầu.", "The time in which figures are taken ends before it begins."), new("Sửa “notBefore”, “notAfter”.", "Mend “notBefore” and “notAfter”."))] : []),
        Formula formula => formula.Errors().Select(e => Finding.Error(where, e.Error.Message, new($"Sửa công thức “{Short(e.Text)}” ở ký tự {e.Error.Position}.", $"Mend the formula “{Short(e.Text)}” at character {e.Error.Position}."))),
        DecisionTable table => table.Faults().Select(f => f with { Where = where, Why = new(f.Where, f.Where) }),
        Manual manual => manual.From > manual.To ? [Points(where)] : [],
        _ => [],
    };

    private static IEnumerable<Finding> Steps(Increments rule, string where)
    {
        if (rule.Step <= 0)
            yield return Finding.Error(where, new("Bước tăng phải lớn hơn 0.", "A step must be over 0."), new("Sửa “step”.", "Mend “step”."));
        if (rule.Points < 0 || rule.Below < 0 || rule.Cap < 0 || rule.Below > (rule.Points ?? 0)) yield return Points(where);
    }

    private static IEnumerable<Finding> Counted(Count rule, string where)
    {
        if (rule.Items.Count == 0) yield return Empty(where, "số đếm", "counts");
        if (rule.Items.Any(i => i.Points < 0 || i.Most < 0) || rule.Cap < 0) yield return Points(where);
        foreach (var twice in rule.Items.GroupBy(i => i.Fact, StringComparer.Ordinal).Where(g => g.Count() > 1))
            yield return Finding.Error(where, new($"“{twice.Key}” được tính {twice.Count()} lần.", $"“{twice.Key}” counts {twice.Count()} times."), new("Giữ một dòng.", "Keep one line."));
    }

    private static IEnumerable<Finding> Deducted(Deduct rule, string where)
    {
        if (rule.Items.Count == 0) yield return Empty(where, "nội dung trừ điểm", "grounds");
        if (rule is { On: not null, Start: not null })
            yield return Finding.Error(where, new("Điểm trước khi trừ vừa tính theo quy tắc vừa ghi sẵn.", "Points before deduction are both computed and stated."), new("Bỏ “on” hoặc “start”.", "Remove “on” or “start”."));
        foreach (var item in rule.Items)
        {
            if (item.Points is null == item.Percent is null)
                yield return Finding.Error(where, new($"“{item.Fact.Name}”: ghi hoặc số điểm, hoặc phần trăm bị trừ.", $"“{item.Fact.Name}”: state either points or a percentage."), new("Giữ một trong “points”, “percent”.", "Keep one of “points” and “percent”."));
            if (item.Points < 0 || item.Percent is < 0 or > 100 || item.Most < 0) yield return Points(where);
            foreach (var finding in FactLint.MustBe(item.Fact, "số đếm, có/không hoặc danh sách", "a count, a yes/no or a list", where, FactType.Count, FactType.YesNo, FactType.List, FactType.Number))
                yield return finding;
        }
    }

    private static IEnumerable<Finding> Items(ItemRatio rule, string where)
    {
        foreach (var finding in FactLint.MustBe(rule.List, "danh sách", "a list", where, FactType.List)) yield return finding;
        if (rule.Conditions.Count == 0) yield return Empty(where, "điều kiện", "conditions");
        var columns = (rule.List.Columns ?? []).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in rule.Conditions.SelectMany(c => new[] { c.Column, c.Than }).OfType<string>().Where(n => !columns.Contains(n)))
            yield return Finding.Error(where, new($"Điều kiện dùng cột “{name}” không khai báo.", $"A condition uses the column “{name}”, which is not declared."), new("Khai báo ở “columns” hoặc sửa tên.", "Declare it in “columns” or mend the name."));
        if (rule.Conditions.Any(c => c.Than is null == c.Value is null))
            yield return Finding.Error(where, new("Điều kiện phải so với một cột hoặc một số.", "A condition compares with a column or with a number."), new("Giữ một trong “than”, “value”.", "Keep one of “than” and “value”."));
        foreach (var finding in Scaled(rule.Scale, where)) yield return finding;
    }

    private static IEnumerable<Finding> Days(Deadline rule, string where)
    {
        var types = FactLint.MustBe(rule.Done, "một ngày", "a day", where, FactType.Date)
            .Concat(FactLint.MustBe(rule.Due, "một ngày", "a day", where, FactType.Date))
            .Concat(FactLint.MustBe(rule.Excused, "số ngày", "a number of days", where, FactType.Count))
            .Concat(FactLint.MustBe(rule.Whether, "có/không", "a yes/no", where, FactType.YesNo));
        foreach (var finding in types) yield return finding;
        if (rule.Due is null == rule.On is null)
            yield return Finding.Error(where, new("Thời hạn phải tính từ một ngày kê khai hoặc một ngày ghi sẵn.", "A deadline counts from a declared day or from a stated one."), new("Giữ một trong “due”, “on”.", "Keep one of “due” and “on”."));
        if (rule.Never < 0) yield return Points(where);
        foreach (var finding in BandLint.Check(rule.Bands, new MeasureRange(null, null, true), rule.WorkingDays ? " ngày làm việc" : " ngày", where)) yield return finding;
    }

    private static IEnumerable<Finding> Covered(Coverage rule, string where)
    {
        foreach (var finding in FactLint.MustBe(rule.List, "danh sách", "a list", where, FactType.List)) yield return finding;
        if (rule.Reference.Versions.Count == 0 || rule.Reference.Versions.Any(v => v.Items.Count == 0)) yield return Empty(where, "mục trong danh mục", "items of the reference");
        foreach (var twice in rule.Reference.Versions.GroupBy(v => v.From).Where(g => g.Count() > 1))
            yield return Finding.Error(where, new($"Danh mục có hai phiên bản cùng áp dụng từ {RuleText.D(twice.Key)}.", $"Two versions of the reference count from {RuleText.D(twice.Key)}."), new("Sửa ngày áp dụng.", "Mend the dates."));
        foreach (var version in rule.Reference.Versions.Where(v => v.Items.Distinct(StringComparer.Ordinal).Count() < v.Items.Count))
            yield return Finding.Error(where, new($"Danh mục từ {RuleText.D(version.From)} có mục ghi hai lần.", $"The reference from {RuleText.D(version.From)} lists an item twice."), new("Bỏ mục lặp.", "Remove the repeated item."));
        if (rule.AsOf is { } day && rule.Reference.On(day) is null && rule.Reference.Versions.Count > 0)
            yield return Finding.Error(where, new($"Chưa có danh mục nào áp dụng vào {RuleText.D(day)}.", $"No version of the reference counts on {RuleText.D(day)}."), new("Thêm phiên bản hoặc sửa “asOf”.", "Add the version or mend “asOf”."));
        foreach (var finding in Scaled(rule.Scale, where)) yield return finding;
    }

    private static IEnumerable<Finding> Compared(Relative rule, string where)
    {
        foreach (var finding in FactLint.MustBe(rule.Fact, "số", "a number", where, FactType.Count, FactType.Money, FactType.Number, FactType.Percent)) yield return finding;
        if (rule.Method == RelativeMethod.Rank != rule.Bands is not null)
            yield return Finding.Error(where, new("Các mức chỉ dùng khi xếp theo vị trí.", "Bands belong to ranks, and to ranks only."), new("Sửa “method” hoặc “bands”.", "Mend “method” or “bands”."));
        else if (rule.Bands is { } bands)
        {
            foreach (var finding in BandLint.Check(bands, new MeasureRange(1, null, true), "", where)) yield return finding;
        }
    }

    private static IEnumerable<Finding> Scaled(RateScale? scale, string where)
    {
        if (scale is null) yield break;
        if (scale is { Bands: not null } && (scale.ZeroBelow is not null || scale.FullFrom is not null))
            yield return Finding.Error(where, new("Thang có các mức thì không dùng ngưỡng 0 điểm hay ngưỡng điểm tối đa.", "A scale with bands has no thresholds."), new("Bỏ “zeroBelow”, “fullFrom”.", "Remove “zeroBelow” and “fullFrom”."));
        foreach (var rate in new[] { scale.ZeroBelow, scale.FullFrom }.OfType<decimal>().Where(r => r is < 0 or > 1))
            yield return Finding.Error(where, new($"Ngưỡng {NumberText.Write(rate)} không phải tỷ lệ từ 0 đến 1.", $"The threshold {NumberText.Write(rate)} is not a rate from 0 to 1."), new("Viết 80% là 0.8.", "Write 80% as 0.8."));
        foreach (var finding in BandLint.Check(scale.Bands ?? [new Band { Points = 0 }], Rate, "%", where)) yield return finding;
    }

    private static string Short(string text) => text.Length > 80 ? text[..80] + "…" : text;

    private static Finding Empty(string where, string vi, string en) =>
        Finding.Error(where, new($"Quy tắc không có {vi} nào.", $"The rule has no {en}."), new("Bổ sung hoặc đổi loại quy tắc.", "Add some or change the kind."));

    private static Finding Points(string where) =>
        Finding.Error(where, new("Có mức điểm hoặc mức trừ không hợp lý (âm, quá 100%, hoặc ngược chiều).", "Points or deductions make no sense (negative, over 100%, or reversed)."), new("Đối chiếu với văn bản.", "Compare with the text."));
}
