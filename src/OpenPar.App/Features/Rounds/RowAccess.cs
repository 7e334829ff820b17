using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>A row with the round, the sheet and the criterion it belongs to.</summary>
/// <param name="Row">The row, tracked, with its owners and delegates.</param>
/// <param name="Round">Its round, with its extensions.</param>
/// <param name="Sheet">Its sheet.</param>
/// <param name="Criterion">Its leaf of the framework.</param>
/// <param name="Framework">The framework of its group.</param>
/// <param name="Transition">The transition that was asked for.</param>
public sealed record LoadedRow(Row Row, Round Round, Sheet Sheet, Criterion Criterion, Framework Framework, RowTransition Transition);

/// <summary>
/// Every change of a row goes through here: it exists, it is the person's to change, its round and sheet are in a state for it and in
/// time, and the state machine knows the transition.
/// </summary>
public sealed class RowAccess(OpenParDb db, FrameworkCatalog frameworks, AppraisalTeams teams, TimeProvider time, Actor actor)
{
    public static class Refusals
    {
        public static Refusal NotFound => Refusal.Of("not-found", "Không tìm thấy dòng này.", "There is no such row.");

        public static Refusal NotYours => Refusal.Of("not-yours", "Dòng này không thuộc trách nhiệm của bạn; không có gì được lưu.", "You do not answer for this row; nothing was saved.");

        public static Refusal OwnAgency => Refusal.Of("own-agency",
            "Bạn thuộc cơ quan có dòng này nên không được thẩm định; không có gì được lưu. Để người khác trong tổ thẩm định.",
            "The row is your own agency's, so you may not appraise it; nothing was saved. Leave it to another appraiser.");

        public static Refusal RoundNotOpen(RoundState state) => Refusal.Of("round-not-open",
            $"Kỳ đánh giá đang ở trạng thái “{RowStateNames.Of(state).Vi}” nên không làm được việc này; không có gì được lưu.",
            $"The round is “{RowStateNames.Of(state).En}”, so this cannot be done; nothing was saved.");

        public static Refusal SheetState(SheetState state) => Refusal.Of("sheet-state",
            $"Phiếu đang ở trạng thái “{RowStateNames.Of(state).Vi}” nên không làm được việc này; không có gì được lưu.",
            $"The sheet is “{RowStateNames.Of(state).En}”, so this cannot be done; nothing was saved.");

        public static Refusal TooLate(DateOnly due) => Refusal.Of("too-late",
            $"Đã hết hạn {due:dd/MM/yyyy}; không có gì được lưu. Liên hệ quản trị kỳ đánh giá để được gia hạn.",
            $"The deadline was {due:dd/MM/yyyy}; nothing was saved. Ask the administrator of the round for an extension.");

        public static Refusal TooEarly(DateOnly until) => Refusal.Of("too-early",
            $"Đơn vị còn trả lời được đến hết {until:dd/MM/yyyy}; chưa quyết định được và không có gì được lưu.",
            $"The unit may answer until {until:dd/MM/yyyy}; nothing can be decided before and nothing was saved.");

        public static Refusal WrongState(RowState state) => Refusal.Of("wrong-state",
            $"Dòng đang ở trạng thái “{RowStateNames.Of(state).Vi}” nên không làm được việc này. Tải lại trang để xem trạng thái mới nhất.",
            $"The row is “{RowStateNames.Of(state).En}”, so this cannot be done now. Reload the page.");

        public static Refusal Changed => Refusal.Of("changed-meanwhile",
            "Dòng này vừa thay đổi trong cùng lúc (người khác, hoặc bạn bấm hai lần); lần này không có gì được lưu. Xem trạng thái hiện tại rồi làm lại nếu còn cần.",
            "The row changed in the same moment (by somebody else, or you pressed twice); nothing was saved this time. Look at it again and repeat if it is still needed.");

        public static Refusal Surveyed => Refusal.Of("surveyed", "Tiêu chí điều tra xã hội học không tự chấm điểm.", "A surveyed criterion is not self-scored.");
    }

