using System.Globalization;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading.Letters;

/// <summary>Writes the name of a body, which heads of letters give in capitals, the way sentences write it (Nghị định 30/2020, phụ lục II).</summary>
internal static class BodyNames
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private static readonly string[] Abbreviations = ["UBND", "HĐND", "MTTQ", "ĐBQH", "UBMTTQ", "TTHC", "CCHC", "QLDA", "VN", "CNTT", "BHXH"];

    // Behind these the first syllable of the field is written large; places behind the others throughout.
    private static readonly string[][] Offices = Phrases("SỞ", "BỘ", "BAN", "CỤC", "CHI CỤC", "TỔNG CỤC", "PHÒNG", "VĂN PHÒNG", "TRUNG TÂM", "THANH TRA", "CÔNG AN", "VỤ", "HỘI", "TRƯỜNG", "THUẾ", "KHO BẠC");
    private static readonly string[][] Places = Phrases("TỈNH", "XÃ", "PHƯỜNG", "THÀNH PHỐ", "THỊ XÃ", "HUYỆN", "ĐẶC KHU", "THỊ TRẤN", "QUẬN");
    private static readonly string[][] Whole = Phrases("ỦY BAN", "UỶ BAN", "HỘI ĐỒNG", "CHÍNH PHỦ", "QUỐC HỘI", "THỦ TƯỚNG", "TỈNH ỦY", "TỈNH UỶ", "THÀNH ỦY", "ĐẢNG ỦY", "ĐẢNG BỘ", "MẶT TRẬN", "TỔ QUỐC", "NHÀ NƯỚC");

    public static string Write(string name)
    {
        if (!LetterWords.IsCapitals(name)) return name;
        var words = name.Split(' ');
        var bare = Array.ConvertAll(words, w => w.Trim(',', '(', ')', '.'));
        var result = Array.ConvertAll(words, w => w.ToLower(Vietnamese));
        var (large, place, office) = (true, false, false);
        for (var i = 0; i < words.Length; i++)
        {
            if (IsAbbreviation(bare[i])) (result[i], large) = (words[i], false);
            else if (Starts(Whole, bare, i) is var whole and > 0)
            {
                result[i] = Capital(words[i]);
                // A committee is named after its place: "Tỉnh ủy Đắk Lắk".
                (i, large, place) = (i + whole - 1, false, bare[i + whole - 1] is "ỦY" or "UỶ" or "BỘ");
            }
            else if (Starts(Places, bare, i) is var opens and > 0 && !(bare[i] == "XÃ" && i + 1 < words.Length && bare[i + 1] == "HỘI"))
            {
                if (i == 0) result[i] = Capital(words[i]);
                (i, large, place, office) = (i + opens - 1, false, true, false);
            }
            else if (large && Starts(Offices, bare, i) is var length and > 0)
            {
                result[i] = Capital(words[i]);
                (i, office) = (i + length - 1, true);
            }
            else
            {
                if (large || (place && bare[i] != "VÀ")) result[i] = Capital(words[i]);
                // A field of several parts: "Nông nghiệp và Môi trường", "Văn hóa, Thể thao và Du lịch".
                large = office && !place && (bare[i] is "VÀ" or "-" || words[i].EndsWith(','));
                place &= bare[i] != "VÀ";
            }
        }

        return string.Join(' ', result);
    }

    // "THPT", "QLHC": a word without a vowel is no word.
    private static bool IsAbbreviation(string word) =>
        Abbreviations.Contains(word) || (word.Length > 1 && word.All(char.IsLetter) && !VietnameseText.Fold(word).Any("aeiouy".Contains));

    private static string[][] Phrases(params string[] phrases) => Array.ConvertAll(phrases, p => p.Split(' '));

    private static int Starts(string[][] phrases, string[] words, int at) =>
        phrases.Where(p => at + p.Length <= words.Length && p.AsSpan().SequenceEqual(words.AsSpan(at, p.Length))).Select(p => p.Length).DefaultIfEmpty(0).Max();

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpper(word[0], Vietnamese) + word[1..].ToLower(Vietnamese);
}
