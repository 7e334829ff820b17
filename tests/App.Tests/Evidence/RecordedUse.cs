namespace OpenPar.App.Tests.Evidence;

/// <summary>Records that use stored bytes, one of each kind.</summary>
internal static class RecordedUse
{
    /// <summary>One record, with as little around it as its table allows: what it belongs to is left out.</summary>
    public static async Task<Guid> AddAsync(AppHouse house, string place, string sha256)
    {
        var id = Guid.NewGuid();
        var cancel = TestContext.Current.CancellationToken;
        await using var connection = await house.Source.OpenConnectionAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = $"set session_replication_role = {(place == "evidence.uploads.sha256" ? "origin" : "replica")}; {InsertOf(place, sha256, id)}; set session_replication_role = origin";
        await command.ExecuteNonQueryAsync(cancel);
        return id;
    }

    private static string InsertOf(string place, string sha256, Guid id) => place switch
    {
        "evidence.uploads.sha256" => $"insert into evidence.uploads (id, owner_id, owner_name, file_name, size, sha256, created_at, expires_at) values ('{id}', '{id}', 'A', 'a.pdf', 1, '{sha256}', now(), now())",
        "evidence.revisions.sha256" => $"insert into evidence.revisions (document_id, sha256, size, file_name, content_type, uploaded_at, uploaded_by) values ('{id}', '{sha256}', 1, 'a', 'a', now(), 'A')",
        "frameworks.assignment_imports.sha256" => $"insert into frameworks.assignment_imports (id, framework_id, file_name, sha256, names_on, name_choices, findings, state, uploaded_at, uploaded_by) values ('{id}', 'a', 'a', '{sha256}', now(), '{{}}', '[]', 'InReview', now(), 'A')",
        "plans.imports.sha256" => $"insert into plans.imports (id, file_name, sha256, annexes, names_on, name_choices, findings, state, uploaded_at, uploaded_by) values ('{id}', 'a', '{sha256}', '[]', now(), '{{}}', '[]', 'InReview', now(), 'A')",
        "papers.templates.sha256" => $"insert into papers.templates (kind, file_name, sha256, size, uploaded_at, uploaded_by) values ('ScoreSheet', 'a', '{sha256}', 1, now(), 'A')",
        "rounds.closings.content" => $$"""insert into rounds.closings (sheet_id, content, sha256, factor, signed_by, signed_at) values ('{{id}}', '{"sha256":"{{sha256}}"}', '{{new string('0', 64)}}', 'a', 'A', now())""",
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, "Say how this place uses bytes."),
    };
}