    /// <summary>Loads a row for a transition, or says why the transition is not possible.</summary>
    public async Task<Answer<LoadedRow>> LoadAsync(RowId id, RowEvent happening, CancellationToken cancellationToken)
    {
        var row = await RowQueries.RowToChange(db, id, cancellationToken);
        if (row is null) return Refusals.NotFound;
        var ground = await RowQueries.GroundToChange(db, id, cancellationToken);
        var (sheet, round) = (ground.Sheet, ground.Round);
        var needs = RowMachine.Transitions.First(t => t.Event == happening).Needs;
        if (!Mine(row, sheet, needs)) return Refusals.NotYours;
        if (needs is Permission.AppraiseRows or Permission.DecideInCouncil && Own(row, sheet)) return Refusals.OwnAgency;
        var framework = await frameworks.GetAsync(db, ground.Framework, ground.Hash, cancellationToken);
        var criterion = framework.Find(row.Code) ?? throw new InvalidOperationException($"Row {row.Code} is not in {framework.Id}.");
        var asked = RowMachine.Transitions.First(t => t.Event == happening);
        if (round.State != asked.Round) return Refusals.RoundNotOpen(round.State);
        if (criterion.Method == ScoringMethod.Survey && happening is not (RowEvent.EnterSurvey or RowEvent.Decide)) return Refusals.Surveyed;
        if (RowMachine.Find(row.State, happening) is not { } transition) return Refusals.WrongState(row.State);
        if (!transition.Suits(round.Way, sheet.State)) return Refusals.SheetState(sheet.State);
        if (DueOn(round, sheet, row, transition) is { } due && time.Today() > due) return Refusals.TooLate(due);
        if (AnswerUntil(round, sheet, row, transition) is { } answer && time.Today() <= answer) return Refusals.TooEarly(answer);
        if (needs == Permission.AppraiseRows && await teams.RefusalAsync(round.Id, sheet.GroupId, row.Code, cancellationToken) is { } others) return others;
        return new LoadedRow(row, round, sheet, criterion, framework, transition);
    }

    /// <summary>Saves a row that was loaded here; refuses when it changed since, by somebody else or by the same act sent twice.</summary>
    public async Task<Refusal?> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Refusals.Changed;
        }
    }

    /// <summary>
    /// Keeps the sheet of a row in its state until the transaction ends, so that nothing is taken back or opened beside a signing or an announcement
    /// that did not see it.
    /// </summary>
    public async Task<IDbContextTransaction> HoldSheetAsync(RowId id, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select from rounds.sheets where id = (select sheet_id from rounds.rows where id = {id.Value}) for share", cancellationToken);
        return transaction;
    }

    /// <summary>
    /// Begins a transaction in which nobody else changes the evidence of a row, writes a note on it or hands it in, so that nothing slips past a check that
    /// did not see it. Autosaves do not wait for it.
    /// </summary>
    public async Task<IDbContextTransaction> HoldRowAsync(RowId id, CancellationToken cancellationToken)
    {
        // A save that fails ends the whole of it: a savepoint before each would only be two more questions to the database.
        db.Database.AutoSavepointsEnabled = false;
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({id.Value.ToString()}, 6))", cancellationToken);
        return transaction;
    }

    /// <summary>The last day of a transition of a row: its own day of answer when it has one, else its sheet's; null when no day bounds it.</summary>
    public static DateOnly? DueOn(Round round, Sheet sheet, Row row, RowTransition transition)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(transition);
        if (transition.Step is not { } step) return null;
        var answers = transition.Needs == Permission.ScoreRows && row.State is RowState.Returned or RowState.Questioned;
        return answers && row.AnswerDueOn is { } day ? day : round.DueOn(step, sheet);
    }

    /// <summary>The last day a row that was sent back may still be answered, before which nobody decides it; null for other transitions.</summary>
    public static DateOnly? AnswerUntil(Round round, Sheet sheet, Row row, RowTransition transition)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(row);
        if (!RowMachine.WaitsForAnswer(transition)) return null;
        return row.AnswerDueOn ?? round.DueOn(row.State == RowState.Returned ? RoundStep.Appraisal : RoundStep.Explanation, sheet);
    }

    /// <summary>Whether a permission of the person reaches this row.</summary>
    public bool Mine(Row row, Sheet sheet, Permission permission)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(sheet);
        return actor.ScopeOf(permission) switch
        {
            Scope.Province => true,
            Scope.OwnAgency => actor.Agency is { } agency && (row.Owners.Exists(o => o.AgencyId == agency) || (permission != Permission.ScoreRows && sheet.UnitId == agency)),
            Scope.Delegated => actor.UserId is { } user && row.Delegates.Exists(d => d.UserId == user),
            _ => false,
        };
    }

    /// <summary>Whether the person may write figures of the row today.</summary>
    public bool MayWrite(Row row, Sheet sheet, Round round)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(round);
        return RowMachine.Find(row.State, RowEvent.Save) is { } transition && transition.Round == round.State && transition.Suits(round.Way, sheet.State)
            && Mine(row, sheet, Permission.ScoreRows) && !(DueOn(round, sheet, row, transition) is { } due && time.Today() > due);
    }

    /// <summary>Whether the person works for the unit or for an agency that answers for the row.</summary>
    public bool Own(Row row, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(sheet);
        return actor.Agency is { } agency && (sheet.UnitId == agency || row.Owners.Exists(o => o.AgencyId == agency));
    }
}
