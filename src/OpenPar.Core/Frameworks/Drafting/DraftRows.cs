using OpenPar.Core.Findings;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Forms;
using OpenPar.Core.Text;

namespace OpenPar.Core.Frameworks.Drafting;

/// <summary>Reads the rows of a draft into criteria; what cannot be read is a finding at its row and field, and the row is left out.</summary>
internal static class DraftRows
{
    public static Dictionary<int, Criterion> Read(IReadOnlyList<DraftRow> rows, List<DraftFinding> findings)
    {
        var tree = rows.Select(r => new DraftPosition(r.Number, r.Level)).ToList();
        var codes = new Dictionary<CriterionCode, DraftRow>();
        var read = new Dictionary<int, Criterion>();
        CriterionCode? before = null;
        for (var at = 0; at < rows.Count; at++)
        {
            var row = rows[at];
            if (Code(row, codes, findings) is not { } code) continue;
            Placed(row, code, DraftTree.Parent(tree, at) is { } parent ? rows[parent] : null, findings);
            if (before is { } last && code < last)
                findings.Add(new DraftFinding(row.Number, DraftFields.Code, Finding.Warning(code.ToString(), new($"Mã {code} đứng sau {last}; khi phát hành các dòng xếp theo mã.", $"{code} stands after {last}; a published framework is ordered by code."), new("Di chuyển dòng, sửa mã hoặc bấm “Đánh lại mã”.", "Move the row, mend the code or number anew."))));
            before = code;
            // A row whose parent is missing was told; the tree of the others stands without it.
            if (code.Parent is { } above && !read.Values.Any(c => c.Code == above)) continue;
            read[row.Number] = Criterion(row, code, findings);
        }

        return read;
    }

    public static DraftText Typed(Criterion criterion) => new()
    {
        Code = criterion.Code.ToString(),
        Title = criterion.Title,
        MaxPoints = criterion.MaxPoints is { } max ? TypedText.Digits(max) : "",
        Method = criterion.Method,
        NotApplicable = criterion.NotApplicable,
        Requirement = criterion.Requirement ?? "",
        RuleText = criterion.RuleText ?? "",
        Guidance = criterion.Guidance ?? "",
        Note = criterion.Note ?? "",
        Evidence = string.Join('\n', criterion.Evidence),
        Source = criterion.Source ?? "",
        Rule = criterion.Rule is { } rule ? TypedRule.Of(rule) : null,
    };

    public static DraftText Typed(AnnexRow row) => new()
    {
        Code = row.Code.ToString(),
        Title = row.Title,
        MaxPoints = row.MaxPoints is { } max ? TypedText.Digits(max) : "",
        Method = row.Method,
        Requirement = row.Requirement ?? "",
        RuleText = row.RuleText ?? "",
        Note = row.Note ?? "",
        Evidence = string.Join('\n', row.Evidence),
        Source = row.Source.Page is { } page ? $"{row.Source.File}, trang {page}, dòng {row.Source.Line}" : $"{row.Source.File}, dòng {row.Source.Line}",
    };

    /// <summary>The text, or null when there is none: an empty field is unknown.</summary>
    public static string? Known(string typed) =>
        string.IsNullOrWhiteSpace(typed) ? null : VietnameseText.WellFormed(typed).Replace("\r\n", "\n", StringComparison.Ordinal).Trim().Normalize();

    private static CriterionCode? Code(DraftRow row, Dictionary<CriterionCode, DraftRow> codes, List<DraftFinding> findings)
    {
        var typed = row.Text.Code.Trim();
        if (!CriterionCode.TryParse(typed, out var code))
        {
            findings.Add(new DraftFinding(row.Number, DraftFields.Code, Finding.Error(row.Text.Title, typed.Length == 0
                ? new("Dòng chưa có mã.", "The row has no code.")
                : new($"“{typed}” không phải mã tiêu chí.", $"“{typed}” is not a code."), new("Nhập mã dạng 3.4.1, hoặc bấm “Đánh lại mã”.", "Type a code such as 3.4.1, or number anew."))));
            return null;
        }

        if (codes.TryAdd(code, row)) return code;
        findings.Add(new DraftFinding(row.Number, DraftFields.Code, Finding.Error(typed, new($"Mã {code} đã dùng cho dòng “{codes[code].Text.Title}”.", $"The code {code} is taken by “{codes[code].Text.Title}”."), new("Sửa mã hoặc bỏ một dòng.", "Mend the code or remove one row."))));
        return null;
    }

    private static void Placed(DraftRow row, CriterionCode code, DraftRow? above, List<DraftFinding> findings)
    {
        var wanted = code.Parent?.ToString();
        var there = above is null ? null : CriterionCode.TryParse(above.Text.Code, out var parent) ? parent.ToString() : above.Text.Code;
        if (wanted == there) return;
        var (vi, en) = there is null ? ("ở cấp lĩnh vực", "at the level of fields") : ($"dưới {(there.Length == 0 ? "dòng chưa có mã" : there)}", $"below {there}");
        findings.Add(new DraftFinding(row.Number, DraftFields.Code, Finding.Error(code.ToString(), new($"Mã {code} không khớp vị trí {vi} trong cây.", $"The code {code} does not fit its place {en}."), new("Di chuyển dòng, sửa mã, hoặc bấm “Đánh lại mã”.", "Move the row, mend the code, or number anew."))));
    }

    private static Criterion Criterion(DraftRow row, CriterionCode code, List<DraftFinding> findings)
    {
        var text = row.Text;
        var title = VietnameseText.Clean(text.Title);
        if (title.Length == 0)
            findings.Add(new DraftFinding(row.Number, DraftFields.Title, Finding.Error(code.ToString(), new("Dòng chưa có tên.", "The row has no title."), new("Nhập tên như trong văn bản.", "Type the title as printed."))));
        return new Criterion
        {
            Code = code,
            Title = title,
            MaxPoints = HeadReading.Points(text.MaxPoints, row.Number, DraftFields.MaxPoints, findings),
            Method = text.Method,
            NotApplicable = text.NotApplicable,
            Requirement = Known(text.Requirement),
            RuleText = Known(text.RuleText),
            Guidance = Known(text.Guidance),
            Note = Known(text.Note),
            Evidence = [.. text.Evidence.Split('\n').Select(Known).OfType<string>()],
            Source = Known(text.Source),
            Rule = Rule(row, code, findings),
        };
    }

    private static Rule? Rule(DraftRow row, CriterionCode code, List<DraftFinding> findings)
    {
        if (row.Text.Rule is not { } typed || TypedTree.Text(typed, RuleForms.Kind).Length == 0) return null;
        var reading = TypedRule.Read(typed);
        findings.AddRange(reading.Problems.Select(p => new DraftFinding(row.Number, DraftFields.RulePrefix + p.Path, Finding.Error(code.ToString(), p.Message, new("Sửa ô này trong mẫu quy tắc.", "Mend this field of the rule.")))));
        return reading.Rule;
    }
}
