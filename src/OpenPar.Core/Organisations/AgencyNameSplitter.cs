using System.Text.RegularExpressions;
using OpenPar.Core.Text;

namespace OpenPar.Core.Organisations;

/// <summary>The names found in one cell.</summary>
/// <param name="Names">One name each, in order of writing, none twice; empty when the cell is.</param>
/// <param name="Split">True when more than one name was found, or a shared first word was given to each.</param>
/// <param name="Certain">False when a comma may as well belong to a name; a person should look.</param>
public sealed record AgencyNameList(IReadOnlyList<string> Names, bool Split, bool Certain);

/// <summary>
/// Takes apart a cell that names several agencies: "Sở Nội vụ, Văn phòng UBND tỉnh", "A / B; C",
/// "Các Sở: Tài chính, Nội vụ". "và" and commas stand inside many names ("Sở Văn hóa, Thể thao và Du lịch"),
/// so a new name begins only where a word begins it that begins names of agencies.
/// </summary>
public static partial class AgencyNameSplitter
{
    // Names of departments that carry a comma: the second half is no name by itself.
    private static readonly (string First, string Second)[] CommaInName =
    [
        ("van hoa", "the thao"), ("van hoa", "thong tin"), ("lao dong", "thuong binh"), ("nong nghiep", "lam nghiep"),
    ];

    /// <summary>The names in a cell.</summary>
    public static AgencyNameList Split(string? cell)
    {
        var text = VietnameseText.Clean(cell).TrimEnd(' ', '.', ',', ';', ':', '…', '/');
        if (text.Length == 0) return new AgencyNameList([], false, true);
        var list = ClassList().Match(text);
        return list.Success
            ? Names(list.Groups[1].Value, shared: "Sở")
            : Names(text, shared: null);
    }

    /// <summary>Whether a text begins as names of agencies do ("Sở …", "Văn phòng …", "Các sở …").</summary>
    public static bool BeginsName(string? text) => text is not null && Opener().IsMatch(text);

    private static AgencyNameList Names(string text, string? shared)
    {
        var names = new List<string>();
        var certain = true;
        foreach (var (separator, piece) in Pieces(text))
        {
            if (piece.Length == 0) continue;
            if (names.Count == 0)
            {
                names.Add(WithShared(piece, shared));
                continue;
            }

            var verdict = Judge(names[^1], separator, piece, shared);
            if (verdict == Verdict.Joined) names[^1] += Glue(separator) + piece;
            else names.Add(verdict == Verdict.Guessed ? "Sở " + piece : WithShared(piece, shared));
            certain &= verdict != Verdict.Guessed;
        }

        var distinct = names.Distinct(StringComparer.Ordinal).ToList();
        return new AgencyNameList(distinct, distinct.Count > 1 || shared is not null, certain);
    }

    private enum Verdict
    {
        Joined,
        Separate,
        Guessed,
    }

    private static Verdict Judge(string before, string separator, string piece, string? shared)
    {
        if (separator == "và") return BeginsAfterAnd(before, piece) ? Verdict.Separate : Verdict.Joined;
        if (BareOpener().IsMatch(piece) || SameOffice(before, piece)) return Verdict.Joined;
        if (Opener().IsMatch(piece) || ClassOpener().IsMatch(piece)) return Verdict.Separate;
        if (!char.IsUpper(piece[0])) return Verdict.Joined;
        if (separator == ";") return Verdict.Separate;
        if (IsCommaInName(before, piece)) return Verdict.Joined;
        if (shared is not null) return Verdict.Separate;

        // "Sở Nội vụ, Tài chính": most likely two departments, but only a person can say so.
        return before.StartsWith("Sở ", StringComparison.Ordinal) ? Verdict.Guessed : Verdict.Joined;
    }

