using OpenPar.App.Data.Model.Evidence;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Evidence;

/// <summary>How documents are found: without accents, word by word, each word perhaps only begun.</summary>
public static class DocumentIndex
{
    private const int MostWords = 12;

    /// <summary>What stands in the index of a document; its files have their own.</summary>
    public static string Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return VietnameseText.Fold($"{document.Number} {document.Symbol} {document.Issuer} {document.Subject} {document.Type} {document.Signer} {document.Link} "
            + string.Join(' ', document.Revisions.Select(r => r.FileName)));
    }

    /// <summary>The words of a search, folded.</summary>
    public static IReadOnlyList<string> Words(string? search) =>
        [.. VietnameseText.Fold(search).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords)];

    /// <summary>The words as a query of PostgreSQL; they are letters and digits only.</summary>
    public static string Query(IEnumerable<string> words) => string.Join(" & ", words.Select(w => $"'{w}':*"));
}
