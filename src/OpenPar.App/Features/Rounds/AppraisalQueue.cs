using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>One row as an appraiser sees it in the queue.</summary>
public sealed record QueueLine(
    RowId Row, uint Version, SheetId Sheet, GroupId Group, AgencyId Unit, string UnitName, Criterion Criterion, int Order, RowState State, decimal? SelfPoints, decimal? FinalPoints,
    bool ByHand, RowAbsence? Absence, int Evidence, int Opinions, bool OwnOpinion, bool Waits, LastYear.Past? Last, OutputRounding Rounding)
{
    public CriterionCode Code => Criterion.Code;

    /// <summary>Points as the framework shows them; inside, nothing is rounded.</summary>
    public decimal? Rounded(decimal? points) => Rounding.Apply(points);

    /// <summary>Whether the points differ from those of the year before.</summary>
    public bool Changed => Last is not null && Last.Points != SelfPoints;

    /// <summary>What the rule gives from the declared figures; null where a person gives the points.</summary>
    public decimal? Computed => ByHand ? null : SelfPoints;

    /// <summary>Complete and as the rule computes it: nothing on it asks for a second look.</summary>
    public bool Ready => Waits && State == RowState.Submitted && !ByHand && (SelfPoints is not null || Absence is not null) && Evidence > 0 && (Absence is null || (Last is not null && Last.Absence == Absence));
}

/// <summary>What of the queue is wanted, and in which order.</summary>
/// <param name="Text">Words, found without accents in code, title and unit.</param>
/// <param name="Unit">One unit.</param>
/// <param name="Field">One field.</param>
/// <param name="State">A state; null for what waits for the person.</param>
/// <param name="All">Every state.</param>
/// <param name="Only">A property that is looked for.</param>
/// <param name="Sort">The order.</param>
public sealed record QueueFilter(string? Text, AgencyId? Unit, CriterionCode? Field, RowState? State, bool All, QueueOnly? Only, QueueSort Sort)
{
    public static QueueFilter Waiting { get; } = new(null, null, null, null, false, null, QueueSort.Unit);
}

/// <summary>Properties rows are filtered by.</summary>
public enum QueueOnly
{
    /// <summary>Points other than last year's.</summary>
    Changed,

    /// <summary>No document is cited.</summary>
    WithoutEvidence,

    /// <summary>Decided below what the rule gives.</summary>
    Below,

    /// <summary>Decided above what the rule gives.</summary>
    Above,

    /// <summary>The own points are those the rule gives.</summary>
    Computed,

    /// <summary>The own points were given by hand.</summary>
    ByHand,
}

/// <summary>Orders of the queue.</summary>
public enum QueueSort
{
    /// <summary>By unit, then as in the framework.</summary>
    Unit,

    /// <summary>By criterion, then by unit.</summary>
    Code,

    /// <summary>The most points first.</summary>
    Points,

    /// <summary>The least evidence first.</summary>
    Evidence,
}

/// <summary>
/// The rows of a round that a person may appraise: of the person's teams and not of the own agency. Read in a few queries that look at
/// every row once, whatever the filter; 200 units of 60 rows are some tens of milliseconds.
/// </summary>
public sealed class AppraisalQueue(OpenParDb db, FrameworkCatalog frameworks, AppraisalTeams teams, LastYear lastYear, TimeProvider time, Actor actor)
{
    private Dictionary<GroupId, Framework> read = [];

    private sealed record Read(
        RowId Id, uint Version, SheetId Sheet, CriterionCode Code, RowState State, decimal? SelfPoints, decimal? FinalPoints, decimal? Proposed, RowAbsence? Absence, DateOnly? AnswerDueOn);

    /// <summary>Title of a node of a group's framework; <see cref="LinesAsync"/> has read it.</summary>
    public string TitleOf(GroupId group, CriterionCode code) => read[group].Find(code)?.Title ?? code.ToString();

