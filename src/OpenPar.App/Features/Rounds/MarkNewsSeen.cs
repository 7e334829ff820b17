using OpenPar.App.Data;

namespace OpenPar.App.Features.Rounds;

/// <summary>Marks every row with news as seen without opening it, up to the newest word the person was shown. What came after it stays news.</summary>
public static class MarkNewsSeen
{
    /// <param name="Message">The newest message of the list the person looked at.</param>
    public sealed record Command(long Message);

    public sealed class Handler(OpenParDb db, ListRowNews.Handler news, TimeProvider time, Actor actor)
    {
        /// <summary>The number of rows that were marked.</summary>
        public async Task<int> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (actor.UserId is not { } user) return 0;
            var read = await news.UpToAsync(command.Message, cancellationToken);
            await MarkRowSeen.KeepAsync(db, user, read.Select(r => r.Row), read.Select(r => r.Last), time.GetUtcNow(), cancellationToken);
            return read.Count;
        }
    }
}
