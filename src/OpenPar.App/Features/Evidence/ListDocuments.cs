using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.Core.Accounts;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Evidence;

/// <summary>The library a person may see: everything, or what the own agency added or cited.</summary>
public static class ListDocuments
{
    public sealed record Item(
        DocumentId Id, string? Number, string? Symbol, string Issuer, DateOnly? IssuedOn, string Subject, string? Type, string? FileName, long? Size, int UsedBy, bool Demonstration);

    public sealed class Handler(OpenParDb db, Actor actor)
    {
        public async Task<IReadOnlyList<Item>> HandleAsync(string? search, CancellationToken cancellationToken)
        {
            var items = await Visible(db, actor).OrderByDescending(d => d.AddedAt).Select(d => new Item(
                d.Id, d.Number, d.Symbol, d.Issuer, d.IssuedOn, d.Subject, d.Type,
                d.Revisions.OrderByDescending(r => r.Id).Select(r => r.FileName).FirstOrDefault(),
                d.Revisions.OrderByDescending(r => r.Id).Select(r => (long?)r.Size).FirstOrDefault(),
                db.Citations.Count(c => c.DocumentId == d.Id), d.Demonstration)).ToListAsync(cancellationToken);
            return string.IsNullOrWhiteSpace(search)
                ? items
                : [.. items.Where(i => VietnameseText.Matches($"{i.Number} {i.Symbol} {i.Issuer} {i.Subject} {i.FileName}", search))];
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
            Scope.OwnAgency => documents.Where(d => agency != null && (d.AgencyId == agency
                || db.Citations.Any(c => c.DocumentId == d.Id && db.RowOwners.Any(o => o.RowId == c.RowId && o.AgencyId == agency)))),
            _ => documents.Where(_ => false),
        };
    }
}
