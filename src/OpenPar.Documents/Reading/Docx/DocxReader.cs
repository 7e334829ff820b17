using System.Xml;
using OpenPar.Documents.Reading.Package;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Docx;

/// <summary>
/// Reads a Word file: its body with tables, lists as Word numbers them, and footnotes. Headers and footers are left out;
/// tracked changes count as accepted.
/// </summary>
internal static class DocxReader
{
    public static void Read(OpenPackage package, string part, DocumentDraft draft)
    {
        draft.Kind = SourceKind.Word;
        var relations = Relationships.Of(package, part);
        relations.Report(draft);
        var styles = DocxStyles.Read(package, relations.Part("styles"));
        var numbering = DocxNumbering.Read(package, relations.Part("numbering"));
        // Notes count their own lists and pages, so they are read in a context of their own.
        var notes = new DocxContext(draft, styles, numbering);
        Notes(package, relations.Part("footnotes"), "foot", notes);
        Notes(package, relations.Part("endnotes"), "endn", notes);
        var context = new DocxContext(draft, styles, numbering) { Page = HasPages(package, part) ? 1 : null };
        foreach (var (id, text) in notes.Notes) context.Notes[id] = text;
        Body(package, part, context);
    }

    private static void Body(OpenPackage package, string part, DocxContext context)
    {
        using var reader = package.Xml(part);
        if (reader is null) return;
        var body = new DocxBody(context);
        while (reader.Read())
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "body" }) continue;
            body.Blocks(reader, block =>
            {
                context.Draft.Add(block);
                foreach (var note in context.TakeDue()) context.Draft.Add(new TextBlock(note, block.Place) { Footnote = true });
            });
            break;
        }

        // A file that ends in the middle must not pass for a whole one.
        while (reader.Read()) reader.Skip();
    }

    private static void Notes(OpenPackage package, string? part, string kind, DocxContext context)
    {
        using var reader = package.Xml(part);
        if (reader is null) return;
        var body = new DocxBody(context);
        reader.MoveToContent();
        reader.Children(name =>
        {
            var (id, type) = (reader.Attribute("id"), reader.Attribute("type"));
            if (name is not ("footnote" or "endnote") || id is null || type is "separator" or "continuationSeparator" || context.Notes.Count >= ReadingLimits.PackageEntries)
            {
                reader.Skip();
                return;
            }

            var lines = new List<string>();
            body.Blocks(reader, block => lines.Add(block is TextBlock text ? text.Text : string.Join('\t', ((Table)block).Cells.Select(cell => cell.Text))));
            context.Notes.TryAdd(kind + id, string.Join('\n', lines));
        });
    }

    // Word leaves marks where pages began when it last laid the file out; without them pages are unknown.
    private static bool HasPages(OpenPackage package, string part)
    {
        using var reader = package.Xml(part);
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "lastRenderedPageBreak" }) return true;
        }

        return false;
    }
}
