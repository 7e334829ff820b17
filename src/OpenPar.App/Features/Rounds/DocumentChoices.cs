using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Features.Evidence;

namespace OpenPar.App.Features.Rounds;

/// <summary>Documents of the library a person may name beside a session or a bonus.</summary>
public static class DocumentChoices
{
    /// <summary>Documents offered at most, the newest first.</summary>
    public const int Offered = 100;

    public static async Task<List<ShowCouncil.DocumentChoice>> OfAsync(OpenParDb db, Actor actor, CancellationToken cancellationToken)
    {
        var documents = await ListDocuments.Visible(db, actor).OrderByDescending(d => d.AddedAt).Take(Offered)
            .Select(d => new { d.Id, d.Number, d.Symbol, d.Subject }).ToListAsync(cancellationToken);
        return [.. documents.Select(d => new ShowCouncil.DocumentChoice(d.Id, string.Join(' ', new[] { string.Join('/', new[] { d.Number, d.Symbol }.OfType<string>()), d.Subject }.Where(t => t.Length > 0))))];
    }
}
