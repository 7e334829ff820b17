using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpenPar.App.Data;

namespace OpenPar.App.Features.Evidence.Sweeping;

/// <summary>Where stored bytes are used. Whatever comes to use bytes of the store joins the list here, or the sweep takes them for unused.</summary>
public static class FileUses
{
    // A review that was thrown away is shown without its file.
    private const string NotDiscarded = "state <> 'Discarded'";

    /// <summary>A column that names stored bytes in use.</summary>
    /// <param name="Table">Its table, with the schema.</param>
    /// <param name="Column">The column.</param>
    /// <param name="Only">Which rows use them; null for all.</param>
    /// <param name="Text">Whether it is a text in which SHA-256s stand (as JSON, each named so), and not one SHA-256.</param>
    /// <param name="Size">The column with the length of the bytes; null where it is not kept.</param>
    public sealed record Use(string Table, string Column, string? Only = null, bool Text = false, string? Size = null)
    {
        /// <summary>Schema, table and column.</summary>
        public string Name => $"{Table}.{Column}";

        /// <summary>What it uses, as a query of <c>sha256</c> and <c>size</c>.</summary>
        internal string Used => Text
            ? $"""select named[1] as sha256, null::bigint as size from {Table}, regexp_matches({Column}, '"sha256":"([0-9a-f]+)"', 'g') as named"""
            : $"select {Column} as sha256, {Size ?? "null::bigint"} as size from {Table} where {Column} is not null{(Only is null ? "" : $" and {Only}")}";

        internal string Exists =>
            $"exists (select 1 from {Table} where {(Text ? $"position(given.sha256 in {Column}) > 0" : $"{Column} = given.sha256")}{(Only is null ? "" : $" and {Only}")})";
    }

    /// <summary>Every use. Texts come last: they are searched only for what no column holds.</summary>
    public static IReadOnlyList<Use> All { get; } =
    [
        new("evidence.revisions", "sha256", Size: "size"),
        new("evidence.uploads", "sha256", Size: "size"),
        new("frameworks.assignment_imports", "sha256", NotDiscarded),
        new("plans.imports", "sha256", NotDiscarded),
        new("papers.templates", "sha256", Size: "size"),
        // What a leader signed names the files that proved it: they stay, also when their document left the library.
        new("rounds.closings", "content", Text: true),
    ];

    /// <summary>Columns with a SHA-256 that use no stored bytes: what is known of bytes, and hashes of texts that stand beside them.</summary>
    public static IReadOnlyList<string> Others { get; } =
    [
        "evidence.files.sha256",
        "evidence.unused_files.sha256",
        "frameworks.frameworks.content_hash",
        "papers.records.sha256",
        "rounds.approvals.sha256",
        "rounds.closings.sha256",
    ];

    // One statement, so that an upload that becomes a document in this moment is seen as one or the other.
    private static readonly string Sql = $"""select given.sha256 as "Value" from unnest(@given) as given(sha256) where not ({string.Join(" or ", All.Select(u => u.Exists))})""";

    // What columns use, each file once; the length is the one its bytes were known by when they came.
    private static readonly string InColumns = string.Join(" union all ", All.Where(u => !u.Text).Select(u => u.Used));

    private static readonly string UsedSql = $"""
        select used.sha256, coalesce((select size from evidence.files where files.sha256 = used.sha256), max(used.size)) as size
        from ({InColumns}) as used where left(used.sha256, 2) = @first group by used.sha256
        """;

    private static readonly string SomeSql = $"""select sha256 as "Value" from ({InColumns}) as used group by sha256 order by random() limit @most""";

    private static readonly string InTextsSql = $"""
        select distinct given.sha256 as "Value" from ({string.Join(" union all ", All.Where(u => u.Text).Select(u => u.Used))}) as given
        where not ({string.Join(" or ", All.Where(u => !u.Text).Select(u => u.Exists))})
        """;

    /// <summary>Bytes that records use.</summary>
    /// <param name="Sha256">Their name.</param>
    /// <param name="Size">Their length; null where no record keeps it.</param>
    public sealed record UsedFile(string Sha256, long? Size);

    /// <summary>The files that columns use whose names begin with two hexadecimal digits.</summary>
    public static async Task<IReadOnlyList<UsedFile>> UsedAsync(OpenParDb db, string firstTwo, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Database.SqlQueryRaw<UsedFile>(UsedSql, new NpgsqlParameter<string>("first", firstTwo)).ToListAsync(cancellationToken);
    }

    /// <summary>The files that only texts name, which no column uses any more: few, if any.</summary>
    public static async Task<IReadOnlyList<string>> OnlyInTextsAsync(OpenParDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Database.SqlQueryRaw<string>(InTextsSql).ToListAsync(cancellationToken);
    }

    /// <summary>Some of the files that columns use, by chance.</summary>
    public static async Task<IReadOnlyList<string>> SomeAsync(OpenParDb db, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Database.SqlQueryRaw<string>(SomeSql, new NpgsqlParameter<int>("most", most)).ToListAsync(cancellationToken);
    }

    /// <summary>Those of the given files that nothing uses.</summary>
    public static async Task<IReadOnlyList<string>> UnusedAsync(OpenParDb db, IReadOnlyCollection<string> given, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(given);
        if (given.Count == 0) return [];
        return await db.Database.SqlQueryRaw<string>(Sql, new NpgsqlParameter<string[]>("given", [.. given])).ToListAsync(cancellationToken);
    }
}
