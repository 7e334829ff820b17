using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Features.Evidence;

/// <summary>The library a person may see: everything, or what the own agency added or what proves rows and tasks it answers for. Searched by title and content, without accents.</summary>
public static class ListDocuments
{
    /// <summary>Documents a page.</summary>
    public const int PageSize = 25;

    /// <param name="Search">Words, in any order, with or without accents; the last letters may be missing.</param>
    /// <param name="Show">Which documents.</param>
    /// <param name="Page">Page, from 1.</param>
    public sealed record Query(string? Search, Shown Show = Shown.All, int Page = 1);

    /// <summary>Which documents are wanted.</summary>
    public enum Shown
    {
        /// <summary>All of them.</summary>
        All,

        /// <summary>Those that prove nothing.</summary>
        Unused,

        /// <summary>No longer in force.</summary>
        Expired,

        /// <summary>Gone to the archive.</summary>
        Archived,

        /// <summary>With a file no scanner has looked at, or an infected one.</summary>
        NotScanned,
    }

    public sealed record Item(
        DocumentId Id, string? Number, string? Symbol, string Issuer, DateOnly? IssuedOn, string Subject, string? Type, string? FileName, long? Size, int UsedBy,
        DateOnly? ExpiresOn, DateOnly? ArchiveOn, bool Demonstration)
    {
        /// <summary>Where the words were found in its file; null when its description alone has them.</summary>
        public Snippet? Found { get; init; }
    }

    /// <summary>A document to choose.</summary>
    public sealed record Choice(DocumentId Id, string? Number, string? Symbol, string Subject);

    /// <param name="Search">The words they were searched by; null for the newest.</param>
    /// <param name="Items">The documents.</param>
    /// <param name="More">Whether there are more than are listed.</param>
    public sealed record Choices(string? Search, IReadOnlyList<Choice> Items, bool More);

    /// <param name="Items">The documents of the page.</param>
    /// <param name="Total">How many there are.</param>
    /// <param name="Page">The page, within what there is.</param>
    /// <param name="Pages">How many pages there are, at least one.</param>
    public sealed record Result(IReadOnlyList<Item> Items, int Total, int Page, int Pages);

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        private static readonly Func<OpenParDb, AgencyId, DateOnly, int, IAsyncEnumerable<Choice>> NewestOf = EF.CompileAsyncQuery((OpenParDb db, AgencyId agency, DateOnly today, int most) =>
            db.Documents.AsNoTracking().Where(d => d.AgencyId == agency && (d.ArchiveOn == null || d.ArchiveOn > today)).OrderByDescending(d => d.AddedAt).ThenBy(d => d.Id)
                .Take(most).Select(d => new Choice(d.Id, d.Number, d.Symbol, d.Subject)));

