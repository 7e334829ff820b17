using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Papers;
using OpenPar.Documents.Writing.Composed;
using OpenPar.Documents.Writing.Docx;

namespace OpenPar.Documents.Writing.Templates;

/// <summary>Makes a paper from a template that <see cref="TemplateReader"/> found usable.</summary>
public static class TemplateFiller
{
    /// <summary>Writes the paper; the same template and paper give the same bytes. The stream need not be seekable and stays open.</summary>
    public static void Write(byte[] template, Paper paper, Stream target)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(paper);
        var content = paper.Content();
        using var package = new MemoryStream();
        package.Write(template);
        package.Position = 0;
        using (var document = WordprocessingDocument.Open(package, isEditable: true))
        {
            var main = document.MainDocumentPart!;
            var values = content.Values.Append(PaperFields.CodeOf(paper.Trace)).ToDictionary(value => value.Name, value => value.Text);
            foreach (var field in PaperForm.Of(paper.Kind).Fields) values.TryAdd(field.Name, "");
            foreach (var (root, _) in TemplatePlaces.Parts(main)) Fill(root, values, content.Tables, paper.Rounding);
            if (paper.Trace.Demonstration) DemonstrationMark.AddTo(main);
        }

        StablePackage.Copy(package, target);
    }

    private static void Fill(OpenXmlElement root, Dictionary<string, string> values, IReadOnlyList<PaperTable> tables, OutputRounding rounding)
    {
        foreach (var list in tables.GroupBy(table => table.Name))
        {
            foreach (var row in root.Descendants<TableRow>().Where(row => Shows(row, list.Key)).ToList()) Repeat(row, [.. list], rounding);
        }

        Put(root, name => values.GetValueOrDefault(name), bold: false);
    }

    private static bool Shows(TableRow row, string list)
    {
        var prefix = $"{list}.";
        return row.Descendants<Paragraph>().Where(paragraph => TemplatePlaces.RowOf(paragraph) == row).Any(paragraph => new FieldText(paragraph).Uses.Any(use => use.Name.StartsWith(prefix, StringComparison.Ordinal)))
            || row.Descendants<SdtElement>().Any(control => TemplatePlaces.RowOf(control) == row && TemplatePlaces.TagOf(control)?.StartsWith(prefix, StringComparison.Ordinal) == true);
    }

    // Tables of one name are parts of one list; where there are several, the title of each goes before its rows.
    private static void Repeat(TableRow row, List<PaperTable> parts, OutputRounding rounding)
    {
        var table = parts[0];
        var items = parts.SelectMany(part => (parts.Count > 1 && part.Title.Length > 0 ? [TitleOf(part)] : (PaperRow[])[]).Concat(part.Rows).Select(item => (part, item))).ToList();
        foreach (var (part, item) in items)
        {
            var copy = (TableRow)row.CloneNode(deep: true);
            Clean(copy);
            row.InsertBeforeSelf(copy);
            Put(copy, name => ValueOf(name, part, item, rounding), bold: item.Look != PaperRowLook.Plain);
        }

        if (items.Count > 0)
        {
            row.Remove();
            return;
        }

        // An empty list says so in the first of its cells.
        var said = false;
        Put(row, name =>
        {
            if (!name.StartsWith($"{table.Name}.", StringComparison.Ordinal)) return null;
            var text = said ? "" : table.WhenEmpty;
            said = true;
            return text;
        }, bold: false);
    }

    private static PaperRow TitleOf(PaperTable part) =>
        new(PaperRowLook.Section, [PaperCell.Empty, PaperCell.Of(part.Title), .. Enumerable.Repeat(PaperCell.Empty, part.Columns.Count - 2)]);

    private static string? ValueOf(string name, PaperTable table, PaperRow row, OutputRounding rounding)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (name == $"{table.Name}.{table.Columns[i].Name}") return CellText.Of(row.Cells[i], table.Columns[i].Kind, rounding);
        }

        // A paper may leave out a column that none of its rows fills.
        return name.StartsWith($"{table.Name}.", StringComparison.Ordinal) ? "" : null;
    }

    private static void Put(OpenXmlElement root, Func<string, string?> valueOf, bool bold)
    {
        foreach (var paragraph in root.Descendants<Paragraph>().ToList()) new FieldText(paragraph).Fill(valueOf, bold);
        foreach (var control in root.Descendants<SdtElement>().ToList())
        {
            if (TemplatePlaces.TagOf(control) is { } tag && valueOf(tag) is { } value) PutInto(control, value);
        }
    }

    private static void PutInto(SdtElement control, string value)
    {
        control.SdtProperties?.RemoveAllChildren<ShowingPlaceholder>();
        var texts = control.Descendants<Text>().ToList();
        if (texts.Count == 0)
        {
            var run = new Line("").ToRun(PaperText.Lines(value));
            if (control.Descendants<Paragraph>().FirstOrDefault() is { } paragraph) paragraph.Append(run);
            else if (control.GetFirstChild<SdtContentRun>() is { } content) content.Append(run);
            return;
        }

        // The placeholder's grey look goes with the placeholder.
        if (texts[0].Parent is Run { RunProperties.RunStyle: { } style }) style.Remove();
        foreach (var text in texts.Skip(1)) text.Text = "";
        texts[0].Text = string.Join(' ', PaperText.Lines(value));
        texts[0].Space = SpaceProcessingModeValues.Preserve;
    }

    // Marks and numbers that may stand once in a document only.
    private static void Clean(TableRow copy)
    {
        foreach (var mark in copy.Descendants().Where(e => e is BookmarkStart or BookmarkEnd).ToList()) mark.Remove();
        foreach (var element in copy.Descendants().Prepend(copy))
        {
            foreach (var attribute in element.GetAttributes().Where(a => a.LocalName is "paraId" or "textId").ToList()) element.RemoveAttribute(attribute.LocalName, attribute.NamespaceUri);
        }

        foreach (var id in copy.Descendants<SdtId>().ToList()) id.Remove();
    }
}
