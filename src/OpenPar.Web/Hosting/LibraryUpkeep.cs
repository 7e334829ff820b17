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
            try
            {
                pause = Pause;
                // Behind a rush there is more to read: on at once, still at a lower priority than any person.
                await DoAsync<ReadFiles.Handler>(async h => pause = await h.HandleAsync(AtOnce, stoppingToken) < AtOnce ? Pause : Breath);
                await DoAsync<ScanFiles.Handler>(h => h.HandleAsync(AtOnce, stoppingToken));
                var now = time.GetUtcNow();
                if (swept is null || now - swept >= Sweep)
                {
                    await DoAsync<RemoveExpiredUploads.Handler>(h => h.HandleAsync(stoppingToken));
                    previews.Sweep(now);
                    // A store that is away is asked again the next time, and does not keep the rest from its turn.
                    swept = now;
                    await store.TidyAsync(now - Unfinished, stoppingToken);
                }

                if (sweptOne is { } last && now - last < SweepOne) continue;
                (turn, sweptOne) = ((turn + 1) % 256, now);
                await DoAsync<SweepFiles.Handler>(h => h.HandleAsync(turn.ToString("x2", CultureInfo.InvariantCulture), stoppingToken));
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // The database or the disk is away, or a file is beyond a reader: said, and tried again later. People go on working meanwhile.
                Failed(error);
                pause = Rest;
            }
        }
    }

    private async Task DoAsync<THandler>(Func<THandler, Task> act)
        where THandler : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<THandler>());
    }

    [LoggerMessage(LogLevel.Warning, "The upkeep of the library stopped for a moment.")]
    private partial void Failed(Exception error);
}