        public async Task<Result> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            var words = DocumentIndex.Words(query.Search);
            // Words of signs alone find nothing; no words at all are no search.
            if (words.Count == 0 && !string.IsNullOrWhiteSpace(query.Search)) return new Result([], 0, 1, 1);
            var found = Found(Wanted(Visible(db, actor), query.Show), words);
            var total = await found.CountAsync(cancellationToken);
            var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
            var page = Math.Clamp(query.Page, 1, pages);
            var items = await Items(found.Skip((page - 1) * PageSize).Take(PageSize)).ToListAsync(cancellationToken);
            return new Result(words.Count == 0 ? items : await WithSnippetsAsync(items, words, cancellationToken), total, page, pages);
        }

        /// <summary>Documents that may still be cited: the newest ones, or those with the words.</summary>
        public async Task<Choices> ChoicesAsync(string? search, CancellationToken cancellationToken)
        {
            const int Most = 20;
            var today = time.Today();
            var words = DocumentIndex.Words(search);
            if (words.Count == 0 && !string.IsNullOrWhiteSpace(search)) return new Choices(search, [], More: false);
            // Without words those the own agency added: by index, however large the library is.
            var choices = words.Count == 0 && actor is { Agency: { } agency } && actor.ScopeOf(Permission.ViewEvidence) == Scope.OwnAgency
                ? await NewestOf(db, agency, today, Most + 1).ToListAsync(cancellationToken)
                : await Found(Visible(db, actor).Where(d => d.ArchiveOn == null || d.ArchiveOn > today), words)
                    .Take(Most + 1).Select(d => new Choice(d.Id, d.Number, d.Symbol, d.Subject)).ToListAsync(cancellationToken);
            return new Choices(search, [.. choices.Take(Most)], choices.Count > Most);
        }

        // The best matches first, else the newest.
        private IOrderedQueryable<Document> Found(IQueryable<Document> documents, IReadOnlyList<string> words)
        {
            if (words.Count == 0) return documents.OrderByDescending(d => d.AddedAt).ThenBy(d => d.Id);
            var asked = DocumentIndex.Query(words);
            return documents
                .Where(d => d.Search.Matches(EF.Functions.ToTsQuery("simple", asked))
                    || d.Revisions.Any(r => db.Files.Any(f => f.Sha256 == r.Sha256 && f.Search.Matches(EF.Functions.ToTsQuery("simple", asked)))))
                .OrderByDescending(d => d.Search.Matches(EF.Functions.ToTsQuery("simple", asked))).ThenByDescending(d => d.AddedAt).ThenBy(d => d.Id);
        }

        private IQueryable<Document> Wanted(IQueryable<Document> documents, Shown show)
        {
            var today = time.Today();
            return show switch
            {
                Shown.Unused => documents.Where(d => !db.Citations.Any(c => c.DocumentId == d.Id) && !db.TaskCitations.Any(c => c.DocumentId == d.Id)),
                Shown.Expired => documents.Where(d => d.ExpiresOn != null && d.ExpiresOn < today),
                Shown.Archived => documents.Where(d => d.ArchiveOn != null && d.ArchiveOn <= today),
                Shown.NotScanned => documents.Where(d => d.Revisions.Any(r => db.Files.Any(f => f.Sha256 == r.Sha256 && f.Scan != ScanState.Clean))),
                _ => documents,
            };
        }

        private IQueryable<Item> Items(IQueryable<Document> documents) => documents.Select(d => new Item(
            d.Id, d.Number, d.Symbol, d.Issuer, d.IssuedOn, d.Subject, d.Type,
            d.Revisions.OrderByDescending(r => r.Id).Select(r => r.FileName).FirstOrDefault(),
            d.Revisions.OrderByDescending(r => r.Id).Select(r => (long?)r.Size).FirstOrDefault(),
            db.Citations.Count(c => c.DocumentId == d.Id) + db.TaskCitations.Count(c => c.DocumentId == d.Id), d.ExpiresOn, d.ArchiveOn, d.Demonstration));

        private async Task<IReadOnlyList<Item>> WithSnippetsAsync(List<Item> items, IReadOnlyList<string> words, CancellationToken cancellationToken)
        {
            var ids = items.Select(i => i.Id).ToList();
            var asked = DocumentIndex.Query(words);
            var texts = await (
                from revision in db.Revisions
                where ids.Contains(revision.DocumentId)
                join file in db.Files on revision.Sha256 equals file.Sha256
                where file.Search.Matches(EF.Functions.ToTsQuery("simple", asked))
                orderby revision.Id
                select new { revision.DocumentId, file.Text, file.Folded }).AsNoTracking().ToListAsync(cancellationToken);
            var newest = texts.GroupBy(t => t.DocumentId).ToDictionary(g => g.Key, g => g.Last());
            return [.. items.Select(i => newest.TryGetValue(i.Id, out var text) ? i with { Found = Snippet.Of(text.Text ?? "", text.Folded ?? "", words) } : i)];
        }
    }

    /// <summary>The documents within the scope of a person.</summary>
    public static IQueryable<Document> Visible(OpenParDb db, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var documents = db.Documents.AsNoTracking();
        var agency = actor.Agency;
        return actor.ScopeOf(Permission.ViewEvidence) switch
        {
            Scope.Province => documents,
            // Gathered from the agency's side: asking every document of the province whether it belongs costs the whole library each time.
            Scope.OwnAgency => agency is null ? documents.Where(_ => false) : documents.Where(d => db.Documents.Where(own => own.AgencyId == agency).Select(own => own.Id)
                .Union(from owner in db.RowOwners where owner.AgencyId == agency join citation in db.Citations on owner.RowId equals citation.RowId select citation.DocumentId)
                .Union(from duty in db.PlanRowAgencies where duty.AgencyId == agency join citation in db.TaskCitations on duty.RowId equals citation.PlanRowId select citation.DocumentId)
                .Contains(d.Id)),
            _ => documents.Where(_ => false),
        };
    }
}
