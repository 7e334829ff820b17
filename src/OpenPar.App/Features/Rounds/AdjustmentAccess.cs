using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Evidence;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>
/// Every change of a bonus or penalty goes through here. A unit claims while its sheet is being filled; an appraiser of another agency
/// decides while the round is open and the sheet is signed. Once the round is closed nothing changes.
/// </summary>
public sealed class AdjustmentAccess(OpenParDb db, TimeProvider time, Actor actor)
{
    public static class Refusals
    {
        public static Refusal NotFound => Refusal.Of("not-found", "Không tìm thấy phiếu hoặc mục này.", "There is no such sheet or entry.");

        public static Refusal NotYours => Refusal.Of("not-yours", "Phiếu này không phải của đơn vị bạn; không có gì được lưu.", "This is not your unit's sheet; nothing was saved.");

        public static Refusal NoCap(AdjustmentKind kind) => kind == AdjustmentKind.Bonus
            ? Refusal.Of("no-bonus", "Kỳ đánh giá này không có điểm thưởng.", "This round has no bonus.")
            : Refusal.Of("no-penalty", "Kỳ đánh giá này không có điểm trừ.", "This round has no penalty.");

        public static Refusal TitleMissing => Refusal.Of("title-missing", "Ghi nội dung được thưởng hoặc bị trừ.", "Say what it is for.", "title");

        public static Refusal PointsMissing => Refusal.Of("points-missing", "Nhập số điểm.", "Enter the points.", TypedFacts.PointsField);

        public static Refusal PointsZero => Refusal.Of("points-zero", "Số điểm phải lớn hơn 0.", "The points must be above 0.", TypedFacts.PointsField);

        public static Refusal EvidenceMissing => Refusal.Of("evidence-missing", "Chọn tài liệu chứng minh.", "Choose the document that proves it.", "document");

        public static Refusal ReasonMissing => Refusal.Of("reason-missing", "Ghi lý do của quyết định.", "Give the reason of the decision.", "reason");

        public static Refusal Entered => Refusal.Of("entered",
            "Phiếu đã có mục này, cùng nội dung và số điểm; lần này không có gì được lưu. Nếu là việc khác, ghi rõ khác ở chỗ nào.",
            "The sheet has this entry already, with the same words and points; nothing was saved this time. If it is something else, say how it differs.", "title");

        public static Refusal Settled => Refusal.Of("settled", "Mục này đã có quyết định hoặc đã rút; không có gì thay đổi.", "This entry is decided or withdrawn already; nothing was changed.");
    }

    /// <summary>The sheet and its round, when the person may do this to a bonus or penalty of it now.</summary>
    public async Task<Answer<(Sheet Sheet, Round Round)>> LoadAsync(SheetId id, Permission permission, CancellationToken cancellationToken)
    {
        if (await db.Sheets.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } sheet) return Refusals.NotFound;
        var round = await db.Rounds.AsNoTracking().Include(r => r.Extensions).SingleAsync(r => r.Id == sheet.RoundId, cancellationToken);
        var own = actor.Agency is { } agency && sheet.UnitId == agency;
        var claims = permission == Permission.ScoreRows;
        if (claims ? !own || actor.ScopeOf(permission) < Scope.OwnAgency : actor.ScopeOf(permission) != Scope.Province) return Refusals.NotYours;
        if (!claims && own) return RowAccess.Refusals.OwnAgency;
        if (round.State != RoundState.Open) return RowAccess.Refusals.RoundNotOpen(round.State);
        if (!InState(round, sheet, claims)) return RowAccess.Refusals.SheetState(sheet.State);
        var due = round.DueOn(claims ? RoundStep.SelfScore : RoundStep.SecondAppraisal, sheet);
        return time.Today() > due ? RowAccess.Refusals.TooLate(due) : (sheet, round);
    }

    /// <summary>
    /// Keeps the sheet in its state until the transaction ends, so that nothing is claimed or taken back beside a signing that did not see it, and
    /// the same entry that is sent twice is seen the second time.
    /// </summary>
    public Task<IDbContextTransaction> HoldAsync(SheetId id, CancellationToken cancellationToken) => db.HoldSheetAsync(id, cancellationToken);

    /// <summary>Whether the sheet has this very entry already: the same kind, words and points, not withdrawn.</summary>
    public Task<bool> IsEnteredAsync(SheetId id, AdjustmentKind kind, string title, decimal points, CancellationToken cancellationToken) =>
        db.Adjustments.AnyAsync(a => a.SheetId == id && a.Kind == kind && a.Title == title && a.ClaimedPoints == points && a.State != AdjustmentState.Withdrawn, cancellationToken);

    /// <summary>Whether the person may do it now.</summary>
    public async Task<bool> MayAsync(SheetId id, Permission permission, CancellationToken cancellationToken) => (await LoadAsync(id, permission, cancellationToken)).Done;

    /// <summary>Reads what a claim and a penalty have in common: what it is for, its points up to the cap, and the document.</summary>
    /// <param name="title">Typed title.</param>
    /// <param name="points">Typed points.</param>
    /// <param name="cap">The most there may be.</param>
    /// <param name="document">The chosen document.</param>
    /// <param name="proof">Whether a document must be chosen.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<(string Title, decimal? Points, List<Refusal> Refusals)> ReadAsync(
        string? title, string? points, decimal cap, DocumentId? document, bool proof, CancellationToken cancellationToken)
    {
        var refusals = new List<Refusal>();
        var (read, refusal) = ReadPoints(points, cap, zero: false);
        if (refusal is not null) refusals.Add(refusal);
        var clean = VietnameseText.Clean(title);
        if (clean.Length == 0) refusals.Add(Refusals.TitleMissing);
        if (document is { } chosen ? !await ListDocuments.Visible(db, actor).AnyAsync(d => d.Id == chosen, cancellationToken) : proof) refusals.Add(Refusals.EvidenceMissing);
        return (clean, read, refusals);
    }

    /// <summary>Reads points between zero and the cap; zero only where it is allowed.</summary>
    public static (decimal? Points, Refusal? Refusal) ReadPoints(string? typed, decimal? cap, bool zero)
    {
        var (points, refusal) = TypedFacts.ReadPoints(typed, cap);
        if (refusal is not null) return (null, refusal);
        if (points is null) return (null, Refusals.PointsMissing);
        return points == 0 && !zero ? (null, Refusals.PointsZero) : (points, null);
    }

    private static bool InState(Round round, Sheet sheet, bool claims)
    {
        if (claims) return sheet.State == SheetState.Filling;
        return round.Way == ScoringWay.ByCriterion || sheet.State is SheetState.Signed or SheetState.Announced or SheetState.Settled;
    }
}
