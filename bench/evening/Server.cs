using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace OpenPar.Bench.Evening;

/// <summary>The server under load, started as anybody starts it, and the PostgreSQL it runs by itself. Only these two are ever ended, by their numbers.</summary>
internal sealed class Server(Plan plan) : IAsyncDisposable
{
    private const double Tick = 100;
    private Process? process;

    public int Pid => process!.Id;

    public int Postmaster => int.Parse(File.ReadLines(Postmasters).First(), CultureInfo.InvariantCulture);

    private string Postmasters => Path.Combine(plan.Data, "postgres", "data", "postmaster.pid");

    /// <summary>How the database is reached: as the server reaches it.</summary>
    public string Connection => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = int.Parse(File.ReadLines(Postmasters).ElementAt(3), CultureInfo.InvariantCulture),
        Username = "openpar",
        Database = "openpar",
        Password = File.ReadAllText(Path.Combine(plan.Data, "postgres", "password")).Trim(),
        CommandTimeout = 300,
        // PostgreSQL may be ended between two uses: nothing is kept.
        Pooling = false,
    }.ConnectionString;

    /// <summary>Highest resident memory so far, in MB.</summary>
    public double HighestMemory => MemoryOf("VmHWM");

    public double MemoryNow => MemoryOf("VmRSS");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        process?.Dispose();
        // What ./run starts once it has built; exec keeps the number of the process. What it says goes beside the data.
        var start = new ProcessStartInfo("bash");
        foreach (var argument in new[] { "-c", "exec dotnet src/OpenPar.Web/bin/Release/net10.0/OpenPar.Web.dll \"$@\" >>\"$0\" 2>&1 </dev/null", plan.Data + ".log", "--port", plan.Port.ToString(CultureInfo.InvariantCulture), "--data", plan.Data, "--no-demo" })
            start.ArgumentList.Add(argument);
        process = Process.Start(start)!;
        using var client = new HttpClient { BaseAddress = new Uri(plan.Base), Timeout = TimeSpan.FromSeconds(5) };
        for (var attempt = 0; attempt < 1_200; attempt++)
        {
            if (process.HasExited) throw new InvalidOperationException($"The server ended with {process.ExitCode}.");
            try
            {
                if ((await client.GetAsync("/health/live", cancellationToken)).IsSuccessStatusCode) return;
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                // Not yet.
            }

            await Task.Delay(250, cancellationToken);
        }

        throw new InvalidOperationException("The server did not answer.");
    }

    public async Task KillAsync(CancellationToken cancellationToken)
    {
        process!.Kill();
        await process.WaitForExitAsync(cancellationToken);
        await StartAsync(cancellationToken);
    }

    public void KillPostgres()
    {
        using var postmaster = Process.GetProcessById(Postmaster);
        postmaster.Kill();
    }

    /// <summary>Processor time so far in seconds: of the server with the programs it ran (pdftotext), and of PostgreSQL with its processes.</summary>
    public (double Server, double Postgres) Processor()
    {
        var postmaster = Postmaster;
        var postgres = 0.0;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var pid)) continue;
            var fields = Stat(pid);
            if (fields.Length > 14 && (pid == postmaster || fields[1] == postmaster.ToString(CultureInfo.InvariantCulture)))
                postgres += Time(fields[11]) + Time(fields[12]) + (pid == postmaster ? Time(fields[13]) + Time(fields[14]) : 0);
        }

        var own = Stat(Pid);
        return (Time(own[11]) + Time(own[12]) + Time(own[13]) + Time(own[14]), postgres);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            // SIGTERM: the server ends and takes its PostgreSQL with it.
            using var end = Process.Start("kill", ["-TERM", Pid.ToString(CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync();
        }

        process?.Dispose();
    }

    // Fields after the name in brackets: state is 0, the parent 1.
    private static string[] Stat(int pid)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{pid}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static double Time(string ticks) => double.Parse(ticks, CultureInfo.InvariantCulture) / Tick;

    private double MemoryOf(string name)
    {
        var line = File.ReadLines($"/proc/{Pid}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
