namespace OpenPar.Bench.Evening;

/// <summary>Ends the server and PostgreSQL in turn with kill -9, evenly over the evening, and starts the server again as its operator would.</summary>
internal sealed class Kills(Plan plan, Server server, Action<FormattableString> say)
{
    public async Task RunAsync(DateTimeOffset begin, CancellationToken cancellationToken)
    {
        for (var kill = 1; kill <= plan.Kills; kill++)
        {
            var at = begin + (plan.Length * (kill / (plan.Kills + 1.0)));
            if (at > DateTimeOffset.UtcNow) await Task.Delay(at - DateTimeOffset.UtcNow, cancellationToken);
            if (kill % 2 == 1)
            {
                var (pid, killed) = (server.Pid, DateTimeOffset.UtcNow);
                await server.KillAsync(cancellationToken);
                say($"kill {kill}: server {pid}; answers again after {(DateTimeOffset.UtcNow - killed).TotalSeconds:F1} s");
            }
            else
            {
                var pid = server.Postmaster;
                server.KillPostgres();
                say($"kill {kill}: PostgreSQL {pid}");
            }
        }
    }
}
