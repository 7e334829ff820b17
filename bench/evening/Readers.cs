using System.Diagnostics;
using System.Globalization;

namespace OpenPar.Bench.Evening;

/// <summary>Appraisers, who read sheets and rows all evening, and a probe that asks for a file no database is behind.</summary>
internal sealed class Readers(Plan plan, Tally tally, IReadOnlyList<(Guid Sheet, List<Guid> Rows)> sheets)
{
    public async Task AppraiseAsync(Browser browser, int number, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var random = new Random(100_000 + number);
        while (DateTimeOffset.UtcNow < end)
        {
            var (sheet, rows) = sheets[random.Next(sheets.Count)];
            await ReadAsync(browser, "sheet page", $"/sheets/{sheet}", random, cancellationToken);
            for (var i = 0; i < 3 && DateTimeOffset.UtcNow < end; i++) await ReadAsync(browser, "row page", $"/rows/{rows[random.Next(rows.Count)]}", random, cancellationToken);
        }
    }

    public async Task ProbeAsync(Browser browser, DateTimeOffset end, CancellationToken cancellationToken)
    {
        while (DateTimeOffset.UtcNow < end)
        {
            if ((await browser.GetAsync("probe: a file of the site (nothing behind it)", "/dist/site.css", cancellationToken)).Status != 200) tally.Wrong("probe");
            await Task.Delay(200, cancellationToken);
        }
    }

    /// <summary>The pages over all units, one request after the other, when everything is filled in and the evening is over.</summary>
    public async Task OverviewAsync(Browser browser, Guid round, CancellationToken cancellationToken)
    {
        foreach (var (what, url) in new[] { ("round", ""), ("progress", "/progress"), ("queue of the appraisers", "/appraisal"), ("statistics", "/appraisal-statistics"), ("standings", "/standings") })
        {
            var times = new List<double>();
            for (var i = 0; i < 11; i++)
            {
                var begin = Stopwatch.GetTimestamp();
                var got = await browser.GetAsync($"{what} over all units", $"/rounds/{round}{url}", cancellationToken);
                if (got.Status != 200) tally.Wrong($"{what}: status {got.Status}");
                times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            }

            var all = times.Skip(1).Order().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} over {sheets.Count} units: first {times[0]:F0} ms, then {all[all.Count / 2]:F0} ms (median of {all.Count}), longest {all[^1]:F0} ms"));
        }
    }

    private async Task ReadAsync(Browser browser, string kind, string url, Random random, CancellationToken cancellationToken)
    {
        var got = await browser.GetAsync(kind, url, cancellationToken);
        if (got.Status is not (200 or 0)) tally.Wrong($"{kind} of an appraiser: status {got.Status}");
        await Task.Delay(TimeSpan.FromSeconds(plan.Minutes < 2 ? 0.5 : 1 + (random.NextDouble() * 2)), cancellationToken);
    }
}
