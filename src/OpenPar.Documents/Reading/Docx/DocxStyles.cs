using OpenPar.Documents.Reading.Package;

namespace OpenPar.Documents.Reading.Docx;

/// <summary>What a style says about numbering, fonts and hiding, its ancestors included.</summary>
internal sealed record DocxStyle(string? BasedOn, int? NumberId, int? Level, string? Font, bool? Hidden);

/// <summary>The styles of a Word file, as far as they change what is read.</summary>
internal sealed class DocxStyles
{
    private const int Generations = 20;
    private readonly Dictionary<string, DocxStyle> byId = new(StringComparer.Ordinal);
    private string? standard;
    private string? documentFont;

    public static DocxStyles Read(OpenPackage package, string? part)
    {
        var styles = new DocxStyles();
        using var reader = package.Xml(part);
        if (reader is null) return styles;
        reader.MoveToContent();
        reader.Children(name =>
        {
            if (name == "style") styles.Add(reader.Tree(2_000, out _));
            else if (name == "docDefaults") styles.documentFont = Font(reader.Tree(2_000, out _).Child("rPrDefault").Child("rPr").Child("rFonts"));
            else reader.Skip();
        });
        return styles;
    }

    /// <summary>Numbering a paragraph style gives: list and level, either perhaps from an ancestor.</summary>
    public (int? Id, int? Level) Numbering(string? style)
    {
        int? level = null;
        foreach (var each in Chain(style ?? standard))
        {
            level ??= each.Level;
            if (each.NumberId is { } id) return (id, level);
        }

        return (null, level);
    }

    /// <summary>Font of text of a style; without a style, of the document.</summary>
    public string? FontOf(string? style) => Chain(style).Select(each => each.Font).FirstOrDefault(font => font is not null);

    public string? FontOfParagraph(string? style) => FontOf(style ?? standard) ?? documentFont;

    public bool IsHidden(string? style) => Chain(style).Select(each => each.Hidden).FirstOrDefault(hidden => hidden is not null) ?? false;

    public static string? Font(System.Xml.Linq.XElement? fonts) => fonts.Value("ascii") ?? fonts.Value("hAnsi") ?? fonts.Value("cs");

    private void Add(System.Xml.Linq.XElement style)
    {
        if (style.Value("styleId") is not { } id || byId.Count >= ReadingLimits.PackageEntries) return;
        var (paragraph, run) = (style.Child("pPr"), style.Child("rPr"));
        bool? hidden = run.Child("vanish") is null ? null : run.IsOn("vanish");
        byId.TryAdd(id, new DocxStyle(style.Child("basedOn").Value("val"), paragraph.Child("numPr").Child("numId").Number("val"), paragraph.Child("numPr").Child("ilvl").Number("val"), Font(run.Child("rFonts")), hidden));
        if (style.Value("type") == "paragraph" && style.Value("default") is "1" or "true" or "on") standard ??= id;
    }

    // A style that is its own ancestor ends after a few generations.
    private IEnumerable<DocxStyle> Chain(string? id)
    {
        for (var i = 0; i < Generations && id is not null && byId.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn;
        }
    }
}
