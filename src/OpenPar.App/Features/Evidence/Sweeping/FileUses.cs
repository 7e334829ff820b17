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
    /// <param name="Text">Whether it is a text in which SHA-256s stand, and not one SHA-256.</param>
    public sealed record Use(string Table, string Column, string? Only = null, bool Text = false)
    {
        /// <summary>Schema, table and column.</summary>
        public string Name => $"{Table}.{Column}";

        internal string Exists =>
            $"exists (select 1 from {Table} where {(Text ? $"position(given.sha256 in {Column}) > 0" : $"{Column} = given.sha256")}{(Only is null ? "" : $" and {Only}")})";
    }

    /// <summary>Every use. Texts come last: they are searched only for what no column holds.</summary>
    public static IReadOnlyList<Use> All { get; } =
    [
        new("evidence.revisions", "sha256"),
        new("evidence.uploads", "sha256"),
        new("frameworks.assignment_imports", "sha256", NotDiscarded),
        new("plans.imports", "sha256", NotDiscarded),
        new("papers.templates", "sha256"),
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

    /// <summary>Those of the given files that nothing uses.</summary>
    public static async Task<IReadOnlyList<string>> UnusedAsync(OpenParDb db, IReadOnlyCollection<string> given, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(given);
        if (given.Count == 0) return [];
        return await db.Database.SqlQueryRaw<string>(Sql, new NpgsqlParameter<string[]>("given", [.. given])).ToListAsync(cancellationToken);
    }
}
