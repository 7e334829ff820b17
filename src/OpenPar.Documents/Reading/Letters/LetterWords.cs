using System.Text.RegularExpressions;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading.Letters;

/// <summary>The words that tell the parts of a letter; all compared without accents.</summary>
internal static partial class LetterWords
{
    private static readonly (string Folded, string Name)[] Types = [.. new[]
    {
        "Nghị quyết", "Quyết định", "Chỉ thị", "Quy chế", "Quy định", "Quy trình", "Thông cáo", "Thông báo", "Thông tư", "Nghị định", "Luật", "Hướng dẫn", "Chương trình",
        "Kế hoạch", "Phương án", "Đề án", "Dự án", "Báo cáo", "Biên bản", "Tờ trình", "Hợp đồng", "Công điện", "Kết luận", "Bản ghi nhớ", "Bản thỏa thuận",
        "Giấy ủy quyền", "Giấy mời", "Giấy giới thiệu", "Phiếu gửi", "Phiếu chuyển", "Phiếu báo", "Thư công", "Công văn",
    }.Select(n => (VietnameseText.Fold(n), n)).OrderByDescending(t => t.Item1.Length)];

    private static readonly Dictionary<string, string> BySymbol = new(StringComparer.Ordinal)
    {
        ["NQ"] = "Nghị quyết",
        ["QĐ"] = "Quyết định",
        ["CT"] = "Chỉ thị",
        ["QC"] = "Quy chế",
        ["QYĐ"] = "Quy định",
        ["TB"] = "Thông báo",
        ["HD"] = "Hướng dẫn",
        ["CTR"] = "Chương trình",
        ["KH"] = "Kế hoạch",
        ["PA"] = "Phương án",
        ["ĐA"] = "Đề án",
        ["BC"] = "Báo cáo",
        ["BB"] = "Biên bản",
        ["TTR"] = "Tờ trình",
        ["CĐ"] = "Công điện",
        ["KL"] = "Kết luận",
        ["NĐ"] = "Nghị định",
        ["TT"] = "Thông tư",
        ["GM"] = "Giấy mời",
        ["HĐ"] = "Hợp đồng",
        ["TC"] = "Thông cáo",
    };

    private static readonly string[] Bodies =
    [
        "uy ban", "ubnd", "hoi dong", "hdnd", "ubmttq", "mttq", "so ", "bo ", "van phong", "chinh phu", "thu tuong", "quoc hoi", "chu tich", "tong cuc", "cuc ", "chi cuc", "ban ",
        "trung tam", "phong ", "thanh tra", "cong an", "bao hiem xa hoi", "kho bac", "truong ", "benh vien", "vien ", "tinh uy", "thanh uy", "dang uy", "dang bo", "huyen uy", "lien doan",
        "hoi ", "tinh doan", "doan dai bieu", "doan dbqh", "to cong tac", "toa an", "cong ty", "tap doan", "ngan hang", "thue ", "hai quan", "thong ke ", "bo chi huy", "to tham dinh", "kiem toan", "vu ",
    ];

    private static readonly string[] NotAnIssuer =
    [
        "cong hoa xa hoi", "cong hoa xhcn", "doc lap tu do", "dang cong san viet nam", "du thao", "hoa toc", "thuong khan", "khan", "ban sao", "sao y", "mat", "toi mat", "mau so", "phu luc", "kem theo", "ky boi", "nguoi ky", "thoi gian ky", "ngay ky", "email", "co quan", "den", "cong van den", "so den", "chuyen", "luu tru", "trang", "van ban dien tu", "ten co quan",
    ];

