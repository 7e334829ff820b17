using System.Text;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Fonts;

/// <summary>Vietnamese fonts from before Unicode: the letters stand at the codes of other letters.</summary>
internal abstract class OldFont
{
    public static OldFont Tcvn3 { get; } = new Tcvn3Font(capitals: false);

    public static OldFont Tcvn3Capitals { get; } = new Tcvn3Font(capitals: true);

    public static OldFont Vni { get; } = new VniFont();

    /// <summary>What the fonts are called by people who used them.</summary>
    public abstract string Name { get; }

    /// <summary>The old font behind a font name (".VnTime", ".VnTimeH", "VNI-Times"), or null for any other.</summary>
    public static OldFont? Of(string? fontName)
    {
        if (fontName is null) return null;
        if (fontName.StartsWith("VNI-", StringComparison.OrdinalIgnoreCase)) return Vni;
        if (!fontName.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase)) return null;
        return fontName.TrimEnd().EndsWith('H') ? Tcvn3Capitals : Tcvn3;
    }

    /// <summary>The text in Unicode. Text that already holds letters only Unicode has is left as it is.</summary>
    public string Convert(string text)
    {
        if (text.Any(OnlyUnicode)) return text;
        // Word keeps text of fonts marked as symbol fonts in the private area F000–F0FF.
        var plain = text.Any(c => c is >= '\uF020' and <= '\uF0FF') ? string.Concat(text.Select(c => c is >= '\uF020' and <= '\uF0FF' ? (char)(c - 0xF000) : c)) : text;
        return Converted(plain).Normalize(NormalizationForm.FormC);
    }

    public CellMark Mark() => new(CellMarkKind.Corrected, new LocalText(
        $"Chữ dùng phông {Name} đã được chuyển sang Unicode.", $"Text of {Name} fonts was converted to Unicode."));

    /// <summary>Letters of Vietnamese that no old font's codes stand for.</summary>
    public static bool OnlyUnicode(char c) => c is 'ă' or 'Ă' or 'đ' or 'Đ' or 'ơ' or 'Ơ' or 'ư' or 'Ư' or 'ĩ' or 'Ĩ' or 'ũ' or 'Ũ' or (>= '\u1EA0' and <= '\u1EF9');

    protected abstract string Converted(string text);

    /// <summary>TCVN 5712:1993 (ABC): one code a letter; fonts whose names end in H draw capitals at the codes of small letters.</summary>
    private sealed class Tcvn3Font(bool capitals) : OldFont
    {
        private const string Codes = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢§£¤¥¦";
        private const string Letters = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ";

        public override string Name => "TCVN3 (.VnTime)";

        protected override string Converted(string text)
        {
            var result = new StringBuilder(text.Length);
            foreach (var c in text) result.Append(Codes.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Letters[at] : c);
            return capitals ? result.ToString().ToUpperInvariant() : result.ToString();
        }
    }

    /// <summary>VNI for Windows: a base letter, then a code for the marks over it.</summary>
    private sealed class VniFont : OldFont
    {
        private const string Single = "ñÑæÆóÓòÒîÎ";
        private const string SingleLetters = "đĐỉỈĩĨịỊỵỴ";
        private static readonly Dictionary<char, string> Marks = new()
        {
            ['ø'] = "\u0300",
            ['ù'] = "\u0301",
            ['û'] = "\u0309",
            ['õ'] = "\u0303",
            ['ï'] = "\u0323",
            ['â'] = "\u0302",
            ['à'] = "\u0302\u0300",
            ['á'] = "\u0302\u0301",
            ['å'] = "\u0302\u0309",
            ['ã'] = "\u0302\u0303",
            ['ä'] = "\u0302\u0323",
            ['ê'] = "\u0306",
            ['è'] = "\u0306\u0300",
            ['é'] = "\u0306\u0301",
            ['ú'] = "\u0306\u0309",
            ['ü'] = "\u0306\u0303",
            ['ë'] = "\u0306\u0323",
        };

        public override string Name => "VNI";

        protected override string Converted(string text)
        {
            var result = new StringBuilder(text.Length);
            for (var i = 0; i < text.Length; i++)
            {
                var single = Single.IndexOf(text[i], StringComparison.Ordinal);
                var letter = single >= 0 ? SingleLetters[single] : text[i] switch { 'ô' => 'ơ', 'Ô' => 'Ơ', 'ö' => 'ư', 'Ö' => 'Ư', var c => c };
                result.Append(letter);
                if (!"aeouyơưAEOUYƠƯ".Contains(letter, StringComparison.Ordinal) || i + 1 >= text.Length) continue;
                if (!Marks.TryGetValue(char.ToLowerInvariant(text[i + 1]), out var marks)) continue;
                result.Append(marks);
                i++;
            }

            return result.ToString();
        }
    }
}
