using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Evidence.Sweeping;
using OpenPar.Core.Papers;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Evidence.Storage;

/// <summary>A use of stored bytes in words by which their owner can be found.</summary>
/// <param name="Sha256">The bytes.</param>
/// <param name="Kind">What uses them.</param>
/// <param name="Name">What that is called: of a document its number, symbol and subject.</param>
/// <param name="FileName">Name of the file as it came; null where it is not kept.</param>
/// <param name="Agency">The agency it belongs to, as the register names it today; null when there is none.</param>
/// <param name="By">Who brought it.</param>
/// <param name="At">When.</param>
/// <param name="Used">What is built on it: rows of sheets, tasks, signings.</param>
public sealed record FilePlace(string Sha256, LocalText Kind, string Name, string? FileName, string? Agency, string? By, DateTimeOffset? At, IReadOnlyList<LocalText> Used);

/// <summary>Says of stored bytes where they are used; knows a way for each of <see cref="FileUses.All"/>.</summary>
public static class FilePlaces
{
    private static readonly Dictionary<string, Func<OpenParDb, string[], CancellationToken, Task<List<FilePlace>>>> Ways = new()
    {
        ["evidence.revisions.sha256"] = DocumentsAsync,
        ["evidence.uploads.sha256"] = UploadsAsync,
        ["frameworks.assignment_imports.sha256"] = AssignmentsAsync,
        ["plans.imports.sha256"] = PlansAsync,
        ["papers.templates.sha256"] = TemplatesAsync,
        ["rounds.closings.content"] = SigningsAsync,
    };

    /// <summary>The uses whose places it can say, by name.</summary>
    public static IReadOnlyCollection<string> Known => Ways.Keys;

    /// <summary>The places of each file; of one that nothing uses there are none. Texts are searched only for what has no other place.</summary>
    public static async Task<ILookup<string, FilePlace>> ListAsync(OpenParDb db, IReadOnlyCollection<string> files, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(files);
        var places = new List<FilePlace>();
        foreach (var use in FileUses.All)
        {
            var asked = use.Text ? files.Except(places.Select(p => p.Sha256)).ToArray() : [.. files];
            if (asked.Length > 0) places.AddRange(await Ways[use.Name](db, asked, cancellationToken));
        }

        return places.ToLookup(p => p.Sha256);
    }

    private static async Task<List<FilePlace>> DocumentsAsync(OpenParDb db, string[] files, CancellationToken cancellationToken)
    {
        var found = await (
            from revision in db.Revisions
            where files.Contains(revision.Sha256)
            join document in db.Documents on revision.DocumentId equals document.Id
            join agency in db.Agencies on document.AgencyId equals agency.Id into agencies
            from agency in agencies.DefaultIfEmpty()
            orderby revision.Id
            select new { revision, document.Number, document.Symbol, document.Subject, Agency = agency == null ? null : agency.Name }).AsNoTracking().ToListAsync(cancellationToken);
        var uses = await DocumentUses.ListAsync(db, [.. found.Select(f => f.revision.DocumentId)], cancellationToken);
        return [.. found.Select(f => new FilePlace(
            f.revision.Sha256, new("tài liệu kiểm chứng", "evidence document"), DocumentName.Of(f.Number, f.Symbol, f.Subject), f.revision.FileName, f.Agency,
            f.revision.UploadedBy, f.revision.UploadedAt, [.. Said(uses[f.revision.DocumentId])]))];
    }

    private static async Task<List<FilePlace>> UploadsAsync(OpenParDb db, string[] files, CancellationToken cancellationToken)
    {
        var found = await (
            from upload in db.Uploads
            where upload.Sha256 != null && files.Contains(upload.Sha256)
            join agency in db.Agencies on upload.AgencyId equals agency.Id into agencies
            from agency in agencies.DefaultIfEmpty()
            orderby upload.CreatedAt
            select new { Upload = upload, Agency = agency == null ? null : agency.Name }).AsNoTracking().ToListAsync(cancellationToken);
        return [.. found.Select(f => new FilePlace(
            f.Upload.Sha256!, new("tệp đã tải, chờ ghi thông tin", "uploaded file that waits to be described"), f.Upload.FileName, f.Upload.FileName, f.Agency, f.Upload.OwnerName, f.Upload.CreatedAt, []))];
    }

    private static async Task<List<FilePlace>> AssignmentsAsync(OpenParDb db, string[] files, CancellationToken cancellationToken)
    {
        var found = await db.AssignmentImports.AsNoTracking().Where(i => i.State != ImportState.Discarded && files.Contains(i.Sha256))
            .OrderBy(i => i.UploadedAt).Select(i => new { i.Sha256, i.Title, i.FileName, i.UploadedBy, i.UploadedAt }).ToListAsync(cancellationToken);
        return [.. found.Select(f => new FilePlace(
            f.Sha256, new("phụ lục phân công đã nạp", "imported assignment annex"), f.Title ?? f.FileName, f.FileName, null, f.UploadedBy, f.UploadedAt, []))];
    }

