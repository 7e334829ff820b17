using System.Globalization;
using System.Text;

namespace OpenPar.Core.Rules.Feel;

/// <summary>Escapes of string literals (DMN 1.5, 10.3.1.2, rule 64): \" \' \\ \n \r \t \uXXXX \UXXXXXX.</summary>
internal static class StringEscapes
{
    /// <summary>The value of a literal, given what stands between its quotes. Unknown escapes stay as they are written.</summary>
    public static string Read(ReadOnlySpan<char> raw)
    {
        if (!raw.Contains('\\')) return raw.ToString();
        var text = new StringBuilder(raw.Length);
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] != '\\' || at + 1 >= raw.Length) text.Append(raw[at]);
            else at += Escape(raw[(at + 1)..], text);
        }

        return text.ToString();
    }

    /// <summary>A string as a FEEL literal with its quotes.</summary>
    public static string Write(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ => text.Append(c),
            };
        }

        return text.Append('"').ToString();
    }

    private static int Escape(ReadOnlySpan<char> after, StringBuilder text)
    {
        switch (after[0])
        {
            case 'n': text.Append('\n'); return 1;
            case 'r': text.Append('\r'); return 1;
            case 't': text.Append('\t'); return 1;
            case '"' or '\'' or '\\': text.Append(after[0]); return 1;
            case 'u' when Hex(after, 4, out var unit): text.Append((char)unit); return 5;
            case 'U' when Hex(after, 6, out var point) && Rune.IsValid(point): text.Append(new Rune(point).ToString()); return 7;
            default: text.Append('\\').Append(after[0]); return 1;
        }
    }

    private static bool Hex(ReadOnlySpan<char> after, int digits, out int value)
    {
        value = 0;
        return after.Length > digits && int.TryParse(after.Slice(1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
