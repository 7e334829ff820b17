using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace OpenPar.Bench.Evening;

/// <summary>The whole run: a province, its people at their browsers, the evening, and the look for everything that was acknowledged.</summary>
internal sealed class LastEvening(Plan plan)
{
    private readonly Tally tally = new();
    private readonly Ledger ledger = new();

    /// <summary>0 when nothing was lost and nothing went wrong.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var server = new Server(plan);
        await server.StartAsync(cancellationToken);
        var sheets = await MakeAsync(server, cancellationToken);
        var people = await SignInAsync(cancellationToken);
        if (plan.Costs > 0)
        {
            await new Costs(plan, tally, server, people[0], sheets[0]).RunAsync(cancellationToken);
            return tally.Errors;
        }

        var appraisers = people[(plan.Units * plan.Officers)..];
        Say($"{plan.Units} units, {plan.Units * plan.Officers} officers and {plan.Appraisers} appraisers are signed in; memory {server.MemoryNow:F0} MB; load {Load()}");
        tally.On = true;
        var begin = DateTimeOffset.UtcNow;
        var (before, own) = (server.Processor(), Process.GetCurrentProcess().TotalProcessorTime);
        var pdf = new SamplePdf(plan.FileBytes);
        // An evening that does not end is ended.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(plan.Length + TimeSpan.FromMinutes(3));
        var readers = new Readers(plan, tally, sheets);
        var work = people[..(plan.Units * plan.Officers)].Select((browser, i) => new Officer(browser, plan, tally, ledger, pdf, sheets[i / plan.Officers].Sheet, RowsOf(sheets, i), i).WorkAsync(begin, limit.Token))
            .Concat(appraisers.Select((browser, a) => readers.AppraiseAsync(browser, a, begin + plan.Length, limit.Token)))
            .Append(readers.ProbeAsync(appraisers[0], begin + plan.Length, limit.Token)).ToList();
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
        var watch = WatchAsync(server, begin, watching.Token);
        var kills = new Kills(plan, server, Say).RunAsync(begin, limit.Token);
        await Task.WhenAll(work);
        await kills;
        var took = DateTimeOffset.UtcNow - begin;
        await watching.CancelAsync();
        await watch;
        var after = server.Processor();
        Say($"done after {took.TotalSeconds:F0} s; load {Load()}");
        Console.WriteLine(tally.Table(took));
        if (plan.Kills == 0)
        {
            Say($"processor seconds: server {after.Server - before.Server:F0}, PostgreSQL {after.Postgres - before.Postgres:F0}, the people of this measurement {(Process.GetCurrentProcess().TotalProcessorTime - own).TotalSeconds:F0}");
            Say($"highest resident memory of the server {server.HighestMemory:F0} MB");
            await readers.OverviewAsync(appraisers[0], await RoundAsync(server, cancellationToken), cancellationToken);
        }
        else
        {
            Say($"{tally.Interruptions} attempts met an interruption and were made again");
        }

        foreach (var browser in people) browser.Dispose();
        return await LookAsync(server, cancellationToken);
    }

    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private async Task<List<(Guid Sheet, List<Guid> Rows)>> MakeAsync(Server server, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(server.Connection);
        return await Province.MakeAsync(source, plan, cancellationToken);
    }

    private static async Task<Guid> RoundAsync(Server server, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(server.Connection);
        await using var command = source.CreateCommand("select id from rounds.rounds");
        return (Guid)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<List<Browser>> SignInAsync(CancellationToken cancellationToken)
    {
        var names = Enumerable.Range(0, plan.Units * plan.Officers).Select(i => Province.Officer(i / plan.Officers, i % plan.Officers))
            .Concat(Enumerable.Range(0, plan.Appraisers).Select(Province.Appraiser)).ToList();
        var browsers = names.Select((_, i) => new Browser(plan, tally, i)).ToList();
        var begin = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, names.Count, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken },
            async (i, cancel) => await browsers[i].SignInAsync(names[i], cancel));
        Say($"{names.Count} people signed in by the page within {Stopwatch.GetElapsedTime(begin).TotalSeconds:F0} s");
        return browsers;
    }

    // The rows of a sheet go round among its officers; the files are spread evenly over all rows.
    private List<(Guid Row, int Files)> RowsOf(List<(Guid Sheet, List<Guid> Rows)> sheets, int person)
    {
        var unit = person / plan.Officers;
        return [.. sheets[unit].Rows.Select((row, i) => (Row: row, At: (long)(unit * Province.Leaves) + i)).Where((_, i) => i % plan.Officers == person % plan.Officers)
            .Select(r => (r.Row, (int)(((r.At + 1) * plan.Files / plan.Rows) - (r.At * plan.Files / plan.Rows))))];
    }

    private async Task WatchAsync(Server server, DateTimeOffset begin, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(30), cancellationToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            if (plan.Kills == 0)
                Say($"{(DateTimeOffset.UtcNow - begin).TotalSeconds,4:F0} s: {tally.Count("autosave")} autosaves, {ledger.Files.Count} files, p95 so far {tally.Percentile("autosave", 0.95):F0} ms a save and {tally.Percentile("sheet page", 0.95):F0} ms a sheet; {tally.Errors} errors; {server.MemoryNow:F0} MB; load {Load()}");
        }
    }

    private async Task<int> LookAsync(Server server, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(server.Connection);
        var check = new Check(source, plan, ledger);
        var missing = await check.MissingAsync(cancellationToken);
        Say($"{check.Told()}");
        foreach (var line in missing.Take(20)) Say($"MISSING {line}");
        Say($"missing: {missing.Count}; errors: {tally.Errors}");
        return missing.Count + tally.Errors == 0 ? 0 : 1;
    }
}
