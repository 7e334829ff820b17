using System.Text.RegularExpressions;
using OpenPar.Core.Frameworks;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>Cleans a cell of a plan, its lines kept: mark-up, decomposed accents, slips. Every change is a flag.</summary>
internal static partial class PlanText
{
    // Slips seen in real plans that can mean one thing only where they stand.
    private static readonly (Regex Wrong, string Right)[] Slips =
    [
        (Striving(), "Phấn đấu"), (Draft(), "Tờ trình"), (PlanNoun(), "Kế hoạch"), (Text(), "Văn bản"), (Result(), "kết quả"),
        (Pointed(), "chỉ ra"), (Only(), "Chỉ"), (Leader(), "lãnh đạo"), (Decree(), "NĐ-CP"), (Object(), "Đối tượng phải"), (Statistics(), "thống kê"),
    ];

    public static string Clean(string raw, PlanDraft draft)
    {
        var flags = new List<AnnexFlag>();
        var parts = raw.Split(PlanDraft.RowMark).Select(part => TextRepair.Lines(Broken().Replace(Item().Replace(part, "\n$1- "), "$0\n"), flags)).Where(part => part.Length > 0);
        var text = string.Join(PlanDraft.RowMark, parts);
        foreach (var flag in flags) draft.Flag(PlanFlags.Of(flag));
        foreach (var (wrong, right) in Slips)
        {
            text = wrong.Replace(text, match =>
            {
                draft.Flag(PlanFlags.Slip(match.Value.Trim(), right));
                return right;
            });
        }

        return text;
    }

    [GeneratedRegex(@"(<li(?:\s[^<>]{0,200})?>)\s*(?:[-–+•*]\s*)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Item();

    // A paragraph's end parts items.
    [GeneratedRegex(@"</(?:p|li|div|tr)>|<br\s*/?>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Broken();

    [GeneratedRegex(@"(?<=^|[\n\u2029\-+.;:]\s?)Phần đầu(?=\s+(?:đạt|không|có thêm|giảm|mức|tăng|đảm bảo|bảo đảm|hoàn|tối thiểu|tỷ lệ|trong|\d))", RegexOptions.CultureInvariant)]
    private static partial Regex Striving();

    [GeneratedRegex(@"(?<=^|[\n\u2029\-,;]\s?)Từ trình(?=\s*(?:[,;.]|$|\n))", RegexOptions.CultureInvariant)]
    private static partial Regex Draft();

    [GeneratedRegex(@"\bKê hoạch\b", RegexOptions.CultureInvariant)]
    private static partial Regex PlanNoun();

    [GeneratedRegex(@"\bVănbản\b", RegexOptions.CultureInvariant)]
    private static partial Regex Text();

    [GeneratedRegex(@"\bkêt quả\b", RegexOptions.CultureInvariant)]
    private static partial Regex Result();

    [GeneratedRegex(@"(?<=thẩm quyền |được )chi ra(?=\s+(?:trong|từ|sau|tại))", RegexOptions.CultureInvariant)]
    private static partial Regex Pointed();

    [GeneratedRegex(@"(?<=^|[\n\u2029\-+.;:]\s?)Chi(?=\s+(?:đánh giá đối với|tính|áp dụng đối với))", RegexOptions.CultureInvariant)]
    private static partial Regex Only();

    [GeneratedRegex(@"\bkanhx đạo\b", RegexOptions.CultureInvariant)]
    private static partial Regex Leader();

    [GeneratedRegex(@"(?<=/)NĐCP\b", RegexOptions.CultureInvariant)]
    private static partial Regex Decree();

    [GeneratedRegex(@"\bĐối tương phải\b", RegexOptions.CultureInvariant)]
    private static partial Regex Object();

    [GeneratedRegex(@"\bthông kê\b", RegexOptions.CultureInvariant)]
    private static partial Regex Statistics();
}
