using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Drafting;

namespace OpenPar.App.Features.Frameworks.Drafts;

/// <summary>A draft in the editor: what was typed, what it comes to, everything found, and the chosen row.</summary>
public static class ShowDraft
{
    /// <param name="Draft">The draft.</param>
    /// <param name="Row">The chosen row; null for what concerns the whole.</param>
    public sealed record Query(DraftId Draft, int? Row);

    /// <param name="Draft">The record.</param>
    /// <param name="Head">What was typed about the whole.</param>
    /// <param name="Rows">The rows in order.</param>
    /// <param name="Reading">What they come to.</param>
    /// <param name="Chosen">The chosen row; null when none is, or it is gone.</param>
    /// <param name="LastChange">What would be undone; null when nothing.</param>
    public sealed record View(FrameworkDraft Draft, DraftHead Head, IReadOnlyList<DraftRow> Rows, DraftReading Reading, FrameworkDraftRow? Chosen, string? LastChange)
    {
        /// <summary>What was typed in the chosen row.</summary>
        public DraftRow? Row { get; } = Chosen?.ToRow();

        /// <summary>The chosen row as a criterion, when it can be read.</summary>
        public Criterion? Criterion => Chosen is null ? null : Reading.Criteria.GetValueOrDefault(Chosen.Number);

        /// <summary>Whether the chosen row is scored itself.</summary>
        public bool Leaf => Row is { } row && !Rows.SkipWhile(r => r.Number != row.Number).Skip(1).Take(1).Any(r => r.Level > row.Level);

        /// <summary>What was found at the chosen row.</summary>
        public IEnumerable<DraftFinding> Here => Reading.Findings.Where(f => f.Row is not null && f.Row == Chosen?.Number);
    }

    public sealed class Handler(OpenParDb db)
    {
        public async Task<View?> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            db.ChangeTracker.Clear();
            var draft = await db.FrameworkDrafts.AsNoTracking().Include(d => d.Rows).SingleOrDefaultAsync(d => d.Id == query.Draft, cancellationToken);
            if (draft is null || draft.State == DraftState.Discarded) return null;
            var records = draft.Rows.OrderBy(r => r.SortOrder).ToList();
            List<DraftRow> rows = [.. records.Select(r => r.ToRow())];
            var head = DraftJson.Read<DraftHead>(draft.Head);
            var last = await db.FrameworkDraftChanges.AsNoTracking().Where(c => c.DraftId == query.Draft).OrderByDescending(c => c.Id).Select(c => c.What).FirstOrDefaultAsync(cancellationToken);
            return new View(draft, head, rows, DraftReading.Of(head, rows), records.Find(r => r.Number == query.Row), last);
        }
    }
}
