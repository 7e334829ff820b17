using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenPar.Core.Papers;
using OpenPar.Documents.Writing.Docx;

namespace OpenPar.Documents.Writing.Templates;

/// <summary>Puts the mark of invented figures on every page of a paper made from a province's own template.</summary>
internal static class DemonstrationMark
{
    public static void AddTo(MainDocumentPart main)
    {
        foreach (var part in main.HeaderParts) part.Header.Append(Mark());
        foreach (var section in main.Document.Descendants<SectionProperties>().DefaultIfEmpty(Append(main)).OfType<SectionProperties>().ToList())
        {
            Need(main, section, HeaderFooterValues.Default);
            if (section.GetFirstChild<TitlePage>() is not null) Need(main, section, HeaderFooterValues.First);
            if (main.DocumentSettingsPart?.Settings?.GetFirstChild<EvenAndOddHeaders>() is not null) Need(main, section, HeaderFooterValues.Even);
        }
    }

    // A document need not say anything about its page.
    private static SectionProperties? Append(MainDocumentPart main)
    {
        if (main.Document.Descendants<SectionProperties>().Any() || main.Document.Body is not { } body) return null;
        var section = new SectionProperties();
        body.Append(section);
        return section;
    }

    private static void Need(MainDocumentPart main, SectionProperties section, HeaderFooterValues type)
    {
        if (section.Elements<HeaderReference>().Any(reference => string.Equals(reference.Type?.InnerText, new EnumValue<HeaderFooterValues>(type).InnerText, StringComparison.Ordinal))) return;
        var id = $"openparMark{main.HeaderParts.Count()}";
        main.AddNewPart<HeaderPart>(id).Header = new Header(Mark());
        section.PrependChild(new HeaderReference { Type = type, Id = id });
    }

    private static Paragraph Mark() => new(
        new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
        new Line("") { Bold = true, Points = 12, Color = "C00000" }.ToRun([PaperTrace.DemonstrationMark]));
}
