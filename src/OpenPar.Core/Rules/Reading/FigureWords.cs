using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Reading;

/// <summary>Makes figures of a rule from the words that describe them: label, unit, kind.</summary>
internal static class FigureWords
{
    private const int LongestUnit = 5;

    private static readonly string[] MoneyWords =
        ["so tien", "tong so von", "so von", "kinh phi", "thu ngan sach", "thu nsnn", "chi ngan sach", "chi nsnn", "von dau tu", "von dang ky", "gia tri thu", "gia tri", "du toan", "chi truc tiep", "tong chi", "tong thu", "doanh thu"];

    private static readonly string[] ShareWords = ["ty le", "ti le", "ket qua hai long", "muc do hai long", "chi so hai long", "phan tram"];

    // Where the thing counted ends and what is said about it begins.
    private static readonly HashSet<string> UnitEnds = new(StringComparer.Ordinal)
    {
        "đã", "được", "phải", "cần", "có", "của", "thuộc", "theo", "trong", "đúng", "đặt", "hoàn", "bị", "do", "tại", "không", "chưa", "mà", "hưởng", "vượt", "đạt", "là", "từ", "qua", "ở", "đến",
        "với", "vào", "còn", "khi", "gửi", "trên", "đang", "so", "quá", "trễ", "đề ra", "đề xuất", "giải quyết", "thực hiện", "tiếp nhận", "xử lý", "yêu cầu", "phát sinh", "phát hiện", "bố trí", "tham gia", "cử đi",
        "trực tuyến", "trực thuộc", "công khai", "công bố", "ban hành", "giao",
    };

    public static FactDefinition Figure(string name, string label, string? atMost = null)
    {
        var (words, stated) = Stated(label);
        var type = Type(words);
        return new FactDefinition { Name = name, Label = Sentence(words), Type = type, Unit = stated ?? (type == FactType.Count ? Unit(words) : null), AtMost = atMost };
    }

    /// <summary>Figures that are divided count the same thing: the words their units share, or no unit where they share none.</summary>
    public static IReadOnlyList<FactDefinition> SameUnit(IReadOnlyList<FactDefinition> facts)
    {
        var units = facts.Where(f => f.Type == FactType.Count).Select(f => (f.Unit ?? "").Split(' ')).ToList();
        if (units.Count < 2 || units.TrueForAll(u => u.SequenceEqual(units[0]))) return facts;
        var shared = Enumerable.Range(0, units.Min(u => u.Length)).TakeWhile(i => units.TrueForAll(u => string.Equals(u[i].TrimEnd(','), units[0][i].TrimEnd(','), StringComparison.OrdinalIgnoreCase))).Count();
        var unit = string.Join(' ', units[0].Take(shared)).TrimEnd(',');
        return [.. facts.Select(f => f.Type == FactType.Count ? f with { Unit = unit.Length == 0 ? null : unit } : f)];
    }

    // "tổng số tiền phải nộp (triệu đồng)": a short bracket at the end without a verb of its own is the unit.
    private static (string Words, string? Unit) Stated(string label)
    {
        var open = label.LastIndexOf('(');
        if (open <= 0 || !label.EndsWith(')')) return (label, null);
        var unit = label[(open + 1)..^1].Trim();
        var brief = unit.Length > 0 && unit.Count(c => c == ' ') < 3 && unit.Split(' ').All(w => !UnitEnds.Contains(w.ToLowerInvariant()));
        return brief ? (label[..open].TrimEnd(), unit.TrimStart('%', ' ') is { Length: > 0 } said ? said : null) : (label, null);
    }

    public static FactType Type(string label)
    {
        var folded = VietnameseText.Fold(label);
        if (ShareWords.Any(w => folded.StartsWith(w, StringComparison.Ordinal)) || folded.Contains("ty le %", StringComparison.Ordinal)) return FactType.Percent;
        return MoneyWords.Any(w => Holds(folded, w)) && !Holds(folded, "so don vi") && !Holds(folded, "so du an") ? FactType.Money : FactType.Count;
    }

    /// <summary>"Tổng số hồ sơ TTHC đã giải quyết" counts "hồ sơ TTHC"; null where the words do not say.</summary>
    public static string? Unit(string label)
    {
        var words = label.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = 0;
        while (at < words.Length && words[at].ToLowerInvariant() is "tổng" or "số" or "lượng" or "các" or "những") at++;
        if (at == 0) return null;
        var unit = new List<string>();
        for (; at < words.Length && unit.Count < LongestUnit; at++)
        {
            var word = words[at].ToLowerInvariant();
            var pair = at + 1 < words.Length ? $"{word} {words[at + 1].ToLowerInvariant().TrimEnd(',', '.')}" : word;
            // "kiến nghị, đề xuất" names two things; without the comma the second says what became of the first.
            if (UnitEnds.Contains(word) || words[at].StartsWith('(') || (UnitEnds.Contains(pair) && !(unit.Count > 0 && unit[^1].EndsWith(',')))) break;
            unit.Add(words[at]);
        }

        return unit.Count == 0 ? null : string.Join(' ', unit).TrimEnd(',', '.', ';');
    }

    /// <summary>The thing counted in "hồ sơ được giải quyết đúng hạn": its first words, up to what is said about it.</summary>
    public static string Noun(string words) => Unit("số " + words) ?? words;

    /// <summary>First letter upper case, no full stop at the end.</summary>
    public static string Sentence(string text)
    {
        var clean = VietnameseText.Clean(text).TrimEnd('.', ';', ',', ':', ' ');
        return clean.Length == 0 ? clean : char.ToUpperInvariant(clean[0]) + clean[1..];
    }

    private static bool Holds(string folded, string words) => (" " + folded + " ").Contains(" " + words + " ", StringComparison.Ordinal);
}
