using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Rounds;

/// <summary>An opinion as it may be seen.</summary>
public sealed record OpinionLine(long Id, string Appraiser, decimal? Points, IReadOnlyDictionary<string, FactValue> Facts, Explanation Explanation, string? Reason, DateTimeOffset At);

/// <summary>A row of the year before, decided.</summary>
public sealed record PastLine(LastYear.Past Past, IReadOnlyDictionary<string, FactValue> Facts);

/// <summary>What an appraiser needs to judge a row, beside the row itself.</summary>
/// <param name="Covered">Whether a team of the person covers it, or the round has no teams.</param>
/// <param name="Team">Why it does not; null when it does.</param>
/// <param name="Blind">Whether two appraisers give opinions.</param>
/// <param name="Leads">Whether the person leads the team of the row.</param>
/// <param name="Given">How many opinions are in.</param>
/// <param name="Own">The person's own opinion.</param>
/// <param name="Both">Both opinions, once both are in; empty before.</param>
/// <param name="Past">The decided row of the year before; null when there is none.</param>
public sealed record RowJudging(
    bool Covered, Core.Refusal? Team, bool Blind, bool Leads, int Given, OpinionLine? Own, IReadOnlyList<OpinionLine> Both, PastLine? Past)
{
    /// <summary>How far the two are apart; null while there are no two or one leaves the row out.</summary>
    public decimal? Variance => Both is [{ Points: { } one }, { Points: { } other }] ? Math.Abs(one - other) : null;
}

/// <summary>Reads <see cref="RowJudging"/>. An opinion leaves this class only to its author until the second one is in.</summary>
public sealed class RowJudgings(OpenParDb db, AppraisalTeams teams, RowOpinions opinions, LastYear lastYear, Actor actor)
{
    /// <summary>For people who appraise; null for everybody else.</summary>
    public async Task<RowJudging?> OfAsync(Round round, Sheet sheet, Row row, FrameworkId framework, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(row);
        if (!actor.May(Permission.AppraiseRows) || sheet.UnitId == actor.Agency || row.Owners.Exists(o => o.AgencyId == actor.Agency)) return null;
        var team = await teams.RefusalAsync(round.Id, sheet.GroupId, row.Code, cancellationToken);
        var past = (await lastYear.OfAsync(round, new Dictionary<AgencyId, FrameworkId> { [sheet.UnitId] = framework }, cancellationToken)).GetValueOrDefault((sheet.UnitId, row.Code));
        var facts = past is null ? null : await db.Decisions.AsNoTracking().Where(d => d.RowId == past.Row && d.Stage != DecisionStage.Self).OrderByDescending(d => d.Id).Select(d => d.Facts).FirstOrDefaultAsync(cancellationToken);
        var leads = await teams.LeadsAsync(round.Id, sheet.GroupId, row.Code, cancellationToken);
        var given = round.Settings.Blind ? await InHandAsync(row, cancellationToken) : [];
        var complete = given.Count >= RowOpinions.Asked;
        return new RowJudging(
            team is null, team, round.Settings.Blind, leads, given.Count,
            given.Where(o => o.UserId == actor.UserId).Select(Line).FirstOrDefault(), complete ? [.. given.Select(Line)] : [],
            past is null ? null : new PastLine(past, facts ?? []));
    }

    // Of a decided row the opinions before its decision are shown, of an open one those of its current pass.
    private async Task<List<RowOpinion>> InHandAsync(Row row, CancellationToken cancellationToken)
    {
        var now = await opinions.OfAsync(row.Id, cancellationToken);
        if (now.Count > 0 || !RowMachine.IsDecided(row.State)) return now;
        var id = row.Id;
        var last = await db.Opinions.AsNoTracking().Where(o => o.RowId == id).OrderByDescending(o => o.Id).Take(RowOpinions.Asked).ToListAsync(cancellationToken);
        return [.. last.Where(o => o.Pass == last[0].Pass).OrderBy(o => o.Id)];
    }

    private static OpinionLine Line(RowOpinion opinion) =>
        new(opinion.Id, opinion.Appraiser, opinion.Points, opinion.Facts, RuleJson.ReadExplanation(opinion.Explanation), opinion.Reason, opinion.GivenAt);
}
