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

namespace OpenPar.App.Features.Rounds.Sheets;

/// <summary>A sheet with the round it belongs to.</summary>
/// <param name="Sheet">The sheet, tracked.</param>
/// <param name="Round">Its round, with its extensions.</param>
/// <param name="Framework">The framework of its group.</param>
/// <param name="Transition">The transition that was asked for.</param>
/// <param name="FrameworkHash">Hash of the framework's content.</param>
public sealed record LoadedSheet(Sheet Sheet, Round Round, Framework Framework, SheetTransition Transition, string FrameworkHash);

/// <summary>Every change of a sheet as a whole goes through here, as those of rows go through <see cref="RowAccess"/>.</summary>
public sealed class SheetAccess(OpenParDb db, FrameworkCatalog frameworks, TimeProvider time, Actor actor)
{
    public static class Refusals
    {
        public static Refusal NotFound => Refusal.Of("not-found", "Không tìm thấy phiếu này.", "There is no such sheet.");

        public static Refusal NotYours => Refusal.Of("not-yours", "Phiếu này không phải của đơn vị bạn; không có gì thay đổi.", "The sheet is not your unit's; nothing was changed.");

        public static Refusal OwnAgency => Refusal.Of("own-agency",
            "Bạn thuộc chính đơn vị này nên không làm việc này trong thẩm định; không có gì thay đổi.",
            "You belong to this unit, so you may not do this in its appraisal; nothing was changed.");

        public static Refusal Changed => Refusal.Of("changed-meanwhile", "Phiếu vừa thay đổi; không có gì được ghi. Tải lại trang rồi làm lại.", "The sheet has just changed; nothing was done. Reload and try again.");
    }

    /// <summary>Loads a sheet for a transition, or says why it is not possible.</summary>
    public async Task<Answer<LoadedSheet>> LoadAsync(SheetId id, SheetEvent happening, CancellationToken cancellationToken)
    {
        var sheet = await db.Sheets.SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        if (sheet is null) return Refusals.NotFound;
        var needs = SheetMachine.Transitions.First(t => t.Event == happening).Needs;
        if (!Mine(sheet, needs)) return Refusals.NotYours;
        if (needs == Permission.AppraiseRows && actor.Agency == sheet.UnitId) return Refusals.OwnAgency;
        var round = await db.Rounds.Include(r => r.Extensions).SingleAsync(r => r.Id == sheet.RoundId, cancellationToken);
        if (round.State != RoundState.Open) return RowAccess.Refusals.RoundNotOpen(round.State);
        if (SheetMachine.Find(round.Way, sheet.State, happening) is not { } transition) return RowAccess.Refusals.SheetState(sheet.State);
        if (Bounded(happening) && round.DueOn(RoundStep.SelfScore, sheet) is var due && time.Today() > due) return RowAccess.Refusals.TooLate(due);
        var framework = await frameworks.OfGroupAsync(db, sheet.GroupId, cancellationToken);
        var hash = await db.Frameworks.Where(f => f.Id == framework.Id).Select(f => f.ContentHash).SingleAsync(cancellationToken);
        return new LoadedSheet(sheet, round, framework, transition, hash);
    }

    /// <summary>
    /// Holds the sheet until the transaction ends, before anything on it is looked at: who takes a row back or claims a bonus in this moment comes
    /// wholly before or after.
    /// </summary>
    public Task<IDbContextTransaction> HoldAsync(SheetId id, CancellationToken cancellationToken) => db.HoldSheetAsync(id, cancellationToken);

    /// <summary>Moves the sheet and writes what happened; the caller saves.</summary>
    public void Move(LoadedSheet loaded, string action, string? text = null)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        Move(loaded.Sheet, loaded.Transition, action, text);
    }

    /// <summary>The same for a sheet that was loaded elsewhere; what is kept stands in the audit entry.</summary>
    public void Move(Sheet sheet, SheetTransition transition, string action, string? text = null, object? kept = null)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(transition);
        sheet.State = transition.To;
        db.SheetHappenings.Add(new SheetHappening
        {
            Id = default,
            SheetId = sheet.Id,
            Event = transition.Event,
            From = transition.From,
            To = transition.To,
            Text = string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
            By = actor.Name,
            At = time.GetUtcNow(),
        });
        db.Record(actor, time, action, $"sheet/{sheet.Id.Value}", new { State = transition.From }, new { State = transition.To, Text = text?.Trim(), Kept = kept });
    }

    /// <summary>Saves a moved sheet; refuses when somebody else moved it in the same moment.</summary>
    public async Task<Answer<SheetId>> SaveAsync(LoadedSheet loaded, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return loaded.Sheet.Id;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Refusals.Changed;
        }
    }

    /// <summary>A transition that asks nothing but its words.</summary>
    public async Task<Answer<SheetId>> ActAsync(SheetId id, SheetEvent happening, string action, string text, CancellationToken cancellationToken)
    {
        var answer = await LoadAsync(id, happening, cancellationToken);
        if (!answer.Done) return answer.Refusals.ToList();
        Move(answer.Value, action, text);
        return await SaveAsync(answer.Value, cancellationToken);
    }

    /// <summary>Whether a permission of the person reaches this sheet as a whole.</summary>
    public bool Mine(Sheet sheet, Permission permission)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return actor.ScopeOf(permission) switch
        {
            Scope.Province => true,
            Scope.OwnAgency => actor.Agency == sheet.UnitId,
            _ => false,
        };
    }

    /// <summary>What the person may do with the sheet today.</summary>
    public IReadOnlySet<SheetEvent> May(Round round, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(sheet);
        if (round.State != RoundState.Open) return new HashSet<SheetEvent>();
        var late = time.Today() > round.DueOn(RoundStep.SelfScore, sheet);
        return SheetMachine.Transitions
            .Where(t => SheetMachine.Find(round.Way, sheet.State, t.Event) == t && Mine(sheet, t.Needs))
            .Where(t => t.Needs != Permission.AppraiseRows || actor.Agency != sheet.UnitId)
            .Where(t => !late || !Bounded(t.Event))
            .Select(t => t.Event).ToHashSet();
    }

    private static bool Bounded(SheetEvent happening) => happening is SheetEvent.SendToReview or SheetEvent.SendBack or SheetEvent.Sign;
}
