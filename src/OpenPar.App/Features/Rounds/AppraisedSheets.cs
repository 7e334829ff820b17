using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>How the rows of a sheet stand for the appraisers.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Round">Its round with its extensions.</param>
/// <param name="UnitName">The unit.</param>
/// <param name="Rows">Rows that are appraised.</param>
/// <param name="Decided">Of these, decided.</param>
/// <param name="Open">Codes of rows that wait for a decision or an answer before the first result can be told.</param>
/// <param name="Missing">Codes of rows that were never handed in, after the last day of self-scoring.</param>
/// <param name="Unanswered">Codes of rows whose explanation is waited for or not appraised yet.</param>
public sealed record SheetStanding(
    Sheet Sheet, Round Round, string UnitName, int Rows, int Decided, IReadOnlyList<CriterionCode> Open, IReadOnlyList<CriterionCode> Missing, IReadOnlyList<CriterionCode> Unanswered);

/// <summary>The door for what appraisers do with a whole sheet: announce its first result, settle it, go on with it.</summary>
public sealed class AppraisedSheets(OpenParDb db, FrameworkCatalog frameworks, AppraisalTeams teams, TimeProvider time, Actor actor)
{
    public static class Refusals
    {
        public static Refusal NotFound => Refusal.Of("not-found", "Không tìm thấy phiếu này.", "There is no such sheet.");

        public static Refusal NotYours => Refusal.Of("not-yours", "Việc này của tổ thẩm định; không có gì được lưu.", "This is the appraisers'; nothing was saved.");

        public static Refusal OwnAgency => Refusal.Of("own-agency",
            "Phiếu này của cơ quan bạn; để người khác trong tổ thẩm định làm việc này.", "The sheet is your own agency's; leave it to another appraiser.");

        public static Refusal OtherTeam => Refusal.Of("other-team",
            "Tổ của bạn không phụ trách nhóm đơn vị này; không có gì được lưu.", "Your team has nothing to do with this group; nothing was saved.");

        public static Refusal WrongState(SheetState state) => Refusal.Of("wrong-state",
            $"Phiếu đang ở trạng thái “{RowStateNames.Of(state).Vi}” nên không làm được việc này. Tải lại trang để xem trạng thái mới nhất.",
            $"The sheet is “{RowStateNames.Of(state).En}”, so this cannot be done. Reload the page.");

        public static Refusal OpenRows(IReadOnlyList<CriterionCode> codes) => Refusal.Of("open-rows",
            $"Còn {codes.Count} dòng chưa thẩm định xong: {Some(codes)}. Thẩm định các dòng này rồi thông báo.",
            $"{codes.Count} rows are not decided yet: {Some(codes)}. Decide them first.");

        public static Refusal Unanswered(IReadOnlyList<CriterionCode> codes) => Refusal.Of("unanswered",
            $"Còn {codes.Count} dòng chờ giải trình hoặc chờ thẩm định lần 2: {Some(codes)}.",
            $"{codes.Count} rows wait for an explanation or its appraisal: {Some(codes)}.");

        private static string Some(IReadOnlyList<CriterionCode> codes) => string.Join(", ", codes.Take(12)) + (codes.Count > 12 ? ", …" : "");
    }

    /// <summary>How a sheet stands; null when there is none.</summary>
    public async Task<SheetStanding?> StandingAsync(SheetId id, CancellationToken cancellationToken)
    {
        var sheet = await db.Sheets.SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        if (sheet is null) return null;
        var round = await db.Rounds.Include(r => r.Extensions).SingleAsync(r => r.Id == sheet.RoundId, cancellationToken);
        var framework = await frameworks.OfGroupAsync(db, sheet.GroupId, cancellationToken);
        var name = await db.Agencies.Where(a => a.Id == sheet.UnitId).Select(a => a.Name).SingleAsync(cancellationToken);
        var rows = (await db.Rows.AsNoTracking().Where(r => r.SheetId == id).OrderBy(r => r.SortOrder).Select(r => new { r.Code, r.State }).ToListAsync(cancellationToken))
            .Where(r => framework.Find(r.Code)?.Method != ScoringMethod.Survey).ToList();
        var late = time.Today() > round.DueOn(RoundStep.SelfScore, sheet);
        var untold = rows.Where(r => r.State is RowState.NotStarted or RowState.InProgress).Select(r => r.Code).ToList();
        var undecided = rows.Where(r => r.State is RowState.Submitted or RowState.Returned).Select(r => r.Code).ToList();
        return new SheetStanding(
            sheet, round, name, rows.Count, rows.Count(r => RowMachine.IsDecided(r.State)), late ? undecided : [.. untold.Concat(undecided).Order()], late ? untold : [],
            [.. rows.Where(r => r.State is RowState.Questioned or RowState.Explained).Select(r => r.Code)]);
    }

    /// <summary>Loads a sheet for a transition and holds it until the transaction ends, or says why the transition is not possible.</summary>
    public async Task<Answer<(SheetStanding Standing, SheetTransition Transition)>> LoadAsync(SheetId id, SheetEvent happening, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.AppraiseRows)) return Refusals.NotYours;
        await db.Database.ExecuteSqlAsync($"select 1 from rounds.sheets where id = {id.Value} for update", cancellationToken);
        if (await StandingAsync(id, cancellationToken) is not { } standing) return Refusals.NotFound;
        var (sheet, round) = (standing.Sheet, standing.Round);
        if (sheet.UnitId == actor.Agency) return Refusals.OwnAgency;
        var all = await teams.OfAsync(round.Id, cancellationToken);
        if (all.Count > 0 && !all.Any(t => t.Has(actor.UserId) && t.Reaches(sheet.GroupId))) return Refusals.OtherTeam;
        if (round.State != RoundState.Open) return RowAccess.Refusals.RoundNotOpen(round.State);
        if (SheetMachine.Find(round.Way, sheet.State, happening) is not { } transition) return Refusals.WrongState(sheet.State);
        return (standing, transition);
    }
}
