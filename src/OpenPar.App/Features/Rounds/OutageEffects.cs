using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Rounds;

/// <summary>Which last days an outage makes later: of every open round, for all its units, and beside that for groups and units whose own extension runs longer.</summary>
public sealed class OutageEffects(OpenParDb db)
{
    /// <param name="Round">The round.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Group">Only this group; null for all or one unit.</param>
    /// <param name="Sheet">Only this sheet; null for all or a group.</param>
    /// <param name="Reach">Name of the group or unit; null for all.</param>
    /// <param name="Step">The step that becomes longer.</param>
    /// <param name="From">Its last day so far.</param>
    /// <param name="To">Its new last day.</param>
    public sealed record Effect(RoundId Round, string Title, GroupId? Group, SheetId? Sheet, string? Reach, RoundStep Step, DateOnly From, DateOnly To);

    public async Task<IReadOnlyList<Effect>> OfAsync(DateOnly began, int days, CancellationToken cancellationToken)
    {
        var rounds = await db.Rounds.AsNoTracking().Include(r => r.Groups).Include(r => r.Extensions).AsSplitQuery().Where(r => r.State == RoundState.Open).OrderBy(r => r.CreatedAt).ToListAsync(cancellationToken);
        var effects = new List<Effect>();
        foreach (var round in rounds)
        {
            var working = await db.WorkingAsync(round.Calendar, cancellationToken);
            effects.AddRange(await OfRoundAsync(round, began, days, working, cancellationToken));
        }

        return effects;
    }

    private async Task<List<Effect>> OfRoundAsync(Round round, DateOnly began, int days, WorkingCalendar working, CancellationToken cancellationToken)
    {
        var effects = Of(round, null, null, null, ExtendRound.InForce(round, null, null), began, days, working);
        // What is given to all reaches groups and units too; those with a later day of their own get the days on top of it.
        foreach (var group in round.Groups.Where(g => round.Extensions.Exists(e => e.GroupId == g.Id)))
            effects.AddRange(Beyond(effects, Of(round, group.Id, null, group.Name, ExtendRound.InForce(round, group.Id, null), began, days, working)));
        var extended = round.Extensions.Select(e => e.SheetId).OfType<SheetId>().ToHashSet();
        var sheets = await db.Sheets.AsNoTracking().Where(s => extended.Contains(s.Id)).Join(db.Agencies, s => s.UnitId, a => a.Id, (s, a) => new { Sheet = s, a.Name }).OrderBy(s => s.Name).ToListAsync(cancellationToken);
        foreach (var unit in sheets)
        {
            var given = effects.Where(e => e.Group is null || e.Group == unit.Sheet.GroupId).ToList();
            effects.AddRange(Beyond(given, Of(round, null, unit.Sheet.Id, unit.Name, ExtendRound.InForce(round, null, unit.Sheet), began, days, working)));
        }

        return effects;
    }

    private static List<Effect> Of(Round round, GroupId? group, SheetId? sheet, string? reach, RoundCalendar inForce, DateOnly began, int days, WorkingCalendar working) =>
        [.. OutageShift.Of(inForce, began, days, working).Select(e => new Effect(round.Id, round.Title, group, sheet, reach, e.Step, inForce.DueOn(e.Step), e.DueOn))];

    private static List<Effect> Beyond(List<Effect> given, List<Effect> own) => [.. own.Where(o => given.TrueForAll(g => g.Step != o.Step || g.To < o.To))];
}
