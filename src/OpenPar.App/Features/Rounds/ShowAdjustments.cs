using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Rounds;

/// <summary>Bonus and penalty of a unit: what was claimed, proved and decided, and what counts within the caps.</summary>
public static class ShowAdjustments
{
    public sealed record Line(Adjustment Entry, string? DocumentName);

    /// <param name="Sheet">The sheet.</param>
    /// <param name="Round">Its round.</param>
    /// <param name="Unit">Name of the unit.</param>
    /// <param name="Entries">Everything entered, in order.</param>
    /// <param name="MayClaim">Whether the person may claim a bonus now.</param>
    /// <param name="MayDecide">Whether the person may decide and take off now.</param>
    /// <param name="Documents">Documents the person may name, the newest first.</param>
    public sealed record View(Sheet Sheet, Round Round, string Unit, IReadOnlyList<Line> Entries, bool MayClaim, bool MayDecide, IReadOnlyList<ShowCouncil.DocumentChoice> Documents)
    {
        /// <summary>Decided points of a kind, before the cap.</summary>
        public decimal Decided(AdjustmentKind kind) => Entries.Where(e => e.Entry.Kind == kind).Sum(e => e.Entry.DecidedPoints ?? 0);

        /// <summary>Points of a kind that count.</summary>
        public decimal Counted(AdjustmentKind kind) => Math.Min(Decided(kind), (kind == AdjustmentKind.Bonus ? Round.Settings.BonusCap : Round.Settings.PenaltyCap) ?? 0);
    }

    public sealed class Handler(OpenParDb db, AdjustmentAccess access, ListFormerSheets.Handler former, Actor actor)
    {
        public async Task<View?> HandleAsync(SheetId id, CancellationToken cancellationToken)
        {
            if (await db.Sheets.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } sheet) return null;
            if (actor.ScopeOf(Permission.ViewRounds) != Scope.Province && sheet.UnitId != actor.Agency && !await former.MayReadAsync(id, sheet.UnitId, cancellationToken)) return null;
            var round = await db.Rounds.AsNoTracking().Include(r => r.Groups).SingleAsync(r => r.Id == sheet.RoundId, cancellationToken);
            var unit = await db.Agencies.Where(a => a.Id == sheet.UnitId).Select(a => a.Name).SingleAsync(cancellationToken);
            var entries = await db.Adjustments.AsNoTracking().Where(a => a.SheetId == id).OrderBy(a => a.Id)
                .Select(a => new Line(a, db.Documents.Where(d => d.Id == a.DocumentId).Select(d => d.Subject).FirstOrDefault())).ToListAsync(cancellationToken);
            var (claims, decides) = (
                await access.MayAsync(id, Permission.ScoreRows, cancellationToken) && round.Settings.BonusCap is not null,
                await access.MayAsync(id, Permission.AppraiseRows, cancellationToken));
            return new View(sheet, round, unit, entries, claims, decides, claims || decides ? await DocumentChoices.OfAsync(db, actor, cancellationToken) : []);
        }
    }
}
