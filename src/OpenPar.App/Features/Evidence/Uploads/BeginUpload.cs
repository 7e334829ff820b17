using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.Core;

namespace OpenPar.App.Features.Evidence.Uploads;

/// <summary>Announces a file that will come in parts.</summary>
public static class BeginUpload
{
    public sealed record Command(string? FileName, long Size);

    public static class Refusals
    {
        public static Refusal Empty => Refusal.Of("file-empty", "Tệp rỗng (0 byte); hãy chọn lại tệp.", "The file is empty; choose it again.", "file");

        public static Refusal TooLarge => Refusal.Of("file-too-large", "Tệp lớn hơn 2 GB; hãy nén hoặc tách tệp.", "The file exceeds 2 GB; compress or split it.", "file");

        public static Refusal OverQuota(long quota) => Refusal.Of("over-quota",
            $"Bạn đang có quá nhiều tệp tải dở hoặc chưa thành tài liệu (tối đa {FileSize.Show(quota)}). Mở “Tệp đang tải” để hoàn tất hoặc huỷ bớt, rồi tải tiếp.",
            $"Too much is on the way or not described yet (at most {FileSize.Show(quota)}). Finish or cancel some in “Uploads”, then go on.", "file");
    }

    public sealed class Handler(OpenParDb db, EvidenceRules rules, EvidenceTurns turns, TimeProvider time, Actor actor)
    {
        private static readonly Func<OpenParDb, Guid, CancellationToken, Task<long>> WaitingOf = EF.CompileAsyncQuery((OpenParDb db, Guid owner, CancellationToken _) =>
            db.Uploads.Where(u => u.OwnerId == owner).Sum(u => u.Size));

        public async Task<Answer<Upload>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (command.Size <= 0) return Refusals.Empty;
            if (command.Size > EvidenceRules.LargestFile) return Refusals.TooLarge;
            using var filing = await turns.Filing.TakeAsync(cancellationToken);
            var owner = actor.UserId ?? throw new InvalidOperationException("Uploads belong to a person.");
            // One insert, after which nothing is tried again: no savepoint to go back to.
            db.Database.AutoSavepointsEnabled = false;
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            // Several files begin at once: they are counted one after the other.
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({owner.ToString()}, 5))", cancellationToken);
            var waiting = await WaitingOf(db, owner, cancellationToken);
            if (waiting + command.Size > rules.Quota) return Refusals.OverQuota(rules.Quota);
            var now = time.GetUtcNow();
            var upload = new Upload
            {
                Id = UploadId.New(),
                OwnerId = owner,
                OwnerName = actor.Name,
                AgencyId = actor.Agency,
                FileName = SafeFileName.Of(command.FileName),
                Size = command.Size,
                CreatedAt = now,
                ExpiresAt = now + rules.Patience,
            };
            db.Uploads.Add(upload);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return upload;
        }
    }
}
