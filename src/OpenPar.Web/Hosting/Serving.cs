using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;
using Npgsql;
using OpenPar.App.Data;
using OpenPar.App.Data.Postgres;
using OpenPar.App.Features.Evidence.Storage;
using OpenPar.Core.Text;

namespace OpenPar.Web.Hosting;

/// <summary>What the application is composed on.</summary>
/// <param name="Options">The operator's wishes.</param>
/// <param name="Folder">The opened data folder.</param>
/// <param name="ConnectionString">A database that answers; holds a password, never to be shown.</param>
/// <param name="Storage">Where files of evidence lie; it was tried.</param>
public sealed record ServeGround(ServeOptions Options, DataFolder Folder, string ConnectionString, IStorage Storage)
{
    /// <summary>The address to listen on and to print.</summary>
    public string Address => $"http://localhost:{Options.Port}";
}

/// <summary>The life of the server process: read options, find a database, serve, stop everything that was started.</summary>
public static class Serving
{
    private const int Ok = 0, Refused = 1, WrongUse = 2;

    /// <summary>
    /// Runs until Ctrl-C (or SIGTERM, or the closed terminal) and gives the exit code. <paramref name="compose"/> makes the application,
    /// with its database migrated and filled; <paramref name="ready"/> may print more once the address answers.
    /// </summary>
    public static async Task<int> RunAsync(
        string[] arguments,
        Func<ServeGround, CancellationToken, Task<WebApplication>> compose,
        Func<WebApplication, ServeGround, CancellationToken, Task>? ready = null)
    {
        if (!ServeOptions.TryParse(arguments, out var options, out var wrong)) return Refuse(wrong, WrongUse);
        if (options.Help)
        {
            ServeText.Say(ServeText.Help);
            return Ok;
        }

        if (Ports.Refusal(options.Port) is { } taken) return Refuse(taken);
        if (!DataFolder.TryOpen(options.Data, out var folder, out var closed)) return Refuse(closed);
        if (!options.Files.TryOpen(folder.Path, out var storage, out var unusable)) return Refuse(unusable);

        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        try
        {
            if (await storage.RefusalAsync(stop.Token) is { } shut) return Refuse(shut);
            return await WithDatabaseAsync(options, folder, storage, compose, ready, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Ok;
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            return Refuse(ServeText.PortTaken(options.Port));
        }
        catch (IOException error) when (DataFolder.IsDiskFull(error))
        {
            return Refuse(DataFolder.Full(folder.Path));
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static async Task<int> WithDatabaseAsync(
        ServeOptions options,
        DataFolder folder,
        IStorage storage,
        Func<ServeGround, CancellationToken, Task<WebApplication>> compose,
        Func<WebApplication, ServeGround, CancellationToken, Task>? ready,
        CancellationToken cancel)
    {
        if (options.Connection is { } connection)
        {
            return await RefusalOfAsync(connection, cancel) is { } refusal
                ? Refuse(refusal)
                : await ServeAsync(new ServeGround(options, folder, connection, storage), compose, ready, cancel);
        }

        var start = await PrivatePostgres.StartAsync(folder, cancel);
        if (start is PostgresStart.Unavailable unavailable) return Refuse(unavailable.Reason);
        await using var server = ((PostgresStart.Running)start).Server;
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var keeping = server.KeepAsync(refusal => ServeText.Refuse(refusal ?? ServeText.DatabaseRestarted), watch.Token);
        try
        {
            return await ServeAsync(new ServeGround(options, folder, server.ConnectionString, storage), compose, ready, cancel);
        }
        finally
        {
            await watch.CancelAsync();
            await EndedAsync(keeping);
        }
    }

    // Being cancelled is how the watch ends; anything else it throws is a mistake that must be seen.
    private static async Task EndedAsync(Task keeping)
    {
        try
        {
            await keeping;
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static async Task<int> ServeAsync(
        ServeGround ground,
        Func<ServeGround, CancellationToken, Task<WebApplication>> compose,
        Func<WebApplication, ServeGround, CancellationToken, Task>? ready,
        CancellationToken cancel)
    {
        await using var app = await compose(ground, cancel);
        app.Urls.Add(ground.Address);
        await app.StartAsync(cancel);
        ServeText.Say(ServeText.Ready(ground.Address));
        if (ready is not null) await SayReadyAsync(app, ground, ready, cancel);
        await app.WaitForShutdownAsync(cancel);
        ServeText.Say(ServeText.Stopped);
        return Ok;
    }

    // A database that dies in the first second is started again and must not take the server with it.
    private static async Task SayReadyAsync(WebApplication app, ServeGround ground, Func<WebApplication, ServeGround, CancellationToken, Task> ready, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ready(app, ground, cancel);
                return;
            }
            catch (Exception error) when (attempt < 60 && (error is NpgsqlException || error.InnerException is NpgsqlException))
            {
                await Task.Delay(TimeSpan.FromSeconds(1), cancel);
            }
        }
    }

    private static async Task<LocalText?> RefusalOfAsync(string connection, CancellationToken cancel)
    {
        try
        {
            await using var source = NpgsqlDataSource.Create(connection);
            await using var opened = await source.OpenConnectionAsync(cancel);
            return null;
        }
        catch (Exception error) when (error is NpgsqlException or ArgumentException)
        {
            return ServeText.NoDatabase(error.Message);
        }
    }

    private static int Refuse(LocalText text, int code = Refused)
    {
        ServeText.Refuse(text);
        return code;
    }
}
