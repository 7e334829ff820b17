using OpenPar.App.Features.Evidence.Previews;
using OpenPar.App.Features.Evidence.Reading;
using OpenPar.App.Features.Evidence.Scanning;
using OpenPar.App.Features.Evidence.Uploads;

namespace OpenPar.Web.Hosting;

/// <summary>
/// What the library does by itself, a little at a time so that people come first: reads the text of new files, scans what was not scanned,
/// throws away uploads whose time is over.
/// </summary>
public sealed partial class LibraryUpkeep(IServiceScopeFactory scopes, PreviewStore previews, TimeProvider time, ILogger<LibraryUpkeep> log) : BackgroundService
{
    private const int AtOnce = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(30);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateTimeOffset? swept = null;
        var pause = Pause;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(pause, time, stoppingToken);
            try
            {
                pause = Pause;
                await DoAsync<ReadFiles.Handler>(h => h.HandleAsync(AtOnce, stoppingToken));
                await DoAsync<ScanFiles.Handler>(h => h.HandleAsync(AtOnce, stoppingToken));
                if (swept is { } last && time.GetUtcNow() - last < Sweep) continue;
                await DoAsync<RemoveExpiredUploads.Handler>(h => h.HandleAsync(stoppingToken));
                previews.Sweep(time.GetUtcNow());
                swept = time.GetUtcNow();
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
