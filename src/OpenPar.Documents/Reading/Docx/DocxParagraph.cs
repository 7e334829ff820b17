using System.Text;
using System.Xml.Linq;
using OpenPar.Documents.Reading.Fonts;
using OpenPar.Documents.Reading.Package;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Docx;

/// <summary>
/// One paragraph as a reader of the printed page sees it: numbers Word generates, results of fields, insertions; no deletions,
/// hidden text or instructions. Text boxes are handed back, because they hold paragraphs of their own.
/// </summary>
internal sealed class DocxParagraph
{
    private readonly DocxContext context;
    private readonly string? style;
    private readonly StringBuilder text = new();
    private readonly StringBuilder pending = new();
    private readonly List<CellMark> marks = [];
    // For each open field: whether its instruction, not yet its result, is being passed.
    private readonly Stack<bool> fields = new();
    private OldFont? pendingFont;
    private bool started;

    private DocxParagraph(DocxContext context, string? style) => (this.context, this.style) = (context, style);

    public string Text { get; private set; } = string.Empty;

    public IReadOnlyList<CellMark> Marks => marks;

    public int? Page { get; private set; }

    public bool NewPage { get; private set; }

    /// <summary>True when the end of the paragraph was deleted: its text runs on into the next.</summary>
    public bool RunsOn { get; private set; }

    /// <summary>Contents of text boxes that stand in the paragraph.</summary>
    public List<XElement> Boxes { get; } = [];

    public static DocxParagraph Read(DocxContext context, XElement element)
    {
        context.Paragraphs++;
        var properties = element.Child("pPr");
        var paragraph = new DocxParagraph(context, properties.Child("pStyle").Value("val")) { Page = context.Page };
        if (properties.IsOn("pageBreakBefore") && context.Paragraphs > 1 && !context.Broken) context.BreakPage();
        paragraph.RunsOn = properties.Child("rPr").Child("del") is not null || properties.Child("rPr").Child("moveFrom") is not null;
        if (paragraph.RunsOn) context.Draft.Once("tracked", () => DocumentFindings.Tracked(context.Draft.File));
        paragraph.Runs(element, 0);
        paragraph.Flush();
        paragraph.Finish(properties);
        return paragraph;
    }

    private void Finish(XElement? properties)
    {
        Text = CellMarks.Composed(text.ToString(), marks).Trim();
        if (RunsOn && Text.Length == 0) return;
        var own = properties.Child("numPr");
        var (list, level) = (own.Child("numId").Number("val"), own.Child("ilvl").Number("val"));
        var styled = context.Styles.Numbering(style);
        list ??= styled.Id;
        if (list is not { } id || id == 0) return;
        level ??= styled.Level ?? context.Numbering.LevelOf(id, style) ?? 0;
        Text = (context.Numbering.Next(id, level.Value) + Text).Trim();
        if (properties.Child("sectPr") is not null) context.Broken = false;
    }

