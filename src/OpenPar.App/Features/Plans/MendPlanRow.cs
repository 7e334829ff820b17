using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Plans;
using OpenPar.App.Features.Reviews;
using OpenPar.Core;
using OpenPar.Core.Plans.Reviewing;

namespace OpenPar.App.Features.Plans;

/// <summary>During a review a person writes what a row says; the row counts as looked at.</summary>
public static class MendPlanRow
{
    /// <param name="Import">The review.</param>
    /// <param name="Row">Ordinal of the row.</param>
    /// <param name="Version">The row as the person saw it.</param>
    /// <param name="Words">What it says.</param>
    public sealed record Command(ImportId Import, int Row, uint Version, PlanWords Words);

    public static class Refusals
    {
        public static Refusal Nothing => Refusal.Of("row-says-nothing", "Dòng phải có ít nhất nhiệm vụ, hoạt động, mục tiêu hoặc sản phẩm. Muốn bỏ dòng, bấm “Bỏ dòng này”.", "The row must say a task, an activity, an objective or a product. To drop it, leave it out.", nameof(PlanField.Tasks));

        public static Refusal ChangedMeanwhile(string by) => Refusal.Of("row-changed-meanwhile",
            $"Dòng này vừa được sửa{by}. Chữ bạn gõ còn ở dưới; so với bản đang lưu rồi bấm lưu lần nữa nếu vẫn muốn thay.", "This row was changed a moment ago. What you typed is kept below; compare and save again to replace it.");
    }

    public sealed class Handler(OpenParDb db, PlanReviewing reviewing)
    {
        public Task<Answer<int>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            return reviewing.ChangeAsync<int>(command.Import, nameof(MendPlanRow), review =>
            {
                if (review.Touch(command.Row) is not { } row) return ReviewRefusals.RowUnknown(command.Row);
                if (command.Words.Title.Length == 0) return Refusals.Nothing;
                if (row.Version != command.Version) return Refusals.ChangedMeanwhile(" ở nơi khác");
                db.Entry(row).Property(r => r.Version).OriginalValue = command.Version;
                row.Words = PlanJson.Write(command.Words);
                row.Edited = row.Read is not { } read || !command.Words.Equals(PlanJson.ReadWords(read));
                row.State = ReviewState.Confirmed;
                review.What = $"Sửa dòng {command.Row}";
                return command.Row;
            }, cancellationToken);
        }
    }
}
