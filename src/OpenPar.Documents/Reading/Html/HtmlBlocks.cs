using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using OpenPar.Documents.Reading.Fonts;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Html;

/// <summary>Walks through a page as a browser shows it: blocks on lines of their own, blanks drawn together, hidden parts left out.</summary>
internal sealed class HtmlBlocks(DocumentDraft draft)
{
    private const int Depth = 256;
    private readonly List<Block> blocks = [];
    private readonly StringBuilder line = new();
    private readonly Dictionary<IElement, int> items = [];
    private List<CellMark> marks = [];
    private int lineStart = 1;
    private int tableDepth;

    public IReadOnlyList<Block> Read(IElement root)
    {
        Children(root, null, 0);
        EndLine();
        return blocks;
    }

    /// <summary>The blocks of a cell.</summary>
    public static IReadOnlyList<Block> Cell(IElement cell, DocumentDraft draft, int tables) => new HtmlBlocks(draft) { tableDepth = tables }.Read(cell);

    public static int Line(IElement element) => element.SourceReference?.Position.Line ?? 1;

    public static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || (element.GetAttribute("style") is { } style && (Says(style, "display:none") || Says(style, "mso-hide:all")));

    private static bool Says(string style, string rule) => style.Replace(" ", string.Empty, StringComparison.Ordinal).Contains(rule, StringComparison.OrdinalIgnoreCase);

    private void Children(IElement parent, OldFont? font, int depth)
    {
        if (depth > Depth)
        {
            draft.Once("deep", () => DocumentFindings.TooDeep(draft.File));
            return;
        }

        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text) Put(text.Data, font, parent);
            else if (child is IElement element && !IsHidden(element)) Element(element, FontOf(element) ?? font, depth);
        }
    }

    private void Element(IElement element, OldFont? font, int depth)
    {
        switch (element.LocalName)
        {
            case "script" or "style" or "template" or "noscript" or "head" or "title" or "iframe" or "object" or "svg" or "math": return;
            case "br": EndLine(); return;
            case "table": Table(element); return;
            case "input" or "select" or "textarea" or "button": return;
            default: break;
        }

        var block = element.LocalName is "p" or "div" or "li" or "ul" or "ol" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "section" or "article"
            or "header" or "footer" or "pre" or "blockquote" or "dt" or "dd" or "dl" or "center" or "address" or "figure" or "caption" or "hr" or "form" or "body";
        if (block) EndLine();
        if (element.LocalName == "li") line.Append(ItemNumber(element));
        Children(element, font, depth + 1);
        if (block) EndLine();
    }

    private void Table(IElement table)
    {
        EndLine();
        if (tableDepth >= ReadingLimits.NestedTables)
        {
            draft.Once("deep", () => DocumentFindings.TooDeep($"{draft.File}, dòng {Line(table)}"));
            return;
        }

        blocks.AddRange(HtmlTable.Read(table, draft, tableDepth + 1));
    }

    private void Put(string text, OldFont? font, IElement parent)
    {
        if (font is not null && font.Convert(text) is var converted && converted != text)
        {
            text = converted;
            if (!marks.Contains(font.Mark())) marks.Add(font.Mark());
            draft.Once("font" + font.Name, () => DocumentFindings.OldFont(draft.File, font.Name));
        }

        if (line.Length == 0) lineStart = Line(parent);
        if (line.Length + text.Length > ReadingLimits.TextLength)
        {
            draft.Once("long", () => DocumentFindings.TextCut($"{draft.File}, dòng {lineStart}"));
            text = text[..Math.Max(ReadingLimits.TextLength - line.Length, 0)];
        }

        foreach (var c in text)
        {
            // A blank that must not break stays one; all others are drawn together.
            if (c is not (' ' or '\t' or '\n' or '\r' or '\f')) line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }
    }

    private void EndLine()
    {
        var text = CellMarks.Composed(line.ToString(), marks).Trim();
        line.Clear();
        if (text.Length > 0) blocks.Add(new TextBlock(text, new Place(lineStart)) { Marks = marks });
        if (marks.Count > 0) marks = [];
    }

    private static OldFont? FontOf(IElement element)
    {
        if (element.GetAttribute("face") is { } face) return OldFont.Of(face.Split(',')[0].Trim(' ', '"', '\''));
        if (element.GetAttribute("style") is not { } style || style.IndexOf("font-family:", StringComparison.OrdinalIgnoreCase) is not (>= 0 and var at)) return null;
        return OldFont.Of(style[(at + 12)..].Split(',', ';')[0].Trim(' ', '"', '\''));
    }

    private string ItemNumber(IElement item)
    {
        if (item.ParentElement is not { LocalName: "ol" } list) return "- ";
        var start = int.TryParse(list.GetAttribute("start"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var first) ? first : 1;
        var before = items[list] = items.TryGetValue(list, out var last) ? last + 1 : 0;
        var format = list.GetAttribute("type") switch { "a" => "lowerLetter", "A" => "upperLetter", "i" => "lowerRoman", "I" => "upperRoman", _ => "decimal" };
        return Docx.NumberWord.Of(start + before, format) + ". ";
    }
}
