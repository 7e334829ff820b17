using OpenPar.Documents.Reading.Fonts;
using OpenPar.Documents.Reading.Package;

namespace OpenPar.Documents.Reading.Xlsx;

/// <summary>How the cells of a workbook show their values: number formats, and fonts as far as they change letters.</summary>
internal sealed class XlsxStyles
{
    private const int Most = 70_000;
    private readonly bool date1904;
    private readonly Dictionary<int, string> codes = [];
    private readonly List<OldFont?> fonts = [];
    private readonly List<(int Format, int Font)> looks = [];
    private readonly Dictionary<int, NumberFormat> formats = [];

    private XlsxStyles(bool date1904) => this.date1904 = date1904;

    public static XlsxStyles Read(OpenPackage package, string? part, bool date1904)
    {
        var styles = new XlsxStyles(date1904);
        using var reader = package.Xml(part);
        if (reader is null) return styles;
        reader.MoveToContent();
        reader.Children(name =>
        {
            switch (name)
            {
                case "numFmts" or "fonts" or "cellXfs": reader.Children(_ => styles.Add(name, reader)); break;
                default: reader.Skip(); break;
            }
        });
        return styles;
    }

    public OldFont? Font(int style) => style >= 0 && style < looks.Count && looks[style].Font is var font && font >= 0 && font < fonts.Count ? fonts[font] : null;

    public NumberFormat Format(int style)
    {
        var id = style >= 0 && style < looks.Count ? looks[style].Format : 0;
        if (formats.TryGetValue(id, out var known)) return known;
        return formats[id] = new NumberFormat(codes.GetValueOrDefault(id) ?? NumberFormat.BuiltIn(id) ?? "General", date1904);
    }

    private void Add(string kind, System.Xml.XmlReader reader)
    {
        var element = reader.Tree(500, out _);
        if (looks.Count + fonts.Count + codes.Count > Most) return;
        if (kind == "numFmts" && element.Number("numFmtId") is { } id && element.Value("formatCode") is { Length: <= 300 } code) codes.TryAdd(id, code);
        else if (kind == "fonts") fonts.Add(OldFont.Of(element.Child("name").Value("val")));
        else if (kind == "cellXfs") looks.Add((element.Number("numFmtId") ?? 0, element.Number("fontId") ?? -1));
    }
}
