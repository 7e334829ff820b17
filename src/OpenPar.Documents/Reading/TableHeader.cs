using System.Text.RegularExpressions;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading;

/// <summary>Reads what the columns of a table are for from its header rows.</summary>
internal static partial class TableHeader
{
    // Tried in this order: "Cơ quan chủ trì, phối hợp" is a lead column.
    private static readonly (AnnexColumn Column, string[] Words)[] Known =
    [
        (AnnexColumn.RuleText, ["cach tinh diem", "cach cham diem", "phuong phap tinh diem", "cach danh gia"]),
        (AnnexColumn.MaxPoints, ["diem toi da", "diem chuan", "thang diem"]),
        (AnnexColumn.Lead, ["chu tri", "co quan thuc hien", "don vi thuc hien", "co quan tham muu"]),
        (AnnexColumn.Coordinating, ["phoi hop"]),
        (AnnexColumn.Evidence, ["kiem chung", "tai lieu chung minh"]),
        (AnnexColumn.Method, ["phuong phap danh gia", "hinh thuc danh gia"]),
        (AnnexColumn.Requirement, ["yeu cau"]),
        (AnnexColumn.Note, ["ghi chu"]),
        (AnnexColumn.Title, ["tieu chi", "linh vuc", "noi dung", "nhiem vu", "ten tc"]),
    ];

    /// <summary>Whether a cell is the head of the number column.</summary>
    public static bool IsNumberHead(string cell) => VietnameseText.Fold(cell) is "stt" or "tt" or "so tt" or "so thu tu";

    /// <summary>
    /// Whether a head names who joins under the words for who acts: "Cơ quan thực hiện" over "Chủ trì" and "Phối hợp". In
    /// "Cơ quan thực hiện, phối hợp" both stand in one column.
    /// </summary>
    public static bool IsCoordinating(string header) => ActsThenJoins().IsMatch(VietnameseText.Fold(header.Split(',', ';', '/')[^1]));

    /// <summary>What a column is for, from all its header cells joined.</summary>
    public static AnnexColumn Of(string header)
    {
        if (IsNumberHead(header)) return AnnexColumn.Number;
        if (IsCoordinating(header)) return AnnexColumn.Coordinating;
        var folded = VietnameseText.Fold(header);
        foreach (var (column, words) in Known)
        {
            if (words.Any(word => folded.Contains(word, StringComparison.Ordinal))) return column;
        }

        return AnnexColumn.Other;
    }

    /// <summary>Columns by their heads; each purpose is given once, to its leftmost column.</summary>
    public static AnnexColumn[] Map(IReadOnlyList<string> heads)
    {
        var given = new HashSet<AnnexColumn>();
        return [.. heads.Select(head => Of(head) is var column && given.Add(column) ? column : AnnexColumn.Other)];
    }

    [GeneratedRegex(@"(?:thuc hien|tham muu|trach nhiem|phan cong) (?:(?:co quan|don vi) )?phoi hop$", RegexOptions.CultureInvariant)]
    private static partial Regex ActsThenJoins();
}