    /// <summary>
    /// Every row the person may appraise, in the order the filter wants and unfiltered. The year before is read for all units where the filter
    /// asks about it, else only where an absence is compared with it; <see cref="WithLastYearAsync"/> adds it to the lines that are shown.
    /// </summary>
    public async Task<List<QueueLine>> LinesAsync(Round round, QueueFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(filter);
        var id = round.Id;
        var sheets = await db.LiveSheets.AsNoTracking().Where(s => s.RoundId == id).Join(db.Agencies, s => s.UnitId, a => a.Id, (s, a) => new { Sheet = s, a.Name }).ToListAsync(cancellationToken);
        var rows = await (
            from sheet in db.LiveSheets
            where sheet.RoundId == id
            join row in db.Rows on sheet.Id equals row.SheetId
            select new Read(row.Id, row.Version, row.SheetId, row.Code, row.State, row.SelfPoints, row.FinalPoints, row.ProposedPoints, row.Absence, row.AnswerDueOn)).AsNoTracking().ToListAsync(cancellationToken);
        var evidence = await (
            from sheet in db.LiveSheets
            where sheet.RoundId == id
            join row in db.Rows on sheet.Id equals row.SheetId
            join citation in db.Citations on row.Id equals citation.RowId
            group citation by citation.RowId into cited
            select new { cited.Key, Count = cited.Count() }).ToDictionaryAsync(c => c.Key, c => c.Count, cancellationToken);
        var own = await OwnRowsAsync(id, cancellationToken);
        var opinions = await OpinionsAsync(round, cancellationToken);
        var sets = await FrameworksAsync(id, cancellationToken);
        var absent = rows.Where(r => r.Absence is not null).Select(r => r.Sheet).ToHashSet();
        var compared = sheets.Where(s => filter.Only == QueueOnly.Changed || absent.Contains(s.Sheet.Id)).ToDictionary(s => s.Sheet.UnitId, s => sets[s.Sheet.GroupId].Id);
        var known = compared.Count == 0 ? new Dictionary<(AgencyId, CriterionCode), LastYear.Past>() : await lastYear.OfAsync(round, compared, cancellationToken);
        var mine = await CoveredAsync(round, sets, cancellationToken);
        var places = sets.ToDictionary(s => s.Key, s => s.Value.Leaves.Select((leaf, at) => (leaf, at)).ToDictionary(l => l.leaf.Code));
        var units = sheets.OrderBy(s => s.Name, VietnameseText.Comparer).Select((s, at) => (s, at)).ToDictionary(s => s.s.Sheet.Id);
        var today = time.Today();
        var lines = new List<(QueueLine Line, int Unit)>();
        foreach (var row in rows)
        {
            var ((sheet, name), unitAt) = ((units[row.Sheet].s.Sheet, units[row.Sheet].s.Name), units[row.Sheet].at);
            if (!places[sheet.GroupId].TryGetValue(row.Code, out var place) || place.leaf.Method == ScoringMethod.Survey) continue;
            if (sheet.UnitId == actor.Agency || own.Contains(row.Id) || !mine.Contains((sheet.GroupId, row.Code))) continue;
            var given = opinions[row.Id].ToList();
            var waits = Waits(round, sheet, row, today) && !given.Contains(actor.UserId!.Value) && given.Count < RowOpinions.Asked;
            lines.Add((new QueueLine(
                row.Id, row.Version, sheet.Id, sheet.GroupId, sheet.UnitId, name, place.leaf, place.at, row.State, row.SelfPoints, row.FinalPoints, row.Proposed is not null && row.Absence is null,
                row.Absence, evidence.GetValueOrDefault(row.Id), given.Count, given.Contains(actor.UserId!.Value), waits, known.GetValueOrDefault((sheet.UnitId, row.Code)), sets[sheet.GroupId].Rounding), unitAt));
        }

        var sorted = filter.Sort switch
        {
            QueueSort.Code => lines.OrderBy(l => l.Line.Code).ThenBy(l => l.Unit),
            QueueSort.Points => lines.OrderByDescending(l => l.Line.SelfPoints ?? -1).ThenBy(l => l.Unit).ThenBy(l => l.Line.Order),
            QueueSort.Evidence => lines.OrderBy(l => l.Line.Evidence).ThenBy(l => l.Unit).ThenBy(l => l.Line.Order),
            _ => lines.OrderBy(l => l.Unit).ThenBy(l => l.Line.Order),
        };
        return [.. sorted.Select(l => l.Line)];
    }

    /// <summary>The lines with the year before beside them; <see cref="LinesAsync"/> has read their frameworks.</summary>
    public async Task<List<QueueLine>> WithLastYearAsync(Round round, IReadOnlyList<QueueLine> lines, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (lines.Count == 0) return [];
        var known = await lastYear.OfAsync(round, lines.DistinctBy(l => l.Unit).ToDictionary(l => l.Unit, l => read[l.Group].Id), cancellationToken);
        return [.. lines.Select(l => l with { Last = known.GetValueOrDefault((l.Unit, l.Code)) })];
    }

