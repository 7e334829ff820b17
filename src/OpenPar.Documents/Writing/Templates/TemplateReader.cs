using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenPar.Core.Findings;
using OpenPar.Core.Papers;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Writing.Templates;

/// <summary>What came out of checking a template.</summary>
/// <param name="Fields">The fields found, each once, in order.</param>
/// <param name="Findings">Everything found; an error means that the template cannot be used.</param>
public sealed record TemplateReading(IReadOnlyList<string> Fields, IReadOnlyList<Finding> Findings)
{
    /// <summary>True when papers can be made from it.</summary>
    public bool Usable => Findings.All(finding => finding.Severity != Severity.Error);
}

/// <summary>
/// Checks a Word file that is to be the template of a kind of paper: harmless, every field known, every required one there.
/// A bad file gives findings, never an exception.
/// </summary>
public static class TemplateReader
{
    // Field codes of Word that fetch or run something.
    private static readonly string[] ActiveCodes = ["DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "LINK", "RD", "DATABASE", "MACROBUTTON", "EMBED"];

    /// <summary>Checks the file for the kind.</summary>
    public static TemplateReading Check(byte[] content, string fileName, PaperKind kind)
    {
        ArgumentNullException.ThrowIfNull(content);
        var file = Path.GetFileName(fileName) is { Length: > 0 } name ? name : "mau.docx";
        var findings = new List<Finding>(new TemplatePackage(file).Check(content));
        if (findings.Any(finding => finding.Severity == Severity.Error)) return new TemplateReading([], findings);
        var fields = new List<string>();
        try
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);
            if (document.MainDocumentPart is not { Document: not null } main) return new TemplateReading([], [TemplateFindings.NotWord(file)]);
            foreach (var (root, part) in TemplatePlaces.Parts(main)) Read(root, part, file, PaperForm.Of(kind), fields, findings);
            // Some faults show only when a paper is made; better now than in front of the person who needs the paper.
            TemplateFiller.Write(content, PaperSamples.Of(kind), Stream.Null);
        }
        catch (Exception problem) when (problem is OpenXmlPackageException or FileFormatException or InvalidDataException or IOException or XmlException or InvalidOperationException or FormatException)
        {
            // The package was sound as a package; its parts do not fit together as a document.
            return new TemplateReading([], [.. findings, TemplateFindings.Unreadable(file)]);
        }

        findings.AddRange(Missing(file, PaperForm.Of(kind), fields));
        return new TemplateReading([.. fields.Distinct()], findings);
    }

    private static void Read(OpenXmlElement root, string part, string file, PaperForm form, List<string> fields, List<Finding> findings)
    {
        var lists = new Dictionary<TableRow, string>();
        foreach (var (paragraph, where) in TemplatePlaces.Paragraphs(root, part, file))
        {
            var text = new FieldText(paragraph);
            if (text.Unclosed) findings.Add(TemplateFindings.Unclosed(where));
            foreach (var use in text.Uses) Take(use.Name, paragraph, where, form, fields, lists, findings);
            foreach (var control in paragraph.Descendants<SdtRun>()) TakeTag(control, where, form, fields, lists, findings);
            CheckCodes(paragraph, where, findings);
        }

        foreach (var control in root.Descendants<SdtElement>().Where(control => control is not SdtRun)) TakeTag(control, part.Length == 0 ? file : $"{file}: {part}", form, fields, lists, findings);
    }

    private static void Take(
        string name, OpenXmlElement at, string where, PaperForm form, List<string> fields, Dictionary<TableRow, string> lists, List<Finding> findings)
    {
        if (!form.Knows(name))
        {
            findings.Add(TemplateFindings.Unknown(where, name, Nearest(form, name)));
            return;
        }

        fields.Add(name);
        if (name.Split('.') is not [var list, _]) return;
        if (TemplatePlaces.RowOf(at) is not { } row) findings.Add(TemplateFindings.ListOutsideRow(where, name));
        else if (!lists.TryAdd(row, list) && lists[row] != list) findings.Add(TemplateFindings.TwoLists(where));
    }

    private static void TakeTag(
        SdtElement control, string where, PaperForm form, List<string> fields, Dictionary<TableRow, string> lists, List<Finding> findings)
    {
        if (TemplatePlaces.TagOf(control) is not { } tag) return;
        if (form.Knows(tag)) Take(tag, control, where, form, fields, lists, findings);
        else findings.Add(TemplateFindings.UnknownTag(where, tag));
    }

    private static void CheckCodes(Paragraph paragraph, string where, List<Finding> findings)
    {
        var codes = paragraph.Descendants<SimpleField>().Select(field => field.Instruction?.Value ?? "")
            .Append(string.Concat(paragraph.Descendants<FieldCode>().Select(code => code.Text)));
        foreach (var code in codes)
        {
            var words = code.Split([' ', '\t', '"'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Any(word => ActiveCodes.Contains(word, StringComparer.OrdinalIgnoreCase))) findings.Add(TemplateFindings.ActiveField(where, code));
        }
    }

    private static IEnumerable<Finding> Missing(string file, PaperForm form, List<string> fields)
    {
        foreach (var field in form.Fields.Where(field => PaperForm.IsRequired(field.Name) && !fields.Contains(field.Name)))
            yield return TemplateFindings.Missing(file, field.Name, field.Label);
        var main = form.MainList;
        if (!fields.Exists(field => field.StartsWith($"{main.Name}.", StringComparison.Ordinal)))
            yield return TemplateFindings.MissingList(file, main.Name, main.Columns[0].Name);
        var unused = form.Fields.Select(field => field.Name).Where(name => !fields.Contains(name) && !PaperForm.IsRequired(name)).ToList();
        if (unused.Count > 0) yield return TemplateFindings.Unused(file, unused);
    }

    // "{{Tên văn bản}}" and "{{ten_van_bang}}" are near ten_van_ban.
    private static string? Nearest(PaperForm form, string name)
    {
        var wanted = VietnameseText.Fold(name).Replace(' ', '_');
        var all = form.Fields.Select(field => field.Name).Concat(form.Lists.SelectMany(list => list.Columns.Select(column => $"{list.Name}.{column.Name}")));
        return all.Select(known => (known, Distance(known, wanted))).Where(pair => pair.Item2 <= Math.Max(2, wanted.Length / 4)).OrderBy(pair => pair.Item2).Select(pair => pair.known).FirstOrDefault();
    }

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var (diagonal, previous) = (row[0], row[0] = i);
            for (var j = 1; j <= right.Length; j++)
            {
                previous = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = previous;
            }
        }

        return row[^1];
    }
}
