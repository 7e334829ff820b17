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
        private static readonly Func<OpenParDb, string, DocumentId?, IAsyncEnumerable<Candidate>> WithBytes = EF.CompileAsyncQuery((OpenParDb db, string sha256, DocumentId? except) =>
            db.Documents.AsNoTracking().Where(d => db.Revisions.Any(r => r.Sha256 == sha256 && r.DocumentId == d.Id) && d.Id != except).OrderBy(d => d.AddedAt).Take(20)
                .Select(d => new Candidate(d.Id, d.Number, d.Symbol, d.Issuer, d.Subject)));

        private static readonly Func<OpenParDb, string, DocumentId?, IAsyncEnumerable<Candidate>> Numbered = EF.CompileAsyncQuery((OpenParDb db, string number, DocumentId? except) =>
            db.Documents.AsNoTracking().Where(d => d.Id != except && d.Number!.TrimStart('0') == number).OrderBy(d => d.AddedAt).Take(200)
                .Select(d => new Candidate(d.Id, d.Number, d.Symbol, d.Issuer, d.Subject)));

        public async Task<IReadOnlyList<Duplicate>> HandleAsync(DocumentDescription description, string? sha256, DocumentId? except, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(description);
            var number = description.Number?.Trim().TrimStart('0');
            // Two questions, each with an index of its own: asked as one they go through the whole library.
            var candidates = sha256 is null ? [] : await WithBytes(db, sha256, except).ToListAsync(cancellationToken);
            var same = candidates.Select(c => c.Id).ToHashSet();
            var numbered = string.IsNullOrEmpty(number) ? [] : await Numbered(db, number, except).ToListAsync(cancellationToken);
            candidates.AddRange(numbered.Where(c => !same.Contains(c.Id) && Equal(c.Symbol, description.Symbol) && Equal(c.Issuer, description.Issuer)));
            if (candidates.Count == 0) return [];
            var found = candidates.Take(20).ToList();
            var ids = found.Select(f => f.Id).ToList();
            var visible = await ListDocuments.Visible(db, actor).Where(d => ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancellationToken);
            return [.. found.Select(f => new Duplicate(f.Id, visible.Contains(f.Id) ? DocumentName.Of(f.Number, f.Symbol, f.Subject) : null, same.Contains(f.Id)))];
        }

        private static bool Equal(string? left, string? right) => VietnameseText.Fold(left) == VietnameseText.Fold(right);

        private sealed record Candidate(DocumentId Id, string? Number, string? Symbol, string Issuer, string Subject);
    }
}