    /// <summary>Whether a line is what the filter asks for.</summary>
    public static bool Suits(QueueLine line, QueueFilter filter)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(filter);
        if (filter.Unit is { } unit && line.Unit != unit) return false;
        if (filter.Field is { } field && line.Code.Field != field) return false;
        if (filter.State is { } state ? line.State != state : !filter.All && !line.Waits) return false;
        var only = filter.Only switch
        {
            QueueOnly.Changed => line.Changed,
            QueueOnly.WithoutEvidence => line.Evidence == 0,
            QueueOnly.Below => line.Computed is { } c && line.FinalPoints < c,
            QueueOnly.Above => line.Computed is { } c && line.FinalPoints > c,
            QueueOnly.Computed => !line.ByHand && line.SelfPoints is not null,
            QueueOnly.ByHand => line.ByHand,
            _ => true,
        };
        return only && (string.IsNullOrWhiteSpace(filter.Text) || VietnameseText.Matches($"{line.Code} {line.Criterion.Title} {line.UnitName}", filter.Text));
    }

    private static bool Waits(Round round, Sheet sheet, Read row, DateOnly today)
    {
        var happening = row.State is RowState.Explained or RowState.Questioned ? RowEvent.Reappraise : RowEvent.Appraise;
        if (round.State != RoundState.Open || RowMachine.Find(row.State, happening) is not { } transition || !transition.Suits(round.Way, sheet.State)) return false;
        if (transition.Step is { } step && today > round.DueOn(step, sheet)) return false;
        if (!RowMachine.WaitsForAnswer(transition)) return true;
        return today > (row.AnswerDueOn ?? round.DueOn(row.State == RowState.Returned ? RoundStep.Appraisal : RoundStep.Explanation, sheet));
    }

    private async Task<HashSet<RowId>> OwnRowsAsync(RoundId round, CancellationToken cancellationToken)
    {
        if (actor.Agency is not { } agency) return [];
        return [.. await (
            from sheet in db.LiveSheets
            where sheet.RoundId == round
            join row in db.Rows on sheet.Id equals row.SheetId
            join owner in db.RowOwners on row.Id equals owner.RowId
            where owner.AgencyId == agency
            select row.Id).ToListAsync(cancellationToken)];
    }

    // Opinions that count are those of a row's current pass: given after its last decision.
    private async Task<ILookup<RowId, Guid>> OpinionsAsync(Round round, CancellationToken cancellationToken)
    {
        if (!round.Settings.Blind) return Array.Empty<(RowId, Guid)>().ToLookup(o => o.Item1, o => o.Item2);
        var id = round.Id;
        var given = await (
            from sheet in db.LiveSheets
            where sheet.RoundId == id
            join row in db.Rows on sheet.Id equals row.SheetId
            join opinion in db.Opinions on row.Id equals opinion.RowId
            where opinion.Pass == (db.Decisions.Where(d => d.RowId == row.Id).Max(d => (long?)d.Id) ?? 0)
            select new { row.Id, opinion.UserId }).ToListAsync(cancellationToken);
        return given.ToLookup(o => o.Id, o => o.UserId);
    }

    private async Task<Dictionary<GroupId, Framework>> FrameworksAsync(RoundId round, CancellationToken cancellationToken)
    {
        var sets = new Dictionary<GroupId, Framework>();
        foreach (var group in await db.UnitGroups.AsNoTracking().Where(g => g.RoundId == round).ToListAsync(cancellationToken))
            sets[group.Id] = await frameworks.GetAsync(db, group.FrameworkId, cancellationToken);
        return read = sets;
    }

    private async Task<HashSet<(GroupId, CriterionCode)>> CoveredAsync(Round round, Dictionary<GroupId, Framework> sets, CancellationToken cancellationToken)
    {
        var all = await teams.OfAsync(round.Id, cancellationToken);
        var mine = all.Where(t => t.Has(actor.UserId)).ToList();
        return [.. sets.SelectMany(s => s.Value.Leaves.Select(l => (s.Key, l.Code))).Where(l => all.Count == 0 || mine.Exists(t => t.Covers(l.Key, l.Code)))];
    }
}