    private static async Task<List<FilePlace>> PlansAsync(OpenParDb db, string[] files, CancellationToken cancellationToken)
    {
        var found = await db.PlanImports.AsNoTracking().Where(i => i.State != ImportState.Discarded && files.Contains(i.Sha256))
            .OrderBy(i => i.UploadedAt).Select(i => new { i.Sha256, i.Title, i.FileName, i.Issuer, i.UploadedBy, i.UploadedAt }).ToListAsync(cancellationToken);
        return [.. found.Select(f => new FilePlace(
            f.Sha256, new("kế hoạch đã nạp", "imported plan"), f.Title ?? f.FileName, f.FileName, f.Issuer, f.UploadedBy, f.UploadedAt, []))];
    }

    private static async Task<List<FilePlace>> TemplatesAsync(OpenParDb db, string[] files, CancellationToken cancellationToken)
    {
        var found = await db.PaperTemplates.AsNoTracking().Where(t => files.Contains(t.Sha256)).ToListAsync(cancellationToken);
        return [.. found.Select(f => new FilePlace(
            f.Sha256, new("mẫu văn bản của tỉnh", "template of papers"), PaperKinds.NameOf(f.Kind).Vi, f.FileName, null, f.UploadedBy, f.UploadedAt, []))];
    }

    // The document is no longer in the library: what it was called stands in what was signed.
    private static async Task<List<FilePlace>> SigningsAsync(OpenParDb db, string[] files, CancellationToken cancellationToken)
    {
        var places = new List<FilePlace>();
        foreach (var file in files)
        {
            var found = await (
                from closing in db.Closings
                where closing.Content.Contains(file)
                join sheet in db.Sheets on closing.SheetId equals sheet.Id
                join round in db.Rounds on sheet.RoundId equals round.Id
                join unit in db.Agencies on sheet.UnitId equals unit.Id
                orderby closing.Id
                select new { closing.Content, closing.SignedBy, closing.SignedAt, round.Title, round.Year, Unit = unit.Name }).AsNoTracking().ToListAsync(cancellationToken);
            places.AddRange(found.Select(f => new FilePlace(
                file, new("tài liệu trong phiếu đã ký", "document in a signed sheet"), NamedIn(f.Content, file), null, f.Unit, f.SignedBy, f.SignedAt,
                [new($"phiếu của {f.Unit}, {f.Title} ({f.Year}), đã ký", $"sheet of {f.Unit}, {f.Title} ({f.Year}), signed")])));
        }

        return places;
    }

    private static string NamedIn(string content, string sha256)
    {
        using var json = JsonDocument.Parse(content);
        var rows = json.RootElement.TryGetProperty("rows", out var listed) ? listed.EnumerateArray().SelectMany(r => r.GetProperty("evidence").EnumerateArray()) : [];
        var claims = json.RootElement.TryGetProperty("bonus", out var bonus) ? bonus.EnumerateArray().Where(c => c.TryGetProperty("document", out _)).Select(c => c.GetProperty("document")) : [];
        var proof = rows.Concat(claims).FirstOrDefault(p => Text(p, "sha256") == sha256);
        return proof.ValueKind == JsonValueKind.Undefined ? sha256 : DocumentName.Of(Text(proof, "number"), Text(proof, "symbol"), Text(proof, "subject") ?? sha256);
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IEnumerable<LocalText> Said(DocumentUses.Places places) =>
    [
        .. places.Rows.Select(r => new LocalText($"{r.Round} ({r.Year}), phiếu của {r.Unit}, mục {r.Code}", $"{r.Round} ({r.Year}), sheet of {r.Unit}, row {r.Code}")),
        .. places.Tasks.Select(t => new LocalText($"{t.PlanTitle}, nhiệm vụ “{t.Title}”", $"{t.PlanTitle}, task “{t.Title}”")),
        .. places.Sheets.Select(s => s.Signed
            ? new LocalText($"{s.Round} ({s.Year}), bản ký của phiếu {s.Unit}", $"{s.Round} ({s.Year}), signed paper of the sheet of {s.Unit}")
            : new LocalText($"{s.Round} ({s.Year}), điểm thưởng, điểm trừ của {s.Unit}", $"{s.Round} ({s.Year}), bonus or penalty of {s.Unit}")),
        .. places.Sessions.Select(s => new LocalText($"{s.Round} ({s.Year}), biên bản họp Hội đồng {s.Minutes}", $"{s.Round} ({s.Year}), minutes of the council {s.Minutes}")),
    ];
}
