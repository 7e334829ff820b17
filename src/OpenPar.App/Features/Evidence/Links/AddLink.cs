using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Features.Evidence.Links;
using OpenPar.Core;

namespace OpenPar.App.Features.Evidence;

/// <summary>Adds a web page as evidence, with a stored copy of what was seen and when: pages change, proof must not.</summary>
public static class AddLink
{
    private const int LongestAddress = 2_000;

    /// <param name="Address">Address as typed.</param>
    /// <param name="Description">What it is.</param>
    /// <param name="FileName">Name of a copy the person made, for where there is no network.</param>
    /// <param name="Copy">That copy.</param>
    /// <param name="SeenAt">When the person saw the page.</param>
    public sealed record Command(string? Address, DocumentDescription Description, string? FileName, Stream? Copy, DateTimeOffset? SeenAt);

    public static class Refusals
    {
        public static Refusal AddressMissing => Refusal.Of("address-missing", "Nhập địa chỉ trang web, bắt đầu bằng https:// hoặc http://.", "Enter the address of the page, beginning with https:// or http://.", "address");

        public static Refusal NotPublic => Refusal.Of("not-public", "Địa chỉ này không thuộc mạng công cộng nên máy chủ không mở. Hãy lưu trang thành tệp rồi tải bản sao lên.", "This address is not on the public network and is not opened by the server. Save the page and upload the copy.", "address");

        public static Refusal NoCopy(string vi, string en) => Refusal.Of("no-copy",
            $"Không lấy được bản sao của trang ({vi}). Mở trang bằng trình duyệt, lưu thành PDF hoặc ảnh, rồi chọn tệp ở ô “Bản sao bạn tự lưu”.",
            $"The page could not be copied ({en}). Open it in a browser, save it as PDF or picture, and choose that file as your own copy.", "copy");

        public static Refusal SeenInFuture => Refusal.Of("seen-in-future", "Ngày xem không thể sau hôm nay.", "The day it was seen cannot be after today.", "seenOn");
    }

    public sealed class Handler(OpenParDb db, PageCopier copier, TakeFile take, ReceiveFile receive, TimeProvider time, Actor actor)
    {
        public async Task<Answer<DocumentId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var refusals = command.Description.Problems();
            if (Read(command.Address) is not { } address) refusals.Add(Refusals.AddressMissing);
            else if (refusals.Count == 0) return await AddAsync(command, address, cancellationToken);
            return refusals;
        }

        private async Task<Answer<DocumentId>> AddAsync(Command command, Uri address, CancellationToken cancellationToken)
        {
            if (command.SeenAt > time.GetUtcNow()) return Refusals.SeenInFuture;
            var document = new Document
            {
                Id = DocumentId.New(),
                Issuer = "",
                Subject = "",
                Link = address.AbsoluteUri,
                AgencyId = actor.Agency,
                Demonstration = actor.Demonstration,
                AddedAt = time.GetUtcNow(),
                AddedBy = actor.Name,
            };
            var copy = command.Copy is null
                ? await FetchAsync(document.Id, address, cancellationToken)
                : await GivenAsync(document.Id, command, cancellationToken);
            if (!copy.Done) return copy.Refusals.ToList();
            document.Revisions.Add(copy.Value);
            command.Description.Describe(document);
            db.Documents.Add(document);
            db.Record(actor, time, nameof(AddLink), $"document/{document.Id.Value}", after: new { document.Link, document.Subject, copy.Value.Sha256, copy.Value.SeenAt });
            await db.SaveChangesAsync(cancellationToken);
            return document.Id;
        }

        private async Task<Answer<Revision>> GivenAsync(DocumentId document, Command command, CancellationToken cancellationToken)
        {
            var taken = await take.FromFormAsync(document, command.FileName, command.Copy!, cancellationToken);
            if (!taken.Done) return taken.Refusals.Select(r => r with { Field = "copy" }).ToList();
            var file = taken.Value;
            return take.Revision(document, file.Sha256, file.Size, file.FileName, file.ContentType, command.SeenAt ?? time.GetUtcNow());
        }

        private async Task<Answer<Revision>> FetchAsync(DocumentId document, Uri address, CancellationToken cancellationToken)
        {
            var (page, failure) = await copier.CopyAsync(address, cancellationToken);
            if (failure is { } why) return Why(why);
            var type = TypeOf(page!);
            if (type is null) return AddDocument.Refusals.TypeNotAccepted(page!.Type ?? "không rõ loại") with { Field = "address" };
            var name = SafeFileName.Of($"{page!.At.Host}{Extension(type)}");
            using var content = new MemoryStream(page.Content);
            var file = await receive.SaveAsync(content, name, PageCopier.Largest, AddDocument.Refusals.FileTooLarge, cancellationToken);
            if (!file.Done) return file.Refusals.ToList();
            if (file.Value.Size == 0) return Refusals.NoCopy("trang trống", "the page is empty");
            return take.Revision(document, file.Value.Sha256, file.Value.Size, name, type, time.GetUtcNow());
        }

        private static Refusal Why(CopyFailure failure) => failure switch
        {
            CopyFailure.NotPublic => Refusals.NotPublic,
            CopyFailure.TooSlow => Refusals.NoCopy("quá 20 giây chưa xong", "it took more than 20 seconds"),
            CopyFailure.TooLarge => Refusals.NoCopy("lớn hơn 20 MB", "it is larger than 20 MB"),
            CopyFailure.Refused => Refusals.NoCopy("trang web báo không có hoặc không cho xem", "the site says there is no such page"),
            _ => Refusals.NoCopy("không kết nối được", "no connection"),
        };

        private static string? TypeOf(SeenPage page)
        {
            // A page of the web is kept as it came and never shown as a page again, only as a file and as text.
            if (page.Type is "text/html" or "application/xhtml+xml") return "text/html";
            return ContentTypes.TypeOf(page.Content.AsSpan(0, Math.Min(page.Content.Length, ContentTypes.Looked)));
        }

        private static string Extension(string type) => type switch
        {
            "text/html" => ".html",
            "application/pdf" => ".pdf",
            "image/png" => ".png",
            "image/jpeg" => ".jpg",
            "text/plain" => ".txt",
            _ when type.EndsWith("wordprocessingml.document", StringComparison.Ordinal) => ".docx",
            _ when type.EndsWith("spreadsheetml.sheet", StringComparison.Ordinal) => ".xlsx",
            _ => "",
        };

        private static Uri? Read(string? typed) =>
            typed?.Trim() is { Length: > 0 and <= LongestAddress } text && Uri.TryCreate(text, UriKind.Absolute, out var address)
                && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.UserInfo.Length == 0 && address.Host.Length > 0
                ? address : null;
    }
}
