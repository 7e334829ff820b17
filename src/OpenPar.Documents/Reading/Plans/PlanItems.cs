using System.Text.RegularExpressions;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>Takes a cell apart into its items: numbered ones, those behind dashes, one a line, or products in a row.</summary>
internal static partial class PlanItems
{
    private static readonly string[] Papers =
    [
        "bao cao", "cong van", "quyet dinh", "to trinh", "ke hoach", "van ban", "de an", "phuong an", "nghi quyet", "thong bao", "bien ban", "danh muc",
        "quy che", "quy dinh", "huong dan", "chuong trinh", "du thao", "phieu", "de cuong", "bieu mau", "bieu thong ke", "chi thi", "hoi nghi", "tai lieu",
        "ho so", "giay moi", "bo tieu chi", "lop tap huan", "ket luan", "ban tin", "tin bai",
    ];

    /// <summary>Items that begin with a number of at least two parts ("3.1."); otherwise the whole cell of each row.</summary>
    public static List<string> Numbered(string cell) => Items(cell, line => NumberStart().IsMatch(line));

    /// <summary>Items behind numbers or dashes, or one a line.</summary>
    public static List<string> Listed(string cell) =>
        [.. Items(string.Join('\n', cell.Split('\n').Select(WithInnerDashes)), line => NumberStart().IsMatch(line) || Dash().IsMatch(line), parts: true).Select(WithoutDash)];

    /// <summary>Products: listed, and several papers in one line. True when a line was taken apart.</summary>
    public static (List<string> Items, bool Split) Products(string cell)
    {
        var items = new List<string>();
        var split = false;
        foreach (var item in Listed(cell))
        {
            var papers = InRow(item);
            split |= papers.Count > 1;
            items.AddRange(papers);
        }

        return (items, split);
    }

    /// <summary>Whether a text begins with a dash or a number.</summary>
    public static bool BeginsItem(string text) => Dash().IsMatch(text.TrimStart()) || NumberStart().IsMatch(text.TrimStart());

    private static List<string> Items(string cell, Func<string, bool> begins, bool parts = false)
    {
        var items = new List<string>();
        foreach (var row in cell.Split(PlanDraft.RowMark))
        {
            var first = true;
            foreach (var line in row.Split('\n').Select(VietnameseText.Clean))
            {
                if (line.Length == 0 || line is "-" or "+") continue;
                if (first || begins(line) || (parts && NewSentence(items[^1], line))) items.Add(line);
                else items[^1] += " " + line;
                first = false;
            }
        }

        return items;
    }

    // Two lines are two items when the first is ended, or both read as names of papers.
    private static bool NewSentence(string before, string line) =>
        char.IsUpper(line[0]) && (before[^1] is '.' or ';' || (IsPaper(line) && before[^1] is not (',' or '-' or '/' or ':')));

    private static string WithInnerDashes(string line)
    {
        var parted = EndedDash().Replace(line, "\n- ");
        return Dash().IsMatch(line.TrimStart()) ? PlainDash().Replace(parted, "\n- ") : parted;
    }

    private static string WithoutDash(string item) => Dash().Replace(item, string.Empty).TrimEnd(' ', ';');

    private static List<string> InRow(string item)
    {
        var pieces = Between().Split(item);
        if (pieces.Length == 1) return [item];
        var marks = Between().Matches(item);
        var items = new List<string> { pieces[0] };
        for (var i = 1; i < pieces.Length; i++)
        {
            var (mark, piece) = (marks[i - 1].Value, pieces[i].Trim());
            var apart = piece.Length > 0 && (mark.Contains(';', StringComparison.Ordinal) || (IsPaper(piece) && IsPaper(items[^1])));
            if (apart) items.Add(piece);
            else items[^1] += mark + pieces[i];
        }

        return [.. items.Select(one => one.Trim()).Where(one => one.Length > 0)];
    }

    private static bool IsPaper(string text)
    {
        var folded = VietnameseText.Fold(text);
        return Papers.Any(paper => folded.StartsWith(paper, StringComparison.Ordinal) && (folded.Length == paper.Length || folded[paper.Length] == ' '));
    }

    [GeneratedRegex(@"^\d{1,2}(?:\.\d{1,3})+\.?(?=\s|\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex NumberStart();

    [GeneratedRegex(@"^[-–+•*]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

    // "- Kế hoạch. - Báo cáo": a dash after an ended item.
    [GeneratedRegex(@"(?<=[.;:,…)])\s+[-–+]\s+(?=[\p{Lu}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex EndedDash();

    // "- Báo cáo năm - Bản mô tả": only in a line that begins with a dash; "Phát thanh - Truyền hình" is one name.
    [GeneratedRegex(@"(?<=[\p{L}\d%)])(?<!thanh)\s+[-–]\s+(?=\p{Lu}\p{Ll})", RegexOptions.CultureInvariant)]
    private static partial Regex PlainDash();

    [GeneratedRegex(@"(?<!\([^)]{0,200})(?:\s*[;]\s*|\s*,\s+|\s*/\s*(?=\p{Lu}))", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
