using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace OpenPar.Bench.Evening;

/// <summary>Looks in the database and in the store for everything that was acknowledged.</summary>
internal sealed class Check(NpgsqlDataSource source, Plan plan, Ledger ledger)
{
    /// <summary>What is missing, in words; empty when nothing is.</summary>
    public async Task<List<string>> MissingAsync(CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        var stored = await PairsAsync("select id, coalesce(explanation, '') from rounds.rows", r => r.GetGuid(0), r => r.GetString(1), cancellationToken);
        var acknowledged = ledger.Saves.GroupBy(s => s.Row).ToDictionary(g => g.Key, g => g.Max(s => s.Number));
        foreach (var (row, number) in acknowledged)
        {
            var may = Enumerable.Range(number, ledger.Sent[row] - number + 1).Select(n => Ledger.Text(row, n));
            if (!may.Contains(stored[row])) missing.Add($"row {row}: save {number} was acknowledged, stored is “{stored[row]}”");
        }

        var written = new HashSet<string>(await ListAsync("select after ->> 'explanation' from audit.entries where action = 'SaveRow'", r => r.IsDBNull(0) ? "" : r.GetString(0), cancellationToken));
        missing.AddRange(ledger.Saves.Where(s => !written.Contains(Ledger.Text(s.Row, s.Number))).Select(s => $"row {s.Row}: save {s.Number} was acknowledged and is not in the audit log"));
        var submitted = new HashSet<Guid>(await ListAsync("select id from rounds.rows where state = 'Submitted'", r => r.GetGuid(0), cancellationToken));
        missing.AddRange(ledger.Submitted.Where(r => !submitted.Contains(r)).Select(r => $"row {r}: was handed in and is not"));
        var files = new HashSet<string>(await ListAsync("select sha256 from evidence.files", r => r.GetString(0), cancellationToken));
        foreach (var sha256 in ledger.Files)
        {
            if (!files.Contains(sha256)) missing.Add($"file {sha256}: not written down");
            if (!await StoredAsync(sha256, cancellationToken)) missing.Add($"file {sha256}: not in the store, or with other bytes");
        }

        var cited = new HashSet<(Guid, string)>(await ListAsync(
            "select c.row_id, r.sha256 from evidence.citations c join evidence.revisions r using (document_id)", r => (r.GetGuid(0), r.GetString(1)), cancellationToken));
        missing.AddRange(ledger.Citations.Where(c => !cited.Contains(c)).Select(c => $"row {c.Row}: citation of {c.Sha256} is missing"));
        return missing;
    }

    public string Told() => string.Create(CultureInfo.InvariantCulture,
        $"looked for: {ledger.Saves.Count} saves of {ledger.Sent.Count} rows, {ledger.Submitted.Count} rows handed in, {ledger.Files.Count} files by SHA-256, {ledger.Citations.Count} citations");

    private async Task<bool> StoredAsync(string sha256, CancellationToken cancellationToken)
    {
        var path = Path.Combine(plan.Data, "files", sha256[..2], sha256[2..4], sha256);
        if (!File.Exists(path)) return false;
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)) == sha256;
    }

    private async Task<Dictionary<TKey, TValue>> PairsAsync<TKey, TValue>(string sql, Func<NpgsqlDataReader, TKey> key, Func<NpgsqlDataReader, TValue> value, CancellationToken cancellationToken)
        where TKey : notnull
        => (await ListAsync(sql, r => (key(r), value(r)), cancellationToken)).ToDictionary();

    private async Task<List<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var list = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) list.Add(read(reader));
        return list;
    }
}
