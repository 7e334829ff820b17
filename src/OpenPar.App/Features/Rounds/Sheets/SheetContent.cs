using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Evidence;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Rounds.Sheets;

/// <summary>
/// Everything on a sheet as canonical JSON: rows in order of the framework, names in order of the alphabet, no blanks, numbers without zeros
/// at their end, evidence and claimed bonus with the hash of each file. Equal sheets are equal byte for byte, so they have one hash. What was
/// signed in an earlier form is compared in that form.
/// </summary>
/// <param name="Json">The canonical JSON.</param>
/// <param name="Sha256">SHA-256 over UTF-8, 64 lower-case hexadecimal digits.</param>
public sealed record SheetContent(string Json, string Sha256)
{
    /// <summary>The form of new signings. Form 1 did not have the bonus the unit claims, and does not name itself.</summary>
    public const int CurrentForm = 2;

    /// <summary>A bonus the unit claims, as it stands in a content.</summary>
    /// <param name="Title">What it is for.</param>
    /// <param name="Points">Points that are claimed.</param>
    /// <param name="Statement">The reason the unit gives; null when none.</param>
    /// <param name="Document">Number, symbol and subject of the document that proves it; null when none.</param>
    /// <param name="Sha256">Hash of the document's newest file.</param>
    public sealed record Claim(string Title, decimal Points, string? Statement, string? Document, string? Sha256);

    private sealed record Proof(string? Number, string? Symbol, string Issuer, DateOnly? IssuedOn, string Subject, string? Item, int? Page, string? Link, string? Sha256);

    private sealed record Claimed(string Title, decimal Points, string? Statement, Proof? Document);

    /// <summary>Which form it has.</summary>
    public int Form => Root.TryGetProperty("form", out var form) ? form.GetInt32() : 1;

    /// <summary>The bonus claimed in it; null in the form that did not have it.</summary>
    public IReadOnlyList<Claim>? Claims => Root.TryGetProperty("bonus", out var bonus) ? [.. bonus.EnumerateArray().Select(ReadClaim)] : null;

    private JsonElement Root => JsonSerializer.Deserialize<JsonElement>(Json);

