using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Evidence;
using OpenPar.App.Features.Evidence.Uploads;
using OpenPar.Core;
using OpenPar.Core.Text;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Evidence;

/// <summary>The posted description of a document, as typed.</summary>
public sealed class DocumentForm
{
    private static readonly string[] Forms = ["d/M/yyyy", "yyyy-MM-dd", "d-M-yyyy", "d.M.yyyy"];

    [FromForm(Name = "number")]
    public string? Number { get; set; }

    [FromForm(Name = "symbol")]
    public string? Symbol { get; set; }

    [FromForm(Name = "issuer")]
    public string? Issuer { get; set; }

    [FromForm(Name = "issuedOn")]
    public string? IssuedOn { get; set; }

    [FromForm(Name = "effectiveOn")]
    public string? EffectiveOn { get; set; }

    [FromForm(Name = "receivedOn")]
    public string? ReceivedOn { get; set; }

    [FromForm(Name = "subject")]
    public string? Subject { get; set; }

    [FromForm(Name = "type")]
    public string? Type { get; set; }

    [FromForm(Name = "signer")]
    public string? Signer { get; set; }

    [FromForm(Name = "signerPosition")]
    public string? SignerPosition { get; set; }

    [FromForm(Name = "expiresOn")]
    public string? ExpiresOn { get; set; }

    [FromForm(Name = "archiveOn")]
    public string? ArchiveOn { get; set; }

    /// <summary>The form of a document that is there.</summary>
    public static DocumentForm Of(DocumentDescription said)
    {
        ArgumentNullException.ThrowIfNull(said);
        return new DocumentForm
        {
            Number = said.Number,
            Symbol = said.Symbol,
            Issuer = said.Issuer,
            IssuedOn = Text(said.IssuedOn),
            EffectiveOn = Text(said.EffectiveOn),
            ReceivedOn = Text(said.ReceivedOn),
            Subject = said.Subject,
            Type = said.Type,
            Signer = said.Signer,
            SignerPosition = said.SignerPosition,
            ExpiresOn = Text(said.ExpiresOn),
            ArchiveOn = Text(said.ArchiveOn),
        };
    }

    /// <summary>Reads it; what cannot be read is refused beside its field.</summary>
    public DocumentDescription Read(out List<Refusal> unread)
    {
        var refused = unread = [];
        return new DocumentDescription
        {
            Number = Number,
            Symbol = Symbol,
            Issuer = Issuer,
            IssuedOn = Day("issuedOn", IssuedOn),
            EffectiveOn = Day("effectiveOn", EffectiveOn),
            ReceivedOn = Day("receivedOn", ReceivedOn),
            Subject = Subject,
            Type = Type,
            Signer = Signer,
            SignerPosition = SignerPosition,
            ExpiresOn = Day("expiresOn", ExpiresOn),
            ArchiveOn = Day("archiveOn", ArchiveOn),
        };

        DateOnly? Day(string field, string? typed)
        {
            if (string.IsNullOrWhiteSpace(typed)) return null;
            if (DateOnly.TryParseExact(typed.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            refused.Add(Refusal.Of("day-unreadable", $"“{typed}” không phải là ngày. Viết ngày/tháng/năm, ví dụ 01/03/2025.", $"“{typed}” is not a day. Write day/month/year, such as 01/03/2025.", field));
            return null;
        }
    }

    /// <summary>The document with its file and the place in it that counts; what cannot be read is refused beside its field.</summary>
    public NewProof Proof(IFormFile? file, Stream? content, Guid? upload, string? item, string? page, out List<Refusal> unread) =>
        new(Read(out unread), file?.FileName, content, upload is { } known ? new UploadId(known) : null, item, page);

    /// <summary>What is said when the library already holds such a document.</summary>
    public static string KnownAlready => Words.Say(
        "Thư viện đã có tài liệu cùng số, ký hiệu, cơ quan hoặc cùng nội dung tệp. Lần sau có thể dẫn lại tài liệu đã có.",
        "The library already holds a document with the same number and issuer or the same file.");

    /// <summary>The whole file that was uploaded before the posted form was refused; it need not come again.</summary>
    public static async Task<ListUploads.Item?> UploadedAsync(HttpRequest request, ListUploads.Handler uploads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(uploads);
        var posted = request.HasFormContentType && Guid.TryParse(request.Form["upload"], out var upload) ? await uploads.FindAsync(new UploadId(upload), cancellationToken) : null;
        return posted is { Whole: true } ? posted : null;
    }

    /// <summary>Documents to choose from.</summary>
    public static List<SelectListItem> Choices(IEnumerable<ListDocuments.Choice> documents) =>
        [.. documents.Select(d => new SelectListItem(DocumentName.Of(d.Number, d.Symbol, d.Subject), d.Id.Value.ToString()))];

    private static string? Text(DateOnly? day) => day is { } known ? DayText.Write(known) : null;
}
