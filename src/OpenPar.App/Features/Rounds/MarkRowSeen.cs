using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;

namespace OpenPar.App.Features.Rounds;

/// <summary>
/// Keeps how far a person has read the messages of a row, after <see cref="ShowRow"/> showed something new. What somebody has read is their own affair:
/// it decides nothing and is no entry of the audit log.
/// </summary>
public static class MarkRowSeen
{
    /// <param name="Row">The row.</param>
    /// <param name="Message">The newest message that was shown.</param>
    public sealed record Command(RowId Row, long Message);

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (actor.UserId is not { } user) return;
            await KeepAsync(db, user, [command.Row], [command.Message], time.GetUtcNow(), cancellationToken);
        }
    }

    /// <summary>Keeps how far a person has read each of several rows. Two pages of one person at once: the newer mark stays.</summary>
    internal static Task KeepAsync(OpenParDb db, Guid user, IEnumerable<RowId> rows, IEnumerable<long> messages, DateTimeOffset at, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into rounds.seen_rows (user_id, row_id, message_id, seen_at) select {user}, seen.row_id, seen.message_id, {at} from unnest({rows.Select(r => r.Value).ToArray()}, {messages.ToArray()}) as seen (row_id, message_id)
            on conflict (user_id, row_id) do update set message_id = excluded.message_id, seen_at = excluded.seen_at where seen_rows.message_id < excluded.message_id
            """, cancellationToken);
}
