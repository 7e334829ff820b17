using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>
/// Completes the figures of a row with what nobody types: figures of other rows of the sheet, of earlier years, of the group, and the
/// calendar. A row whose rule asks for none of these costs no query.
/// </summary>
public sealed class RowSupply(OpenParDb db, PastRows past, GroupFigures peers)
{
    // No figure has this name: names begin with a letter.
    private const string Compared = ".group";

    /// <summary>Completes a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="round">Its round.</param>
    /// <param name="sheet">Its sheet.</param>
    /// <param name="criterion">Its leaf.</param>
    /// <param name="facts">Figures as declared or decided; brought ones among them are replaced.</param>
    /// <param name="origins">Origins known so far, typed sources among them.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="final">True when only decided figures of the group count.</param>
    public async Task<RowFigures> CompleteAsync(
        Row row, Round round, Sheet sheet, Criterion criterion, IReadOnlyDictionary<string, FactValue> facts, IReadOnlyDictionary<string, FigureOrigin> origins,
        CancellationToken cancellationToken, bool final = false)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(criterion);
        var policy = criterion.NotApplicable == NotApplicablePolicy.Unstated ? round.Settings.UnstatedPolicy : criterion.NotApplicable;
        if (row.Absence is not null || criterion.Rule is not { } rule) return RowFigures.Plain(new(facts)) with { Absence = row.Absence, Policy = policy };
        var work = new Work(new(facts), [], origins.Where(o => o.Value.Source is not null || !Written(row)).ToDictionary(), []);
        foreach (var fact in rule.Needs)
        {
            if (PastFigures.IsPast(fact)) await BringPastAsync(work, row, round, sheet, criterion, fact, origins, cancellationToken);
            else if (fact.From is not null) await BringFromRowAsync(work, row, fact, cancellationToken);
        }

        if (GroupPass.In(rule).Any()) await CompareAsync(work, row, sheet, rule, final, cancellationToken);
        var calendar = rule.Walk().OfType<Deadline>().Any(d => d.WorkingDays) ? await CalendarAsync(round.Year, cancellationToken) : null;
        return new RowFigures(work.Facts, work.Brought, work.Origins, work.Wanting, calendar);
    }

    // While the agency may still write, figures of the past follow the earlier rounds; afterwards they stay as submitted.
    private static bool Written(Row row) => RowMachine.IsWritten(row.State);

    private async Task BringPastAsync(
        Work work, Row row, Round round, Sheet sheet, Criterion criterion, FactDefinition fact, IReadOnlyDictionary<string, FigureOrigin> origins, CancellationToken cancellationToken)
    {
        if (!Written(row)) return;
        var found = await past.FindAsync(round, sheet, criterion, fact, cancellationToken);
        if (found.Value is { } value)
        {
            work.Bring(fact.Name, FactValue.Of(value), found.Told);
            return;
        }

        // What had been brought and is no longer there must not stay as if it had been declared.
        if (origins.GetValueOrDefault(fact.Name) is { Source: null }) work.Facts.Remove(fact.Name);
        work.Wanting[fact.Name] = found.Told;
    }

    private async Task BringFromRowAsync(Work work, Row row, FactDefinition fact, CancellationToken cancellationToken)
    {
        if (!CriterionCode.TryParse(fact.From!.Row, out var code)) return;
        work.Brought.Add(fact.Name);
        work.Facts.Remove(fact.Name);
        // Tracked on purpose: a row that was changed in this very request is seen as changed.
        var other = await db.Rows.Include(r => r.Decisions).SingleOrDefaultAsync(r => r.SheetId == row.SheetId && r.Code == code, cancellationToken);
        if (other is null) return;
        var decided = RowMachine.IsDecided(other.State) ? other.Decisions.Where(d => d.Stage != DecisionStage.Self).MaxBy(d => d.Id) : null;
        var value = fact.From.Fact is { } name
            ? (decided?.Facts ?? other.Facts).TryGetValue(name, out var figure) ? figure : (FactValue?)null
            : (other.FinalPoints ?? other.SelfPoints) is { } points ? FactValue.Of(points) : null;
        if (value is { } found)
            work.Bring(fact.Name, found, new LocalText($"{fact.Name}: lấy từ dòng {code} của cùng phiếu.", $"{fact.Name}: taken from row {code} of the same sheet."));
    }

    private async Task CompareAsync(Work work, Row row, Sheet sheet, Rule rule, bool final, CancellationToken cancellationToken)
    {
        foreach (var name in GroupPass.In(rule).SelectMany(r => new[] { r.Best, r.Worst, r.Rank, r.Units }))
        {
            work.Brought.Add(name);
            work.Facts.Remove(name);
        }

        var others = await peers.OthersAsync(sheet.GroupId, row, cancellationToken);
        var own = new FactSet(work.Facts);
        var (filled, told) = GroupFigures.Fill(rule, own, RowMachine.IsDecided(row.State), others, final);
        if (told is null) return;
        foreach (var name in filled.Names.Except(own.Names).ToList()) work.Facts[name] = filled.Value(name)!.Value;
        work.Origins[Compared] = new FigureOrigin(told);
    }

    private async Task<List<CalendarYear>> CalendarAsync(int year, CancellationToken cancellationToken) =>
        [.. (await db.CalendarYears.AsNoTracking().Where(c => c.Year >= year - 1 && c.Year <= year + 1).OrderBy(c => c.Year).ToListAsync(cancellationToken)).Select(c => c.ToCalendar())];

    private sealed record Work(
        Dictionary<string, FactValue> Facts, HashSet<string> Brought, Dictionary<string, FigureOrigin> Origins, Dictionary<string, LocalText> Wanting)
    {
        public void Bring(string name, FactValue value, LocalText told)
        {
            Facts[name] = value;
            Brought.Add(name);
            Origins[name] = new FigureOrigin(told);
        }
    }
}
