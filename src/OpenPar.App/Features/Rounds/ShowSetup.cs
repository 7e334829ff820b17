using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Rounds;

/// <summary>The set-up of a round, with the working days each step has.</summary>
public static class ShowSetup
{
    /// <param name="Group">The group with its suppliers.</param>
    /// <param name="Framework">Title of its framework.</param>
    /// <param name="Units">Number of its units.</param>
    public sealed record GroupLine(UnitGroup Group, string Framework, int Units);

    /// <param name="Round">The round.</param>
    /// <param name="Groups">Its groups in order.</param>
    /// <param name="Spans">The steps with their working days.</param>
    /// <param name="Uncovered">Years of the calendar whose days off are not loaded.</param>
    public sealed record View(Round Round, IReadOnlyList<GroupLine> Groups, IReadOnlyList<StepSpan> Spans, IReadOnlyList<int> Uncovered);

    public sealed class Handler(OpenParDb db)
    {
        public async Task<View?> HandleAsync(RoundId id, CancellationToken cancellationToken)
        {
            var round = await db.Rounds.AsNoTracking().Include(r => r.Groups).ThenInclude(g => g.Suppliers).SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
            if (round is null) return null;
            var units = await db.Sheets.Where(s => s.RoundId == id).GroupBy(s => s.GroupId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
            var titles = await db.Frameworks.AsNoTracking().Select(f => new { f.Id, f.Title }).ToDictionaryAsync(f => f.Id, f => f.Title, cancellationToken);
            var working = await db.WorkingAsync(round.Calendar, cancellationToken);
            return new View(round, [.. round.Groups.OrderBy(g => g.SortOrder).Select(g => new GroupLine(g, titles[g.FrameworkId], units.GetValueOrDefault(g.Id)))],
                StepSpan.Of(round.Calendar, working), working.Uncovered(round.OpensOn, round.SecondAppraisalDueOn));
        }
    }

    /// <summary>The working days of the years a calendar lies in, of the year before and of the year after it.</summary>
    internal static async Task<WorkingCalendar> WorkingAsync(this OpenParDb db, RoundCalendar calendar, CancellationToken cancellationToken, int yearsAhead = 1)
    {
        var (first, last) = (calendar.OpensOn.Year - 1, calendar.SecondAppraisalDueOn.Year + yearsAhead);
        var years = await db.CalendarYears.AsNoTracking().Where(c => c.Year >= first && c.Year <= last).ToListAsync(cancellationToken);
        return WorkingCalendar.Of([.. years.Select(y => y.ToCalendar())]);
    }
}