    // "Văn phòng HĐND và UBND huyện" is one office: the first council has no place of its own. "Sở A và UBND cấp huyện",
    // "UBND cấp huyện và UBND cấp xã" are two.
    private static bool BeginsAfterAnd(string before, string piece) =>
        ClassOpener().IsMatch(piece)
        || (Opener().IsMatch(piece) && !BareOpener().IsMatch(piece)
            && !(Council().IsMatch(piece) && CouncilWithoutPlace().IsMatch(before)));

    private static bool SameOffice(string before, string piece) =>
        before.StartsWith("Văn phòng Đoàn", StringComparison.OrdinalIgnoreCase) && Council().IsMatch(piece);

    private static bool IsCommaInName(string before, string piece)
    {
        var left = VietnameseText.Fold(before);
        var right = VietnameseText.Fold(piece);
        return CommaInName.Any(pair => left.EndsWith(pair.First, StringComparison.Ordinal)
            && right.StartsWith(pair.Second, StringComparison.Ordinal));
    }

    private static string WithShared(string piece, string? shared) =>
        shared is null || Opener().IsMatch(piece) || ClassOpener().IsMatch(piece) ? piece : $"{shared} {piece}";

    private static string Glue(string separator) => separator switch
    {
        "và" => " và ",
        "/" => "/",
        _ => separator + " ",
    };

    private static IEnumerable<(string Separator, string Piece)> Pieces(string text)
    {
        var start = 0;
        var depth = 0;
        var separator = string.Empty;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '(') depth++;
            if (text[i] == ')' && depth > 0) depth--;
            if (depth > 0) continue;
            var length = text[i] is ',' or ';' or '/' ? 1 : AndAt(text, i) ? 4 : 0;
            if (length == 0) continue;
            yield return (separator, text[start..i].Trim());
            separator = text.Substring(i, length).Trim();
            start = i + length;
            i += length - 1;
        }

        yield return (separator, text[start..].Trim());
    }

    private static bool AndAt(string text, int at) => string.CompareOrdinal(text, at, " và ", 0, 4) == 0;

    [GeneratedRegex(@"^[Cc]ác\s+[Ss]ở\s*:\s*(.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex ClassList();

    // Words that also begin other phrases ("Ban hành", "Trường hợp", "Tổ chức") count only before a capital or a known second word.
    [GeneratedRegex(
        @"^(?:(?:Sở|Văn [Pp]hòng|VP|UBND|[ỦU][ỷy] ban|Uỷ ban|HĐND|Hội đồng|Công an|Thanh tra|Chi cục|Kho bạc|KBNN|Bảo hiểm|BHXH|Ngân hàng|Trung tâm|T[òo][àa] án|Liên đoàn|Liên hiệp|Mặt trận|UBMTTQ|Tỉnh đoàn|Tỉnh ủy|Các|Hải quan|Bưu điện|VNPT|Viettel|Điện lực|Công ty|Tập đoàn)(?=\s|$)|(?:Bộ|Hội|Trường|Đài|Báo|Viện|Đoàn|Tổ|Phòng|Quỹ|Thuế|Cục)\s+(?=\p{Lu}|công tác|tỉnh)|Ban\s+(?!hành\b))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Opener();

    [GeneratedRegex(@"^(?:các|một số|toàn bộ|tất cả)\s", RegexOptions.CultureInvariant)]
    private static partial Regex ClassOpener();

    [GeneratedRegex(@"^(?:Sở|Ban|Bộ|Hội|Báo|Đài|Đoàn|Viện|Tổ|Phòng|Cục)$", RegexOptions.CultureInvariant)]
    private static partial Regex BareOpener();

    [GeneratedRegex(@"(?:^|\s)(?:HĐND|UBND|ĐBQH|Đoàn|[Nn]hân dân|[Qq]uốc hội)$", RegexOptions.CultureInvariant)]
    private static partial Regex CouncilWithoutPlace();

    [GeneratedRegex(@"^(?:HĐND|UBND|Hội đồng nhân dân|[ỦU][ỷy] ban nhân dân|Uỷ ban nhân dân)(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Council();
}
