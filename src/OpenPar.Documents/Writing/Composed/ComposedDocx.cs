using DocumentFormat.OpenXml;
using OpenPar.Core.Papers;
using OpenPar.Documents.Writing.Docx;

namespace OpenPar.Documents.Writing.Composed;

/// <summary>
/// A paper made of blocks as a Word file (layout of Nghị định 30/2020/NĐ-CP): head, title, body, signature, then each annex
/// in a wide section of its own.
/// </summary>
public static class ComposedDocx
{
    /// <summary>Writes the paper; the same paper gives the same bytes. The stream need not be seekable and stays open.</summary>
    public static void Write(ComposedPaper paper, Stream target)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var properties = PaperProperties.Of(paper.Name, paper.Reference ?? "", paper.Heading, paper.Trace);
        var page = paper.Landscape ? OfficialPage.Wide : OfficialPage.Portrait;
        OfficialDocument.Write(
            [new OfficialSection(Main(paper, page), page), .. paper.Annexes.Select(annex => new OfficialSection(Annex(annex, paper), OfficialPage.Wide))],
            paper.Trace, properties, target);
    }

    private static List<OpenXmlElement> Main(ComposedPaper paper, OfficialPage page)
    {
        var signed = paper.Signature is not null || paper.CoSigners.Count > 0;
        return
        [
            .. paper.ShowsHeading ? (OpenXmlElement[])[LetterHead.Of(paper.Heading, page)] : [],
            .. TitleBlock.Of(paper.Title, About(paper.Subject, paper.Reference), page),
            .. ComposedBlocks.Of(paper.Blocks, page, paper.Rounding, endMark: signed),
            .. CoSignerBlock.Of(paper.CoSigners, page),
            .. paper.Signature is not { } signature ? [] : paper.CoSigners.Count > 0 ? SignatureBlock.ReceiversOnly(signature) : SignatureBlock.Of(signature, page),
        ];
    }

    private static List<OpenXmlElement> Annex(PaperAnnex annex, ComposedPaper paper) =>
    [
        .. TitleBlock.Of(annex.Title, About(annex.Subject, annex.ReferenceTo(paper)), OfficialPage.Wide),
        .. ComposedBlocks.Of(annex.Blocks, OfficialPage.Wide, paper.Rounding, endMark: false),
    ];

    private static List<Line> About(string? subject, string? reference)
    {
        var lines = new List<Line>();
        if (!string.IsNullOrWhiteSpace(subject)) lines.Add(new Line(subject) { Bold = true, Points = 14 });
        if (!string.IsNullOrWhiteSpace(reference)) lines.Add(new Line($"({string.Join(' ', PaperText.Lines(reference))})") { Italic = true });
        return lines;
    }
}
