using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Drafting;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Forms;
using OpenPar.Core.Rules.Printing;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Frameworks.Drafts;

/// <summary>One field in which two states of a row differ.</summary>
/// <param name="Field">Its name in words.</param>
/// <param name="Left">One state.</param>
/// <param name="Right">The other.</param>
public sealed record DraftDifference(LocalText Field, string Left, string Right);

/// <summary>Holds two states of a row against each other: for conflicts and for the audit log.</summary>
public static class DraftDifferences
{
    private static readonly (LocalText Name, Func<DraftText, string> Of)[] Fields =
    [
        (new("Mã", "Code"), t => t.Code), (new("Tên", "Title"), t => t.Title), (new("Điểm tối đa", "Maximum"), t => t.MaxPoints),
        (new("Hình thức đánh giá", "Method"), t => FrameworkNames.Of(t.Method).Vi), (new("Khi không áp dụng", "When not applicable"), t => t.NotApplicable.ToString()),
        (new("Yêu cầu", "Requirement"), t => t.Requirement), (new("Cách chấm", "Scoring text"), t => t.RuleText), (new("Hướng dẫn", "Guidance"), t => t.Guidance),
        (new("Ghi chú", "Note"), t => t.Note), (new("Tài liệu kiểm chứng", "Evidence"), t => t.Evidence), (new("Nguồn", "Source"), t => t.Source),
        (new("Quy tắc", "Rule"), t => t.Rule is null ? "" : DraftJson.Write(t.Rule)),
    ];

    /// <summary>The fields that differ, in the order of the form.</summary>
    public static IReadOnlyList<DraftDifference> Of(DraftText left, DraftText right) =>
        [.. Fields.Select(f => new DraftDifference(f.Name, f.Of(left), f.Of(right))).Where(d => d.Left != d.Right)
            .Select(d => d.Field.En == "Rule" ? d with { Left = RuleInWords(left), Right = RuleInWords(right) } : d)];

    /// <summary>One side of the differences as small texts by name, for the audit log.</summary>
    public static IReadOnlyDictionary<string, string> Side(IEnumerable<DraftDifference> differences, bool left) =>
        differences.ToDictionary(d => d.Field.Vi, d => Short(left ? d.Left : d.Right));

    // A rule that stands is told in the words of annexes; one that cannot be read yet as it was typed.
    private static string RuleInWords(DraftText text)
    {
        if (text.Rule is not { } typed) return "";
        return TypedRule.Read(typed).Rule is { } rule && RuleLinter.Check(rule, null, "").All(f => f.Severity != Severity.Error) ? AnnexText.Of(rule, null) : DraftJson.Write(typed);
    }

    private static string Short(string text) => text.Length <= 2000 ? text : text[..2000] + "…";
}