    private static readonly string[] Positions =
    [
        "chu tich", "pho chu tich", "giam doc", "pho giam doc", "tong giam doc", "pho tong giam doc", "bo truong", "thu truong", "thu tuong", "pho thu tuong", "chanh van phong", "pho chanh van phong",
        "chanh thanh tra", "pho chanh thanh tra", "cuc truong", "pho cuc truong", "chi cuc truong", "pho chi cuc truong", "tong cuc truong", "vu truong", "pho vu truong", "truong ban", "pho truong ban",
        "truong phong", "pho truong phong", "pho phong", "hieu truong", "pho hieu truong", "vien truong", "pho vien truong", "bi thu", "pho bi thu", "chanh an", "pho chanh an", "chu nhiem", "pho chu nhiem", "to truong", "truong doan", "tong thanh tra", "thu ky", "truong thue", "pho truong thue", "chi huy truong", "truong cong an", "pho truong cong an",
    ];

    /// <summary>The type a centred line names, and the words of the line behind it; null when it names none.</summary>
    public static (string Type, string Remainder)? TypeOf(string line)
    {
        var text = Spaced().IsMatch(line) ? TogetherAgain(line) : line;
        var folded = VietnameseText.Fold(text);
        foreach (var (start, name) in Types)
        {
            if (folded == start) return (name, "");
            // "BÁO CÁO TỰ ĐÁNH GIÁ": only where the line is written in capitals, or any sentence could begin so.
            if (folded.StartsWith(start + ' ', StringComparison.Ordinal) && IsCapitals(text)) return (name, string.Join(' ', text.Split(' ').Skip(start.Count(c => c == ' ') + 1)));
        }

        return null;
    }

    /// <summary>The type an abbreviated symbol stands for; a letter without type is a Công văn.</summary>
    public static string? TypeOfSymbol(string? symbol) => symbol is null ? null
        : BySymbol.TryGetValue(symbol.Split('-', '/')[0].ToUpperInvariant(), out var name) ? name
        : symbol.Contains('-', StringComparison.Ordinal) && !symbol.StartsWith("QH", StringComparison.Ordinal) ? "Công văn" : null;

    public static bool BeginsABody(string line) => VietnameseText.Fold(line) + ' ' is var folded && Array.Exists(Bodies, b => folded.StartsWith(b, StringComparison.Ordinal));

    public static bool IsNoIssuer(string line) => VietnameseText.Fold(line) is var folded && (folded.Length < 2 || Array.Exists(NotAnIssuer, w => folded == w || folded.StartsWith(w + ' ', StringComparison.Ordinal)));

    /// <summary>The position a line of a signature names, without "KT." and its like; null when it names none.</summary>
    public static string? PositionOf(string line)
    {
        var text = OnBehalf().Replace(line, "").Trim();
        var folded = VietnameseText.Fold(text);
        // "CHỦ TỊCH UBND TỈNH" counts, a sentence about a chairman does not.
        return Array.Exists(Positions, p => folded == p || (folded.StartsWith(p + ' ', StringComparison.Ordinal) && IsCapitals(text) && folded.Length < 70)) ? text : null;
    }

    /// <summary>How many words of a position name the office itself, without whose it is.</summary>
    public static int WordsOfPosition(string position)
    {
        var folded = VietnameseText.Fold(position) + ' ';
        return Positions.Where(p => folded.StartsWith(p + ' ', StringComparison.Ordinal)).Max(p => p.Count(c => c == ' ') + 1);
    }

    public static bool IsOnBehalf(string line) => OnBehalf().IsMatch(line);

    public static bool IsCapitals(string text) => text.Any(char.IsLetter) && !text.Any(char.IsLower);

    [GeneratedRegex(@"^\s*(?:TM|KT|TL|TUQ|Q|KG|T/M|K/T|T/L)\s*\.\s*|^\s*(?:TM|KT|TL|TUQ)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnBehalf();

    [GeneratedRegex(@"^(?:\p{L} +){3,}\p{L}$")]
    private static partial Regex Spaced();

    private static string TogetherAgain(string line)
    {
        var letters = VietnameseText.Fold(line).Replace(" ", "", StringComparison.Ordinal);
        foreach (var (folded, name) in Types)
        {
            if (folded.Replace(" ", "", StringComparison.Ordinal) == letters) return name;
        }

        return line;
    }
}
