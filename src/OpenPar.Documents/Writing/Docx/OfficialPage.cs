using DocumentFormat.OpenXml.Wordprocessing;

namespace OpenPar.Documents.Writing.Docx;

/// <summary>
/// The page of Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, 20 mm above and below, 30 mm left, 15–20 mm right. Lengths in twips (1/20 point).
/// </summary>
/// <param name="Landscape">True for wide annexes.</param>
public sealed record OfficialPage(bool Landscape)
{
    /// <summary>Upright page for letters and decisions.</summary>
    public static OfficialPage Portrait { get; } = new(false);

    /// <summary>The page turned, for wide tables.</summary>
    public static OfficialPage Wide { get; } = new(true);

    private const uint Short = 11906;
    private const uint Long = 16838;

    /// <summary>20 mm above and below.</summary>
    public const int TopAndBottom = 1134;

    /// <summary>30 mm on the side that is bound.</summary>
    public const int Left = 1701;

    /// <summary>15 mm on the wide page, 20 mm on the upright one.</summary>
    public int Right => Landscape ? 851 : 1134;

    /// <summary>Width between the margins.</summary>
    public int TextWidth => (int)(Landscape ? Long : Short) - Left - Right;

    /// <summary>The section with its page number above (not on the first page) and its trace below; further sections count anew.</summary>
    internal SectionProperties Section(int number)
    {
        var section = new SectionProperties(
            Header(HeaderFooterValues.Default, PageFurniture.IdOf(number, PageFurniture.Above)),
            Header(HeaderFooterValues.First, PageFurniture.IdOf(number, PageFurniture.AboveFirst)),
            Footer(HeaderFooterValues.Default, PageFurniture.IdOf(number, PageFurniture.Below)),
            Footer(HeaderFooterValues.First, PageFurniture.IdOf(number, PageFurniture.BelowFirst)),
            new PageSize
            {
                Width = Landscape ? Long : Short,
                Height = Landscape ? Short : Long,
                Orient = Landscape ? PageOrientationValues.Landscape : PageOrientationValues.Portrait,
            },
            new PageMargin { Top = TopAndBottom, Bottom = TopAndBottom, Left = Left, Right = (uint)Right, Header = 340, Footer = 454, Gutter = 0 });
        if (number > 0) section.Append(new PageNumberType { Start = 1 });
        section.Append(new TitlePage());
        return section;
    }

    private static HeaderReference Header(HeaderFooterValues type, string id) => new() { Type = type, Id = id };

    private static FooterReference Footer(HeaderFooterValues type, string id) => new() { Type = type, Id = id };
}
