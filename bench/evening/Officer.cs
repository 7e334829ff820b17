using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenPar.Bench.Evening;

/// <summary>One focal officer on the last evening: opens the sheet, goes through her rows, saves as she types, proves them and hands them in.</summary>
internal sealed partial class Officer(Browser browser, Plan plan, Tally tally, Ledger ledger, SamplePdf pdf, Guid sheet, IReadOnlyList<(Guid Row, int Files)> rows, int number)
{
    private readonly Random random = new(number);
    private readonly Uploading uploading = new(browser, tally, ledger, plan);

    /// <summary>Works until the rows are done or the evening is over; a step begun is brought to its end.</summary>
    public async Task WorkAsync(DateTimeOffset begin, CancellationToken cancellationToken)
    {
        // Everybody begins at a moment of their own and has a pace of their own.
        var share = plan.Length / (rows.Count + 1);
        var first = begin + (share * random.NextDouble());
        for (var i = 0; i < rows.Count; i++)
        {
            await UntilAsync(first + (share * i), cancellationToken);
            if (DateTimeOffset.UtcNow > begin + plan.Length) return;
            await RowAsync(rows[i].Row, rows[i].Files, first + (share * (i + 1)), cancellationToken);
        }
    }

    private static async Task UntilAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var rest = moment - DateTimeOffset.UtcNow;
        if (rest > TimeSpan.Zero) await Task.Delay(rest, cancellationToken);
    }

    private async Task RowAsync(Guid row, int files, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var left = plan.Saves + files + 1;
        Expect(await browser.GetAsync("sheet page", $"/sheets/{sheet}", cancellationToken), 200, "sheet page");
        var page = Expect(await browser.GetAsync("row page", $"/rows/{row}", cancellationToken), 200, "row page");
        var version = Browser.Version(page.Body);
        for (var save = 1; save <= plan.Saves; save++)
        {
            await ThinkAsync(left--, until, cancellationToken);
            version = await SaveAsync(row, page.Body, version, cancellationToken);
        }

        for (var file = 0; file < files; file++)
        {
            await ThinkAsync(left--, until, cancellationToken);
            var content = pdf.Write((number * 1_000) + (rows.Select(r => r.Row).ToList().IndexOf(row) * 10) + file);
            await uploading.ProveAsync(row, content, file, cancellationToken);
            page = Expect(await browser.GetAsync("row page", $"/rows/{row}", cancellationToken), 200, "row page");
            version = Browser.Version(page.Body);
        }

        await ThinkAsync(left, until, cancellationToken);
        await SubmitAsync(row, page.Body, version, cancellationToken);
    }

    // What is left of the time of the row, shared by the steps that are left, half of it by chance.
    private Task ThinkAsync(int steps, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var rest = (until - DateTimeOffset.UtcNow) / (steps + 1);
        return rest <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(rest * (0.5 + random.NextDouble()), cancellationToken);
    }

    private async Task<string> SaveAsync(Guid row, string page, string version, CancellationToken cancellationToken)
    {
        var save = ledger.Sent.AddOrUpdate(row, 1, (_, n) => n + 1);
        for (; ; )
        {
            var answer = await browser.PostAsync("autosave", $"/rows/{row}/save", Fields(page, version, row, save), cancellationToken, htmx: true);
            if (answer.Status == 200)
            {
                ledger.Saves.Add((row, save));
                return Browser.Version(answer.Body);
            }

            // The save before was taken and its answer lost: the page shows both, the officer saves again.
            if (answer.Status != 422 || !plan.Patient || Browser.Version(answer.Body) == version)
            {
                tally.Wrong($"autosave: status {answer.Status}");
                return version;
            }

            tally.Took("autosave told of a save whose answer was lost", 0);
            version = Browser.Version(answer.Body);
        }
    }

    private async Task SubmitAsync(Guid row, string page, string version, CancellationToken cancellationToken)
    {
        var save = ledger.Sent.AddOrUpdate(row, 1, (_, n) => n + 1);
        for (; ; )
        {
            var answer = await browser.PostAsync("save and hand in", $"/rows/{row}/submit", Fields(page, version, row, save), cancellationToken);
            if (answer.Status == 302)
            {
                ledger.Saves.Add((row, save));
                ledger.Submitted.Add(row);
                Expect(await browser.GetAsync("row page", $"/rows/{row}", cancellationToken), 200, "row page");
                return;
            }

            var seen = await browser.GetAsync("row page", $"/rows/{row}", cancellationToken);
            // Handed in, and the answer lost.
            if (plan.Patient && seen.Status == 200 && !seen.Body.Contains("data-autosave", StringComparison.Ordinal)) return;
            if (!plan.Patient || answer.Status != 422 || Browser.Version(seen.Body) == version)
            {
                tally.Wrong($"hand in: status {answer.Status}");
                return;
            }

            version = Browser.Version(seen.Body);
        }
    }

    // The fields the page has, with figures that change with every save.
    public static List<(string Name, string Value)> Fields(string page, string version, Guid row, int save)
    {
        var fields = new List<(string, string)>
        {
            ("__RequestVerificationToken", Browser.Token(page)), ("version", version), ("absence", ""), ("explanation", Ledger.Text(row, save)),
        };
        foreach (var name in Figure().Matches(page).Select(m => m.Groups[1].Value).Distinct())
        {
            var option = Option().Matches(page).Where(m => m.Groups[1].Value == name).Select(m => m.Groups[2].Value).ToList();
            if (option.Count > 0) fields.Add((name, option[save % option.Count]));
            else fields.Add((name, name == "f.a" ? "1000" : (900 + save).ToString(CultureInfo.InvariantCulture)));
        }

        if (page.Contains("name=\"points\"", StringComparison.Ordinal)) fields.Add(("points", "0,5"));
        return fields;
    }

    private Got Expect(Got got, int status, string what)
    {
        if (got.Status != status && got.Status != 0) tally.Wrong($"{what}: status {got.Status}");
        return got;
    }

    [GeneratedRegex("name=\"(f\\.[^\"]+)\"")]
    private static partial Regex Figure();

    [GeneratedRegex("<input(?=[^>]*type=\"radio\")(?=[^>]*name=\"(f\\.[^\"]+)\")[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Option();
}
