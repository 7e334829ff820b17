using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;

namespace OpenPar.App.Features.Audit;

/// <summary>The audit log, newest first, with filters.</summary>
public static class ShowAuditEntries
{
    /// <summary>Entries on one page.</summary>
    public const int PageSize = 50;

    /// <summary>All filters are optional; the instants include <paramref name="From"/> and exclude <paramref name="Until"/>.</summary>
    public sealed record Query(
        string? Subject = null, string? Action = null, string? ActorName = null, DateTimeOffset? From = null, DateTimeOffset? Until = null, int Page = 1);

    public sealed record Entry(
        long Id, DateTimeOffset At, string ActorName, string? Address, string Action, string Subject, IReadOnlyList<AuditChange> Changes);

    public sealed record Answer(IReadOnlyList<Entry> Entries, int Total, int Page, IReadOnlyList<string> Actions)
    {
        public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
    }

    public sealed class Handler(OpenParDb db)
    {
        public async Task<Answer> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            var entries = db.AuditEntries.AsNoTracking();
            if (Like(query.Subject) is { } subject) entries = entries.Where(e => EF.Functions.ILike(e.Subject, subject));
            if (!string.IsNullOrEmpty(query.Action)) entries = entries.Where(e => e.Action == query.Action);
            if (Like(query.ActorName) is { } name) entries = entries.Where(e => EF.Functions.ILike(e.ActorName, name));
            if (query.From is { } from) entries = entries.Where(e => e.At >= from.ToUniversalTime());
            if (query.Until is { } until) entries = entries.Where(e => e.At < until.ToUniversalTime());

            var total = await entries.CountAsync(cancellationToken);
            var page = Math.Clamp(query.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
            var rows = await entries.OrderByDescending(e => e.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
            var actions = await db.AuditEntries.Select(e => e.Action).Distinct().OrderBy(a => a).ToListAsync(cancellationToken);
            return new Answer(
                [.. rows.Select(e => new Entry(e.Id, e.At, e.ActorName, e.Address, e.Action, e.Subject, AuditChange.Between(e.Before, e.After)))],
                total, page, actions);
        }

        private static string? Like(string? words) =>
            string.IsNullOrWhiteSpace(words)
                ? null
                : $"%{words.Trim().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
    }
}