    /// <summary>The content of a sheet as it stands, in a form.</summary>
    public static async Task<SheetContent> ReadAsync(OpenParDb db, Round round, Sheet sheet, string frameworkHash, CancellationToken cancellationToken, int form = CurrentForm)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(sheet);
        var rows = await db.Rows.AsNoTracking().Where(r => r.SheetId == sheet.Id).OrderBy(r => r.SortOrder).ToListAsync(cancellationToken);
        var proofs = (await db.Citations.AsNoTracking().Where(c => db.Rows.Any(r => r.Id == c.RowId && r.SheetId == sheet.Id)).OrderBy(c => c.Id)
            .Join(db.Documents, c => c.DocumentId, d => d.Id, (c, d) => new
            {
                c.RowId,
                Proof = new Proof(d.Number, d.Symbol, d.Issuer, d.IssuedOn, d.Subject, c.Item, c.Page, d.Link, d.Revisions.OrderByDescending(v => v.Id).Select(v => v.Sha256).FirstOrDefault()),
            }).ToListAsync(cancellationToken)).ToLookup(p => p.RowId, p => p.Proof);
        var claims = form == 1 ? null : await ClaimsAsync(db, sheet.Id, cancellationToken);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            if (claims is not null) Write(json, claims);
            if (form != 1) json.WriteNumber("form", form);
            json.WriteString("framework", frameworkHash);
            json.WriteString("round", round.Id.Value);
            json.WriteStartArray("rows");
            foreach (var row in rows) Write(json, row, proofs[row.Id]);
            json.WriteEndArray();
            json.WriteString("sheet", sheet.Id.Value);
            json.WriteString("title", round.Title);
            json.WriteString("unit", sheet.UnitId.ToString());
            json.WriteNumber("year", round.Year);
            json.WriteEndObject();
        }

        return Of(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    /// <summary>The hash of a content as it was kept.</summary>
    public static SheetContent Of(string json) => new(json, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))));

    // What the unit took back is no part of what it signs; what was decided since does not change what it claimed.
    private static async Task<List<Claimed>> ClaimsAsync(OpenParDb db, SheetId sheet, CancellationToken cancellationToken)
    {
        var claims = await db.Adjustments.AsNoTracking().Where(a => a.SheetId == sheet && a.Kind == AdjustmentKind.Bonus && a.State != AdjustmentState.Withdrawn).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        var ids = claims.Select(c => c.DocumentId).OfType<DocumentId>().Distinct().ToList();
        var proofs = await db.Documents.AsNoTracking().Where(d => ids.Contains(d.Id)).Select(d => new
        {
            d.Id,
            Proof = new Proof(d.Number, d.Symbol, d.Issuer, d.IssuedOn, d.Subject, null, null, d.Link, d.Revisions.OrderByDescending(v => v.Id).Select(v => v.Sha256).FirstOrDefault()),
        }).ToDictionaryAsync(d => d.Id, d => d.Proof, cancellationToken);
        return [.. claims.Select(c => new Claimed(c.Title, c.ClaimedPoints, c.Statement, c.DocumentId is { } document ? proofs[document] : null))];
    }

    private static Claim ReadClaim(JsonElement claim)
    {
        string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() : null;
        var document = claim.TryGetProperty("document", out var proof) ? proof : (JsonElement?)null;
        return new Claim(
            claim.GetProperty("title").GetString()!, claim.GetProperty("points").GetDecimal(), Text(claim, "statement"),
            document is { } known ? DocumentName.Of(Text(known, "number"), Text(known, "symbol"), Text(known, "subject")!) : null, document is { } file ? Text(file, "sha256") : null);
    }

    private static void Write(Utf8JsonWriter json, List<Claimed> claims)
    {
        json.WriteStartArray("bonus");
        foreach (var claim in claims)
        {
            json.WriteStartObject();
            if (claim.Document is { } document)
            {
                json.WritePropertyName("document");
                Write(json, document);
            }

            Number(json, "points", claim.Points);
            Some(json, "statement", claim.Statement);
            json.WriteString("title", claim.Title);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Row row, IEnumerable<Proof> proofs)
    {
        json.WriteStartObject();
        if (row.Absence is { } absence) json.WriteString("absence", absence.ToString());
        json.WriteString("code", row.Code.ToString());
        json.WriteStartArray("evidence");
        foreach (var proof in proofs) Write(json, proof);
        json.WriteEndArray();
        if (row.Explanation is { } explanation) json.WriteString("explanation", explanation);
        json.WriteStartObject("facts");
        foreach (var (name, value) in row.Facts.OrderBy(f => f.Key, StringComparer.Ordinal)) json.WriteString(name, Text(value));
        json.WriteEndObject();
        Number(json, "points", row.SelfPoints);
        Number(json, "proposed", row.ProposedPoints);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Proof proof)
    {
        json.WriteStartObject();
        Some(json, "issued", proof.IssuedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("issuer", proof.Issuer);
        Some(json, "item", proof.Item);
        Some(json, "link", proof.Link);
        Some(json, "number", proof.Number);
        if (proof.Page is { } page) json.WriteNumber("page", page);
        Some(json, "sha256", proof.Sha256);
        json.WriteString("subject", proof.Subject);
        Some(json, "symbol", proof.Symbol);
        json.WriteEndObject();
    }

    // The stored form of a figure, with its numbers freed of zeros at their end by the same serializer every time.
    private static string Text(FactValue value) => JsonSerializer.Serialize(value.Number is { } number ? FactValue.Of(Plain(number)) : value, RuleJson.Stored);

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number) json.WriteNumber(name, Plain(number));
    }

    private static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;

    private static void Some(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }
}
