using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using OpenPar.Documents.Reading.Fonts;
using OpenPar.Documents.Reading.Package;

namespace OpenPar.Documents.Reading.Xlsx;

/// <summary>A text of a workbook: its runs, each with the old font it names, if it names one.</summary>
internal sealed partial record SharedText(IReadOnlyList<(string Text, OldFont? Font)> Runs)
{
    private const int Most = 2_000_000;

    /// <summary>The texts that cells refer to by number.</summary>
    public static List<SharedText> ReadAll(OpenPackage package, string? part)
    {
        var texts = new List<SharedText>();
        using var reader = package.Xml(part);
        if (reader is null) return texts;
        reader.MoveToContent();
        reader.Children(name =>
        {
            if (name == "si" && texts.Count < Most) texts.Add(Of(reader.Tree(20_000, out _)));
            else reader.Skip();
        });
        return texts;
    }

    /// <summary>A text with its runs; readings written above East Asian letters are no part of it.</summary>
    public static SharedText Of(XElement element)
    {
        var runs = new List<(string, OldFont?)>();
        foreach (var child in element.Elements())
        {
            if (child.Name.LocalName == "t") runs.Add((Plain(child.Value), null));
            else if (child.Name.LocalName == "r") runs.Add((Plain(child.Child("t")?.Value ?? string.Empty), OldFont.Of(child.Child("rPr").Child("rFont").Value("val"))));
        }

        return new SharedText(runs);
    }

    public static string Plain(string text)
    {
        if (text.Contains("_x", StringComparison.Ordinal))
            text = Escape().Replace(text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
        return text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
    }

    /// <summary>The text, old fonts converted: those the runs name, or that of the cell.</summary>
    public string Write(OldFont? cellFont, out OldFont? converted)
    {
        converted = null;
        if (Runs.Count == 1 && Runs[0].Font is null && cellFont is null) return Runs[0].Text;
        var text = new StringBuilder();
        for (var i = 0; i < Runs.Count; i++)
        {
            var font = Runs[i].Font ?? cellFont;
            var raw = Runs[i].Text;
            // A letter and its marks may stand in two runs of one font.
            while (font is not null && i + 1 < Runs.Count && (Runs[i + 1].Font ?? cellFont) == font) raw += Runs[++i].Text;
            var plain = font?.Convert(raw) ?? raw;
            if (plain != raw) converted = font;
            text.Append(plain);
        }

        return text.ToString();
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
