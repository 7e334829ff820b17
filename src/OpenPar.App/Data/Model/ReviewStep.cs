namespace OpenPar.App.Data.Model;

/// <summary>A step of a review with what undoes it; the last one is undone first.</summary>
public abstract class ReviewStep
{
    public long Id { get; init; }

    public ImportId ImportId { get; init; }

    /// <summary>What was done, in words.</summary>
    public string What { get; init; } = "";

    /// <summary>What was before, as JSON.</summary>
    public string Before { get; init; } = "{}";

    public DateTimeOffset At { get; init; }

    public string By { get; init; } = "";
}
