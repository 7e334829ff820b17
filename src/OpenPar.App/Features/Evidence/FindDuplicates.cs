using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Evidence;

/// <summary>Documents that are there already: the same number, symbol and issuer (Nghị định 30/2020, phụ lục VI), or the same bytes.</summary>
public static class FindDuplicates
{
    /// <param name="Document">The document that is there.</param>
    /// <param name="Name">Number, symbol and subject; null when the person may not see it.</param>
    /// <param name="SameBytes">The same file; otherwise the same number, symbol and issuer.</param>
    public sealed record Duplicate(DocumentId Document, string? Name, bool SameBytes);

    public sealed class Handler(OpenParDb db, Actor actor)
    {
        public async Task<IReadOnlyList<Duplicate>> HandleAsync(DocumentDescription description, string? sha256, DocumentId? except, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(description);
            var number = description.Number?.Trim().TrimStart('0');
            var candidates = await db.Documents.AsNoTracking()
                .Where(d => d.Id != except && ((number != null && number != "" && d.Number != null && d.Number.TrimStart('0') == number)
                    || (sha256 != null && d.Revisions.Any(r => r.Sha256 == sha256))))
                .OrderBy(d => d.AddedAt).Take(200)
                .Select(d => new { d.Id, d.Number, d.Symbol, d.Issuer, d.Subject, Same = sha256 != null && d.Revisions.Any(r => r.Sha256 == sha256) }).ToListAsync(cancellationToken);
            var found = candidates.Where(c => c.Same || (Equal(c.Symbol, description.Symbol) && Equal(c.Issuer, description.Issuer))).Take(20).ToList();
            var ids = found.Select(f => f.Id).ToList();
            var visible = await ListDocuments.Visible(db, actor).Where(d => ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancellationToken);
            return [.. found.Select(f => new Duplicate(f.Id, visible.Contains(f.Id) ? DocumentName.Of(f.Number, f.Symbol, f.Subject) : null, f.Same))];
        }

        private static bool Equal(string? left, string? right) => VietnameseText.Fold(left) == VietnameseText.Fold(right);
    }
}
