using System.Net;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;

namespace OpenPar.Web.Tests.Papers;

/// <summary>A Word paper as somebody took it out.</summary>
/// <param name="Words">All it says, feet of pages at the end.</param>
/// <param name="Heads">What stands above the pages, one text for each kind of page of each section.</param>
public sealed partial record TakenPaper(string Words, IReadOnlyList<string> Heads)
{
    /// <summary>Its verification code.</summary>
    public string Code => CodeShape().Match(Words).Groups[1].Value;

    public static async Task<TakenPaper> OfAsync(HttpClient who, string url)
    {
        var response = await who.GetAsync(new Uri(url, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var content = new MemoryStream(await response.Content.ReadAsByteArrayAsync());
        using var document = WordprocessingDocument.Open(content, isEditable: false);
        var main = document.MainDocumentPart!;
        return new TakenPaper(
            main.Document.InnerText + string.Concat(main.FooterParts.Select(part => part.Footer.InnerText)), [.. main.HeaderParts.Select(part => part.Header.InnerText)]);
    }

    [GeneratedRegex("Mã xác thực: ([0-9A-Z-]{24})")]
    private static partial Regex CodeShape();
}