    private void Runs(XElement parent, int depth)
    {
        if (depth > ReadingLimits.Depth)
        {
            context.Draft.Once("deep", () => DocumentFindings.TooDeep(context.Where));
            return;
        }

        foreach (var child in parent.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "r": Run(child, depth); break;
                case "del" or "moveFrom": context.Draft.Once("tracked", () => DocumentFindings.Tracked(context.Draft.File)); break;
                case "ins" or "moveTo":
                    context.Draft.Once("tracked", () => DocumentFindings.Tracked(context.Draft.File));
                    Runs(child, depth + 1);
                    break;
                case "hyperlink" or "smartTag" or "fldSimple" or "customXml" or "dir" or "bdo" or "sdtContent" or "oMath" or "oMathPara" or "ruby" or "rubyBase":
                    Runs(child, depth + 1);
                    break;
                case "sdt": if (child.Child("sdtContent") is { } content) Runs(content, depth + 1); break;
                case "AlternateContent": Runs(Chosen(child) ?? new XElement("none"), depth + 1); break;
                // Formulas nest freely; everything in them that is text is shown.
                case "num" or "den" or "e" or "sup" or "sub" or "f" or "sSup" or "sSub" or "rad" or "d" or "nary": Runs(child, depth + 1); break;
                default: break;
            }
        }
    }

    private void Run(XElement run, int depth)
    {
        var properties = run.Child("rPr");
        var runStyle = properties.Child("rStyle").Value("val");
        if (properties.Child("vanish") is null ? context.Styles.IsHidden(runStyle) || context.Styles.IsHidden(style) : properties.IsOn("vanish"))
        {
            if (run.Elements().Any(child => child.Name.LocalName == "t")) context.Draft.Once("hidden", () => DocumentFindings.HiddenText(context.Where));
            return;
        }

        var font = OldFont.Of(DocxStyles.Font(properties.Child("rFonts")) ?? context.Styles.FontOf(runStyle) ?? context.Styles.FontOfParagraph(style));
        var raised = properties.Child("vertAlign").Value("val") == "superscript";
        foreach (var child in run.Elements()) Part(child, font, raised, depth);
    }

    private void Part(XElement part, OldFont? font, bool raised, int depth)
    {
        switch (part.Name.LocalName)
        {
            case "t": Put(raised ? Raised(part.Value) : part.Value, font); break;
            case "tab" or "ptab": Put("\t", null); break;
            case "noBreakHyphen": Put("-", null); break;
            case "cr": Put("\n", null); break;
            case "br": Break(part.Value("type")); break;
            case "lastRenderedPageBreak":
                context.PrintedBreak();
                NewPage |= !started;
                break;
            case "sym": Symbol(part); break;
            case "fldChar": Field(part.Value("fldCharType")); break;
            case "footnoteReference" or "endnoteReference": Note(part); break;
            case "drawing" or "pict" or "object": Boxes.AddRange(TextBoxes(part)); break;
            case "AlternateContent":
                foreach (var child in Chosen(part)?.Elements() ?? []) Part(child, font, raised, depth);
                break;
            case "ruby" or "ins": Runs(part, depth + 1); break;
            default: break;
        }
    }

    private void Put(string more, OldFont? font)
    {
        if (more.Length == 0 || fields.Contains(true)) return;
        if (text.Length + pending.Length + more.Length > ReadingLimits.TextLength)
        {
            context.Draft.Once("long", () => DocumentFindings.TextCut(context.Where));
            if (!marks.Contains(CellMarks.Cut)) marks.Add(CellMarks.Cut);
            return;
        }

        if (!started && !string.IsNullOrWhiteSpace(more))
        {
            started = true;
            (Page, context.Broken) = (context.Page, false);
        }

        // A letter and its marks may stand in two runs; runs of one old font are converted together.
        if (font != pendingFont) Flush();
        pendingFont = font;
        pending.Append(more);
    }

    private void Flush()
    {
        var raw = pending.ToString();
        pending.Clear();
        var converted = pendingFont is null ? raw : pendingFont.Convert(raw);
        if (pendingFont is not null && converted != raw)
        {
            context.Draft.Once("font" + pendingFont.Name, () => DocumentFindings.OldFont(context.Draft.File, pendingFont.Name));
            if (!marks.Contains(pendingFont.Mark())) marks.Add(pendingFont.Mark());
        }

        text.Append(converted);
    }

    private void Break(string? type)
    {
        if (type == "page")
        {
            context.BreakPage();
            NewPage |= !started;
        }
        else Put("\n", null);
    }

    private void Symbol(XElement symbol)
    {
        if (DocxSymbols.Of(symbol.Value("font"), symbol.Value("char")) is { } character) Put(character, null);
        else if (!marks.Contains(CellMarks.Symbol)) marks.Add(CellMarks.Symbol);
    }

    private void Field(string? type)
    {
        if (type == "begin" && fields.Count < ReadingLimits.Depth) fields.Push(true);
        else if (fields.Count > 0 && type is "separate" or "end")
        {
            if (fields.Count > 0) fields.Pop();
            if (type == "separate") fields.Push(false);
        }
    }

    private void Note(XElement reference)
    {
        if (reference.Value("id") is not { } id || !context.Notes.TryGetValue(reference.Name.LocalName[..4] + id, out var note)) return;
        marks.Add(CellMarks.Footnote(id, note.Length <= 200 ? note : note[..200] + "…"));
        context.Owe(note);
    }

    // A raised digit after a word is the sign of a footnote typed by hand, or an exponent; both stay recognisable.
    private static string Raised(string text) =>
        text.Length is > 0 and <= 3 && text.All(char.IsAsciiDigit) ? string.Concat(text.Select(c => "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0'])) : text;

    private static XElement? Chosen(XElement alternatives) => alternatives.Child("Choice") ?? alternatives.Child("Fallback");

    // The same box may be written twice, for old and new versions of Word; only the chosen one counts.
    private static IEnumerable<XElement> TextBoxes(XElement drawing)
    {
        var open = new Stack<XElement>([drawing]);
        while (open.TryPop(out var element))
        {
            if (element.Name.LocalName == "txbxContent")
            {
                yield return element;
                continue;
            }

            var children = element.Name.LocalName == "AlternateContent" ? (Chosen(element) is { } chosen ? [chosen] : []) : element.Elements();
            foreach (var child in children.Reverse()) open.Push(child);
        }
    }
}
