using System.Globalization;
using System.Security.Cryptography;
using OpenPar.App.Features.Evidence;
using OpenPar.App.Features.Evidence.Previews;
using OpenPar.App.Features.Evidence.Reading;
using OpenPar.App.Features.Evidence.Scanning;
using OpenPar.App.Features.Evidence.Sweeping;
using OpenPar.App.Features.Evidence.Uploads;

namespace OpenPar.Web.Hosting;

/// <summary>
/// What the library does by itself, a little at a time so that people come first: reads the text of new files, scans what was not scanned,
/// throws away uploads whose time is over, removes stored bytes that nothing uses.
/// </summary>
public sealed partial class LibraryUpkeep(IServiceScopeFactory scopes, PreviewStore previews, FileStore store, TimeProvider time, ILogger<LibraryUpkeep> log) : BackgroundService
{
    private const int AtOnce = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan SweepOne = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Unfinished = TimeSpan.FromDays(2);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateTimeOffset? swept = null, sweptOne = null;
        // The store is gone through in 256 turns; a server that is often started does not always begin with the same one.
        var turn = RandomNumberGenerator.GetInt32(256);
        var pause = Pause;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(pause, time, stoppingToken);
            // Each duty by itself: a file that is beyond one of them keeps the others from nothing.
            var read = 0;
            var well = await TryAsync<ReadFiles.Handler>(async h => read = await h.HandleAsync(AtOnce, stoppingToken), stoppingToken);
            // Behind a rush there is more to read: on at once, still at a lower priority than any person.
            pause = read < AtOnce ? Pause : Breath;
            well &= await TryAsync<ScanFiles.Handler>(h => h.HandleAsync(AtOnce, stoppingToken), stoppingToken);
            var now = time.GetUtcNow();
            if (swept is null || now - swept >= Sweep)
            {
                swept = now;
                well &= await TryAsync<RemoveExpiredUploads.Handler>(h => h.HandleAsync(stoppingToken), stoppingToken);
                // A store that is away is asked again the next time.
                well &= await TryAsync(() =>
                {
                    previews.Sweep(now);
                    return store.TidyAsync(now - Unfinished, stoppingToken);
                }, stoppingToken);
            }

            if (sweptOne is not { } last || now - last >= SweepOne)
            {
                (turn, sweptOne) = ((turn + 1) % 256, now);
                well &= await TryAsync<SweepFiles.Handler>(h => h.HandleAsync(turn.ToString("x2", CultureInfo.InvariantCulture), stoppingToken), stoppingToken);
            }

            if (!well) pause = Rest;
        }
    }

    private Task<bool> TryAsync<THandler>(Func<THandler, Task> act, CancellationToken stoppingToken)
        where THandler : notnull =>
        TryAsync(async () =>
        {
            await using var scope = scopes.CreateAsyncScope();
            await act(scope.ServiceProvider.GetRequiredService<THandler>());
        }, stoppingToken);

    // False when it failed: the database or the disk is away. Said, and tried again later; people go on working meanwhile.
    private async Task<bool> TryAsync(Func<Task> act, CancellationToken stoppingToken)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception error) when (!stoppingToken.IsCancellationRequested)
        {
            Failed(error);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The upkeep of the library stopped for a moment.")]
    private partial void Failed(Exception error);
}
