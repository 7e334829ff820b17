using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace OpenPar.Bench.Evening;

/// <summary>
/// Processor time of the server and of PostgreSQL a request, by kind: one person, one request after the other, in a library that holds the
/// documents of a whole evening. Unlike times of answers it hardly depends on what else the machine does.
/// </summary>
internal sealed class Costs(Plan plan, Tally tally, Server server, Browser browser, (Guid Sheet, List<Guid> Rows) sheet)
{
    private const string Library = """
        insert into evidence.files (sha256, size, scan, reading) select encode(sha256(n::text::bytea), 'hex'), 204800, 'NotScanned', 'Unreadable' from generate_series(1, {0}) n;
        insert into evidence.documents (id, number, symbol, issuer, subject, agency_id, demonstration, added_at, added_by, folded)
        select gen_random_uuid(), n::text, 'BC-MAU', 'Đơn vị minh hoạ', 'Báo cáo số ' || n, (select id from organisations.agencies where id like 'don-vi-%' order by id offset n % {1} limit 1), false, now(), 'Đầu mối', 'bao cao'
        from generate_series(1, {0}) n;
        insert into evidence.revisions (document_id, sha256, size, file_name, content_type, uploaded_at, uploaded_by)
        select id, encode(sha256(number::bytea), 'hex'), 204800, 'a.pdf', 'application/pdf', now(), 'Đầu mối' from evidence.documents;
        insert into evidence.citations (row_id, document_id, page, added_at, added_by)
        select r.id, d.id, 1, now(), 'Đầu mối' from (select id, row_number() over (order by id) n from evidence.documents) d
        join (select id, row_number() over (order by id) n, count(*) over () c from rounds.rows where id <> all ($1)) r on d.n % r.c + 1 = r.n;
        analyze;
        """;

    private readonly Ledger ledger = new();
    private readonly SamplePdf pdf = new(plan.FileBytes);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken);
        Console.WriteLine("| what | server ms | PostgreSQL ms | answered after ms |\n| --- | --- | --- | --- |");
        var row = sheet.Rows[0];
        var page = (await browser.GetAsync("row page", $"/rows/{row}", cancellationToken)).Body;
        var version = Browser.Version(page);
        var number = 0;
        await MeasureAsync("sheet page", () => browser.GetAsync("sheet page", $"/sheets/{sheet.Sheet}", cancellationToken));
        await MeasureAsync("row page", () => browser.GetAsync("row page", $"/rows/{row}", cancellationToken));
        await MeasureAsync("autosave", async () =>
        {
            var answer = await browser.PostAsync("autosave", $"/rows/{row}/save", Officer.Fields(page, version, row, ++number), cancellationToken, htmx: true);
            if (answer.Status != 200) tally.Wrong($"autosave: status {answer.Status}");
            version = Browser.Version(answer.Body);
        });
        var form = "";
        await MeasureAsync("evidence page", async () => form = (await browser.GetAsync("evidence page", $"/rows/{row}/evidence", cancellationToken)).Body);
        var uploading = new Uploading(browser, tally, ledger, plan);
        var sent = new List<(string Upload, string Sha256)>();
        await MeasureAsync("upload of 200 KB", async () =>
        {
            var content = pdf.Write(++number);
            if (await uploading.SendAsync(content, cancellationToken) is { } upload) sent.Add((upload, Convert.ToHexStringLower(SHA256.HashData(content))));
        });
        var proposed = new Queue<string>(sent.Select(s => s.Upload));
        await MeasureAsync("proposal from the head of the file", () => browser.GetAsync("proposal", $"{proposed.Dequeue()}/proposal", cancellationToken));
        var described = new Queue<(string Upload, string Sha256)>(sent);
        await MeasureAsync("document and citation", () =>
        {
            var (upload, sha256) = described.Dequeue();
            return uploading.CiteAsync(sheet.Rows[1 + (described.Count % 11)], form, upload, sha256, described.Count, cancellationToken);
        });
        Console.Write(tally.Mistakes());
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(server.Connection);
        var library = Library.Replace("{0}", $"{plan.Files}", StringComparison.Ordinal).Replace("{1}", $"{plan.Units}", StringComparison.Ordinal);
        foreach (var statement in library.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await using var command = source.CreateCommand(statement);
            if (statement.Contains("$1", StringComparison.Ordinal)) command.Parameters.AddWithValue(sheet.Rows.ToArray());
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task MeasureAsync(string what, Func<Task> act)
    {
        for (var i = 0; i < plan.Costs; i++) await act();
        var (before, begin) = (server.Processor(), Stopwatch.GetTimestamp());
        for (var i = 0; i < plan.Costs; i++) await act();
        var (after, took) = (server.Processor(), Stopwatch.GetElapsedTime(begin));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {what} | {(after.Server - before.Server) * 1_000 / plan.Costs:F2} | {(after.Postgres - before.Postgres) * 1_000 / plan.Costs:F2} | {took.TotalMilliseconds / plan.Costs:F1} |"));
    }
}
