using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenPar.Core.Papers;

namespace OpenPar.Documents.Writing.Docx;

/// <summary>
/// The head of an official paper (Nghị định 30/2020/NĐ-CP, Điều 8, Phụ lục I): a borderless table of 2 × 2. Row one holds
/// the agencies and the national title, row two number and date, so that both stand on one line however long a name is.
/// </summary>
internal static class LetterHead
{
    private const string State = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    private const string Motto = "Độc lập - Tự do - Hạnh phúc";

    /// <summary>The head for a page of this width.</summary>
    public static Table Of(PaperHeading heading, OfficialPage page)
    {
        // The national title stays on one line: its column is never narrower than the title and a little air.
        var right = Math.Max(page.TextWidth * 55 / 100, TimesMetrics.Width(State, 13, bold: true) + 200);
        var left = page.TextWidth - right;
        var issuing = PaperText.Lines(PaperText.Capitals(heading.IssuingAgency));
        var longest = issuing.Count == 0 ? 0 : issuing.Max(line => Math.Min(left, TimesMetrics.Width(line, 13, bold: true)));
        return PlainTable.Of(left, right,
            ([.. Superior(heading), Head(string.Join('\n', issuing), bold: true), Rule.Of(longest * 2 / 5, left)],
             [Head(State, bold: true), Head(Motto, bold: true, points: 14), Rule.Of(TimesMetrics.Width(Motto, 14, bold: true), right)]),
            ([Head(heading.NumberLine(), before: 100)], [Head(heading.PlaceAndDate(), italic: true, points: 14, before: 100)]));
    }

    private static IEnumerable<OpenXmlElement> Superior(PaperHeading heading) =>
        string.IsNullOrWhiteSpace(heading.SuperiorAgency) ? [] : [Head(PaperText.Capitals(heading.SuperiorAgency))];

    private static Paragraph Head(string text, bool bold = false, bool italic = false, decimal points = 13, int? before = null) =>
        new Line(text) { Bold = bold, Italic = italic, Points = points, Before = before }.ToParagraph(OfficialStyles.Head);
}
