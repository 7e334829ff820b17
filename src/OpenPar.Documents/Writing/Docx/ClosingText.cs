using DocumentFormat.OpenXml;

namespace OpenPar.Documents.Writing.Docx;

/// <summary>The last sentences of a paper in the style of its body; the end mark is glued to the last one,
/// which stays with the signature below.</summary>
internal static class ClosingText
{
    /// <summary>One paragraph a text.</summary>
    public static IEnumerable<OpenXmlElement> Of(IReadOnlyList<string> texts) =>
        texts.Select((text, i) => i == texts.Count - 1
            ? new Line(EndMark.Glue(text)) { KeepNext = true }.ToParagraph(OfficialStyles.Body)
            : new Line(text) { KeepNext = text.EndsWith(':') }.ToParagraph(OfficialStyles.Body));
}
