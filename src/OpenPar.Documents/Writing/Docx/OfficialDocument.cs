using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenPar.Core.Papers;

namespace OpenPar.Documents.Writing.Docx;

/// <summary>Assembles blocks into a Word file. The same blocks give the same bytes.</summary>
internal static class OfficialDocument
{
    /// <summary>Writes one section of blocks on the given page.</summary>
    public static void Write(
        IEnumerable<OpenXmlElement> blocks, OfficialPage page, PaperTrace trace, PaperProperties properties, Stream target)
    {
        using var package = new MemoryStream();
        using (var document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            var main = document.AddNewPart<MainDocumentPart>(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = OfficialStyles.All();
            main.AddNewPart<DocumentSettingsPart>("rId2").Settings = Settings();
            PageFurniture.AddTo(main, trace, page.TextWidth);
            var body = new Body(blocks);
            // A table may not be the last thing before the section: Word needs a paragraph to stand on.
            if (body.LastChild is not Paragraph) body.Append(new Line("") { Points = 1 }.ToParagraph(OfficialStyles.Head));
            body.Append(page.Section());
            main.Document = new Document(body);
            properties.WriteTo(document.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rId2"));
        }

        StablePackage.Copy(package, target);
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
