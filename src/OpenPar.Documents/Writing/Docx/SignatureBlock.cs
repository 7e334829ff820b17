using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenPar.Core.Papers;

namespace OpenPar.Documents.Writing.Docx;

/// <summary>Receivers on the left (12 points bold italic, the list 11 points), the signer on the right, on one page.</summary>
internal static class SignatureBlock
{
    /// <summary>The block with room for signature and seal.</summary>
    public static IEnumerable<OpenXmlElement> Of(PaperSignature signature, OfficialPage page)
    {
        yield return new Line("") { Points = 8, KeepNext = true }.ToParagraph(OfficialStyles.Head);
        var left = page.TextWidth * 45 / 100;
        yield return PlainTable.Of(left, page.TextWidth - left, (Receivers(signature.Recipients), Signer(signature)));
    }

    /// <summary>The receivers alone, where others sign.</summary>
    public static IEnumerable<OpenXmlElement> ReceiversOnly(PaperSignature signature) => Receivers(signature.Recipients);

    private static IEnumerable<OpenXmlElement> Receivers(IReadOnlyList<string> recipients)
    {
        yield return Small("Nơi nhận:", 12, strong: true);
        IReadOnlyList<string> all = recipients.Count == 0 ? ["Như trên", "Lưu: VT"] : recipients;
        for (var i = 0; i < all.Count; i++)
        {
            var text = string.Join(' ', PaperText.Lines(all[i])).TrimEnd('.', ';', ' ');
            yield return Small($"- {text}{(i == all.Count - 1 ? "." : ";")}", 11, strong: false);
        }
    }

    private static IEnumerable<OpenXmlElement> Signer(PaperSignature signature)
    {
        if (!string.IsNullOrWhiteSpace(signature.Authority)) yield return Strong(PaperText.Capitals(signature.Authority));
        yield return Strong(PaperText.Capitals(signature.PositionText));
        if (string.IsNullOrWhiteSpace(signature.Name))
            yield return new Line("(Ký, ghi rõ họ tên, đóng dấu)") { Italic = true }.ToParagraph(OfficialStyles.Head);
        yield return new Line("") { Before = 1100 }.ToParagraph(OfficialStyles.Head);
        if (!string.IsNullOrWhiteSpace(signature.Name)) yield return Strong(signature.Name);
    }

    private static Paragraph Strong(string text) => new Line(text) { Bold = true, Points = 14 }.ToParagraph(OfficialStyles.Head);

    private static Paragraph Small(string text, decimal points, bool strong) =>
        new Line(text) { Bold = strong, Italic = strong, Points = points, Align = HorizontalAlign.Left }.ToParagraph(OfficialStyles.Head);
}
