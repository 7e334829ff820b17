using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.Core;
using OpenPar.Core.Evidence;

namespace OpenPar.App.Features.Evidence.Uploads;

/// <summary>Takes the next part of an announced file. The last one makes it whole: recognised, hashed, looked at by the scanner, stored.</summary>
public static class ContinueUpload
{
    public sealed record Command(UploadId Upload, long Offset, Stream Content, PartChecksum? Checksum = null);

    /// <param name="Offset">Bytes received so far.</param>
    /// <param name="ExpiresAt">When it is thrown away if nothing more comes.</param>
    public sealed record Progress(long Offset, DateTimeOffset ExpiresAt);

    public static class Refusals
    {
        public static Refusal NotFound => Refusal.Of("not-found", "Không còn tệp đang tải này (đã huỷ, đã dùng hoặc hết hạn); hãy tải lại từ đầu.", "This upload is gone (cancelled, used or expired); start it again.", "file");

        public static Refusal Busy => Refusal.Of("busy", "Phần trước của tệp này còn đang được ghi; thử lại sau giây lát.", "The part before is still being written; try again in a moment.", "file");

        public static Refusal WrongOffset(long offset) => Refusal.Of("wrong-offset", $"Máy chủ đã nhận {offset} byte; hãy gửi tiếp từ đó.", $"The server has {offset} bytes; go on from there.", "file");

        public static Refusal LongerThanAnnounced => Refusal.Of("longer-than-announced", "Tệp dài hơn dung lượng báo trước, có thể đã bị sửa trong lúc tải; hãy tải lại từ đầu.", "The file is longer than announced; it may have changed meanwhile. Start again.", "file");

        public static Refusal WrongChecksum => Refusal.Of("wrong-checksum", "Phần vừa gửi bị hỏng trên đường truyền; hãy gửi lại phần này.", "This part was damaged on its way; send it again.", "file");
    }

    public sealed class Handler(UploadStore uploads, UploadAccess access, ReceiveFile receive, EvidenceTurns turns)
    {
        public async Task<Answer<Progress>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            using var turn = uploads.Take(command.Upload);
            if (turn is null) return Refusals.Busy;
            if (await access.FindAsync(command.Upload, cancellationToken) is not { State: not UploadState.Expired } known) return Refusals.NotFound;
            if (known.Received != command.Offset) return Refusals.WrongOffset(known.Received);
            // Whoever asks again for the end of a whole file hears that it is whole.
            if (!known.May(UploadEvent.Receive)) return new Progress(known.Upload.Size, known.Upload.ExpiresAt);
            return await AppendAsync(known, command.Content, command.Checksum, cancellationToken);
        }

        /// <summary>The first part, which came along with the announcement.</summary>
        public async Task<Answer<Progress>> HandleAsync(Upload begun, Stream content, PartChecksum? checksum, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(begun);
            using var turn = uploads.Take(begun.Id);
            return await AppendAsync(access.Known(begun), content, checksum, cancellationToken);
        }

        private async Task<Answer<Progress>> AppendAsync(KnownUpload known, Stream content, PartChecksum? checksum, CancellationToken cancellationToken)
        {
            var upload = known.Upload;
            var outcome = await uploads.AppendAsync(upload.Id, content, upload.Size, checksum, cancellationToken);
            if (outcome == AppendOutcome.TooLong) return Refusals.LongerThanAnnounced;
            if (outcome == AppendOutcome.WrongChecksum) return Refusals.WrongChecksum;
            // Scanning and storing a large file takes long, and there are few of them: they keep nobody from a turn.
            using var filing = upload.Size <= EvidenceTurns.SmallFile ? await turns.Filing.TakeAsync(cancellationToken) : null;
            var now = uploads.LengthOf(upload.Id);
            var receiving = access.Move(known, UploadEvent.Receive, nameof(ContinueUpload)) with { Received = now };
            // Not only with the first part: a server that was ended may have its bytes and not have written down their type.
            if (upload.ContentType is null && await RefusedTypeAsync(receiving, cancellationToken) is { } wrongType) return wrongType;
            if (now == upload.Size && await FinishAsync(receiving, cancellationToken) is { } refusal) return refusal;
            return await access.SaveAsync(cancellationToken) ? new Progress(now, upload.ExpiresAt) : Refusals.NotFound;
        }

        // Told from its first bytes, so that nobody sends two gigabytes for nothing.
        private async Task<Refusal?> RefusedTypeAsync(KnownUpload receiving, CancellationToken cancellationToken)
        {
            var upload = receiving.Upload;
            if (receiving.Received < Math.Min(ContentTypes.Looked, upload.Size)) return null;
            upload.ContentType = ContentTypes.TypeOf(await uploads.HeadAsync(upload.Id, ContentTypes.Looked, cancellationToken));
            return upload.ContentType is null ? await RefuseAsync(receiving, AddDocument.Refusals.TypeNotAccepted(ContentTypes.DescribeUnknown(upload.FileName)), cancellationToken) : null;
        }

        private async Task<Refusal?> FinishAsync(KnownUpload receiving, CancellationToken cancellationToken)
        {
            var upload = receiving.Upload;
            var sha256 = await uploads.HashAsync(upload.Id, cancellationToken);
            var refusal = await receive.AdoptAsync(uploads.PathOf(upload.Id), new StoredFile(sha256, upload.Size), upload.FileName, cancellationToken);
            if (refusal is not null) return await RefuseAsync(receiving, refusal, cancellationToken);
            uploads.Remove(upload.Id);
            upload.Sha256 = sha256;
            access.Move(receiving, UploadEvent.Finish, nameof(ContinueUpload));
            return null;
        }

        private async Task<Refusal> RefuseAsync(KnownUpload receiving, Refusal refusal, CancellationToken cancellationToken)
        {
            uploads.Remove(receiving.Upload.Id);
            access.Move(receiving, UploadEvent.Refuse, nameof(ContinueUpload), refusal.Code);
            return await access.SaveAsync(cancellationToken) ? refusal : Refusals.NotFound;
        }
    }
}
