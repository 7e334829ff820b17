using System.Text.RegularExpressions;
using OpenPar.Core.Text;

namespace OpenPar.Core.Organisations;

/// <summary>
/// Takes apart a cell of a plan that names agencies: items behind dashes, one name a line, names whose separator was lost
/// ("Sở Giáo dục và Đào tạo Sở Y tế"), and everything <see cref="AgencyNameSplitter"/> knows inside them. Classes
/// ("Các sở, ban, ngành", "UBND các huyện") stay as they are written.
/// </summary>
public static partial class AgencyCell
{
    /// <summary>The names in a cell.</summary>
    /// <param name="cell">The cell; lines parted by '\n'.</param>
    public static AgencyNameList Split(string? cell)
    {
        var names = new List<string>();
        var (certain, parts) = (true, 0);
        foreach (var item in Items(cell ?? string.Empty))
        {
            foreach (var piece in LostSeparators(item))
            {
                var list = AgencyNameSplitter.Split(piece);
                names.AddRange(list.Names);
                certain &= list.Certain;
                parts++;
            }

            certain &= !LostSeparator().IsMatch(item);
        }

        var distinct = names.Distinct(StringComparer.Ordinal).ToList();
        return new AgencyNameList(distinct, distinct.Count > 1 || parts > 1, certain);
    }

    // A dash begins an item in a list of dashes or before a name ("Phòng Kế hoạch | - Tài chính" is one); so does a line
    // that begins with a name, unless the line before cannot end there.
    private static List<string> Items(string cell)
    {
        var items = new List<string>();
        bool? listed = null;
        foreach (var line in Bullet().Replace(cell, "\n- ").Split('\n'))
        {
            var text = VietnameseText.Clean(line);
            if (text.Length == 0 || text == "-") continue;
            var bullet = text.StartsWith('-') || text.StartsWith('+');
            listed ??= bullet;
            var plain = text.TrimStart('-', '+', ' ');
            var named = AgencyNameSplitter.BeginsName(plain) && !BareWord().IsMatch(plain) && !(items.Count > 0 && Unfinished().IsMatch(items[^1]));
            if (items.Count == 0 || named || (bullet && listed.Value)) items.Add(plain);
            else items[^1] += " " + text;
        }

        return items;
    }

    private static string[] LostSeparators(string item) => LostSeparator().Split(Ampersand().Replace(item, "; "));

    // " - Sở", but not "Phát thanh - Truyền hình".
    [GeneratedRegex(@"(?:^|\s+)[-+]\s+(?=(?:Sở|UBND|Các|Văn phòng|Công|Thanh tra|Ban|Điện lực|Tòa|Hội|Trường|Đài|Báo|Chi cục|Cục|[ỦU][ỷy] ban|HĐND)\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?:Sở|UBND|HĐND|Thuế|Bộ|Ban)$", RegexOptions.CultureInvariant)]
    private static partial Regex BareWord();

    [GeneratedRegex(@"(?:[,/&]|\b(?:và|thuộc|của|do|cấp|Văn phòng|VP|Thanh [Tt]ra|Ban quản lý|Lãnh đạo|Giám đốc|Chủ tịch|Các|các|Phòng))$", RegexOptions.CultureInvariant)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\s+&\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Ampersand();

    // A department or council that begins in the middle: what stands before it is a whole name.
    [GeneratedRegex(
        @"(?<=\p{L}{2,}\s+\p{L}+)(?<!(?:và|thuộc|của|do|cho|[Pp]hòng|VP|[Tt]ra|đạo|đốc|tịch|HĐND|viên|quản lý|chuyên môn|Đoàn|công chức))(?<![,;/&:(])\s+(?=(?:Sở\s+\p{Lu}|UBND\s+(?:cấp|các|tỉnh|huyện|xã)|Đài\s+[Pp]hát|Điện lực|Công an|Công ty))",
        RegexOptions.CultureInvariant)]
    private static partial Regex LostSeparator();
}
