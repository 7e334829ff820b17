using OpenPar.Core.Text;

namespace OpenPar.App.Data.Postgres;

/// <summary>What became of the wish for a private PostgreSQL: it runs, or one sentence says what to do.</summary>
public abstract record PostgresStart
{
    private PostgresStart()
    {
    }

    /// <summary>The server runs and answers.</summary>
    public sealed record Running(RunningPostgres Server) : PostgresStart;

    /// <summary>It cannot run here; the reason tells the operator what to do.</summary>
    public sealed record Unavailable(LocalText Reason) : PostgresStart;
}
