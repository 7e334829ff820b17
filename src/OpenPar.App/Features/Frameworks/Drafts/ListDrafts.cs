using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Drafting;

namespace OpenPar.App.Features.Frameworks.Drafts;

/// <summary>All drafts, the last changed first; discarded ones are left out.</summary>
public static class ListDrafts
{
    public sealed record Line(DraftId Id, DraftHead Head, DraftState State, FrameworkId? PublishedAs, int Rows, string? BeganFrom, DateTimeOffset ChangedAt, string ChangedBy);

    public sealed class Handler(OpenParDb db)
    {
        public async Task<IReadOnlyList<Line>> HandleAsync(CancellationToken cancellationToken)
        {
            var found = await db.FrameworkDrafts.AsNoTracking().Where(d => d.State != DraftState.Discarded).OrderByDescending(d => d.ChangedAt)
                .Select(d => new { d.Id, d.Head, d.State, d.PublishedAs, d.Rows.Count, d.BeganFrom, d.ChangedAt, d.ChangedBy }).ToListAsync(cancellationToken);
            return [.. found.Select(d => new Line(d.Id, DraftJson.Read<DraftHead>(d.Head), d.State, d.PublishedAs, d.Count, d.BeganFrom, d.ChangedAt, d.ChangedBy))];
        }
    }
}
