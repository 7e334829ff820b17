using System.Globalization;

namespace OpenPar.Documents.Reading.Docx;

/// <summary>Characters of symbol fonts as Unicode, as far as office documents use them.</summary>
internal static class DocxSymbols
{
    private static readonly Dictionary<int, string> Symbol = new()
    {
        [0xA3] = "≤",
        [0xAE] = "→",
        [0xB1] = "±",
        [0xB3] = "≥",
        [0xB4] = "×",
        [0xB7] = "•",
        [0xB8] = "÷",
        [0xB9] = "≠",
        [0xA5] = "∞",
        [0xDE] = "⇒",
        [0x2D] = "−",
        [0xE5] = "Σ",
    };

    private static readonly Dictionary<int, string> Wingdings = new()
    {
        [0x6C] = "●",
        [0x6E] = "■",
        [0x6F] = "□",
        [0x71] = "❑",
        [0x76] = "❖",
        [0xA7] = "▪",
        [0xA8] = "□",
        [0xD8] = "➢",
        [0xE0] = "→",
        [0xE8] = "→",
        [0xFB] = "✗",
        [0xFC] = "✓",
        [0xFD] = "☒",
        [0xFE] = "☑",
    };

    /// <summary>The character of a <c>w:sym</c>; null when it is not known.</summary>
    public static string? Of(string? font, string? code)
    {
        if (!int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number)) return null;
        number = number is >= 0xF000 and <= 0xF0FF ? number - 0xF000 : number;
        if (font?.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) == true) return Wingdings.GetValueOrDefault(number);
        if (string.Equals(font, "Symbol", StringComparison.OrdinalIgnoreCase)) return Symbol.GetValueOrDefault(number);
        return number is > 0x20 and < 0xD800 ? ((char)number).ToString() : null;
    }

    /// <summary>A bullet as text; the private characters of symbol fonts become a round one.</summary>
    public static string Bullet(string text, string? font)
    {
        if (text.Length != 1) return text;
        if (text[0] is >= '\uF000' and <= '\uF0FF') return Of(font, ((int)text[0]).ToString("X4", CultureInfo.InvariantCulture)) ?? "•";
        return text == "o" && font?.StartsWith("Courier", StringComparison.OrdinalIgnoreCase) == true ? "◦" : text;
    }
}
