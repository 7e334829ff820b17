using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Rounds;

/// <summary>A row with the round and the criterion it belongs to.</summary>
/// <param name="Row">The row, tracked, with its owners.</param>
/// <param name="Round">Its round.</param>
/// <param name="Criterion">Its leaf of the framework.</param>
/// <param name="Framework">The framework.</param>
public sealed record LoadedRow(Row Row, Round Round, Criterion Criterion, Framework Framework);

/// <summary>
/// Every change of a row goes through here: it exists, it is the person's to change, its round is open and in time,
/// and the state machine knows the transition.
/// </summary>
public sealed class RowAccess(OpenParDb db, FrameworkCatalog frameworks, GroupFigures peers, TimeProvider time, Actor actor)
{
    public static class Refusals
    {
        public static Refusal NotFound => Refusal.Of("not-found", "Không tìm thấy dòng này.", "There is no such row.");

        public static Refusal NotYours => Refusal.Of("not-yours", "Dòng này không thuộc trách nhiệm của cơ quan bạn; không có gì được lưu.", "Your agency does not answer for this row; nothing was saved.");

        public static Refusal RoundNotOpen => Refusal.Of("round-not-open", "Kỳ đánh giá chưa mở hoặc đã kết thúc; không có gì được lưu.", "The round is not open; nothing was saved.");

        public static Refusal TooLate(DateOnly due) => Refusal.Of("too-late",
            $"Đã hết hạn {due:dd/MM/yyyy}; không có gì được lưu. Liên hệ quản trị kỳ đánh giá để được gia hạn.",
            $"The deadline was {due:dd/MM/yyyy}; nothing was saved. Ask the administrator of the round for an extension.");

        public static Refusal WrongState(RowState state) => Refusal.Of("wrong-state",
            $"Dòng đang ở trạng thái “{RowStateNames.Of(state).Vi}” nên không làm được việc này. Tải lại trang để xem trạng thái mới nhất.",
            $"The row is “{RowStateNames.Of(state).En}”, so this cannot be done now. Reload the page.");

        public static Refusal GroupClosed => Refusal.Of("group-closed",
            "Tiêu chí này so sánh các đơn vị với nhau và nhóm đã chốt khi một kỳ đánh giá của nhóm kết thúc; không có gì được lưu.",
            "This criterion compares units, and its group was settled when a round of it closed; nothing was saved.");

        public static Refusal Surveyed => Refusal.Of("surveyed", "Tiêu chí điều tra xã hội học không tự chấm điểm.", "A surveyed criterion is not self-scored.");
    }

    /// <summary>Loads a row for a transition, or says why the transition is not possible.</summary>
    public async Task<Answer<LoadedRow>> LoadAsync(RowId id, RowEvent happening, CancellationToken cancellationToken)
    {
        var row = await db.Rows.Include(r => r.Owners).SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (row is null) return Refusals.NotFound;
        var transition = RowMachine.Transitions.First(t => t.Event == happening);
        if (!Mine(row, transition.Needs)) return Refusals.NotYours;
        var round = await db.Rounds.SingleAsync(r => r.Sheets.Any(s => s.Id == row.SheetId), cancellationToken);
        if (round.State != RoundState.Open) return Refusals.RoundNotOpen;
        var due = transition.Needs == Permission.ScoreRows ? round.SelfScoreDueOn : round.AppraisalDueOn;
        // A returned row is answered within the time of the appraisal.
        if (row.State == RowState.Returned) due = round.AppraisalDueOn;
        if (time.Today() > due) return Refusals.TooLate(due);
        var framework = await frameworks.GetAsync(db, round.FrameworkId, cancellationToken);
        var criterion = framework.Find(row.Code) ?? throw new InvalidOperationException($"Row {row.Code} is not in {framework.Id}.");
        if (criterion.Method == ScoringMethod.Survey && happening != RowEvent.EnterSurvey) return Refusals.Surveyed;
        if (RowMachine.Find(row.State, happening) is null) return Refusals.WrongState(row.State);
        if (GroupPass.In(criterion.Rule).Any() && await peers.RoundsOf(round).AnyAsync(r => r.State == RoundState.Closed, cancellationToken)) return Refusals.GroupClosed;
        return new LoadedRow(row, round, criterion, framework);
    }

    /// <summary>Whether a permission of the person reaches this row.</summary>
    public bool Mine(Row row, Permission permission)
    {
        ArgumentNullException.ThrowIfNull(row);
        return actor.ScopeOf(permission) switch
        {
            Scope.Province => true,
            Scope.OwnAgency => actor.Agency is { } agency && row.Owners.Exists(o => o.AgencyId == agency),
            _ => false,
        };
    }
}
