using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenPar.Core.Papers;

namespace OpenPar.Documents.Writing.Docx;

/// <summary>Blocks on one kind of page.</summary>
/// <param name="Blocks">Paragraphs and tables.</param>
/// <param name="Page">The page.</param>
internal sealed record OfficialSection(IReadOnlyList<OpenXmlElement> Blocks, OfficialPage Page);

/// <summary>Assembles blocks into a Word file. The same blocks give the same bytes.</summary>
internal static class OfficialDocument
{
    /// <summary>Writes one section of blocks on the given page.</summary>
    public static void Write(
        IEnumerable<OpenXmlElement> blocks, OfficialPage page, PaperTrace trace, PaperProperties properties, Stream target) =>
        Write([new OfficialSection([.. blocks], page)], trace, properties, target);

    /// <summary>Writes sections, each from a new page of its own kind and with its own page numbers.</summary>
    public static void Write(IReadOnlyList<OfficialSection> sections, PaperTrace trace, PaperProperties properties, Stream target)
    {
        using var package = new MemoryStream();
        using (var document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            var main = document.AddNewPart<MainDocumentPart>(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = OfficialStyles.All();
            main.AddNewPart<DocumentSettingsPart>("rId2").Settings = Settings();
            var body = new Body();
            for (var i = 0; i < sections.Count; i++)
            {
                PageFurniture.AddTo(main, trace, sections[i].Page.TextWidth, i);
                var end = Append(body, sections[i].Blocks);
                if (i == sections.Count - 1) body.Append(sections[i].Page.Section(i));
                else (end.ParagraphProperties ??= new ParagraphProperties()).Append(sections[i].Page.Section(i));
            }

            main.Document = new Document(body);
            properties.WriteTo(document.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rId2"));
        }

        StablePackage.Copy(package, target);
    }

    // A section ends in a paragraph, which must not be that of a table; Word needs one to stand on.
    private static Paragraph Append(Body body, IReadOnlyList<OpenXmlElement> blocks)
    {
        body.Append(blocks);
        if (body.LastChild is Paragraph last) return last;
        var end = new Line("").ToParagraph(OfficialStyles.Head);
        // As low as a line can be, so that a full page does not get an empty one behind it.
        end.ParagraphProperties!.Append(new SpacingBetweenLines { Before = "0", After = "0", Line = "20", LineRule = LineSpacingRuleValues.Exact });
        end.ParagraphProperties.Append(new ParagraphMarkRunProperties(new FontSize { Val = "2" }));
        body.Append(end);
        return end;
    }

    private static Settings Settings() => new(
        new DefaultTabStop { Val = 567 },
        new Compatibility(new CompatibilitySetting
        {
            // Without it Word opens the file in the layout of 2007 and says so in its title bar.
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }),
        new ThemeFontLanguages { Val = "vi-VN" });
}
