using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace OpenPar.Bench.Evening;

/// <summary>How long every answer took, by kind, and what went wrong.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> times = new();
    private readonly ConcurrentDictionary<string, int> errors = new();
    private int interruptions;

    public int Errors => errors.Values.Sum();

    public int Interruptions => interruptions;

    /// <summary>False while nothing is counted: before the evening begins.</summary>
    public bool On { get; set; }

    public void Took(string kind, double milliseconds)
    {
        if (On) times.GetOrAdd(kind, _ => []).Add(milliseconds);
    }

    public void Wrong(string what) => errors.AddOrUpdate(what, 1, (_, n) => n + 1);

    public void Interrupted() => Interlocked.Increment(ref interruptions);

    public int Count(string kind) => times.TryGetValue(kind, out var bag) ? bag.Count : 0;

    public double Percentile(string kind, double share)
    {
        if (!times.TryGetValue(kind, out var bag) || bag.IsEmpty) return double.NaN;
        var sorted = bag.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    }

    /// <summary>A table in Markdown.</summary>
    public string Table(TimeSpan length)
    {
        var text = new StringBuilder("| what | answers | a second | p50 ms | p95 ms | p99 ms | longest ms |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var kind in times.Keys.Order(StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"| {kind} | {Count(kind)} | {Count(kind) / length.TotalSeconds:F1} | {Percentile(kind, 0.5):F1} | {Percentile(kind, 0.95):F1} | {Percentile(kind, 0.99):F1} | {Percentile(kind, 1):F0} |\n");
        return text.Append(Mistakes()).ToString();
    }

    /// <summary>What went wrong, a line each.</summary>
    public string Mistakes() => string.Concat(errors.OrderByDescending(e => e.Value).Take(20).Select(e => string.Create(CultureInfo.InvariantCulture, $"error {e.Value} times: {e.Key}\n")));
}
