using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenPar.Documents.Writing.Docx;

namespace OpenPar.Documents.Writing.Composed;

/// <summary>Two people who sign side by side, as minutes are signed: the secretary on the left, who presides on the right.</summary>
internal static class CoSignerBlock
{
    public static IEnumerable<OpenXmlElement> Of(IReadOnlyList<string> signers, OfficialPage page)
    {
        if (signers.Count == 0) yield break;
        if (signers.Count != 2) throw new ArgumentException("Two people sign side by side.", nameof(signers));
        yield return new Line("") { Points = 8, KeepNext = true }.ToParagraph(OfficialStyles.Head);
        yield return PlainTable.Of(page.TextWidth / 2, page.TextWidth / 2, (Signer(signers[0]), Signer(signers[1])));
    }

    private static IEnumerable<Paragraph> Signer(string part) =>
    [
        new Line(PaperText.Capitals(part)) { Bold = true, Points = 14 }.ToParagraph(OfficialStyles.Head),
        new Line("(Ký, ghi rõ họ tên)") { Italic = true }.ToParagraph(OfficialStyles.Head),
        new Line("") { Before = 1100 }.ToParagraph(OfficialStyles.Head),
    ];
}
