using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Features.Accounts;
using OpenPar.App.Features.Rounds;
using OpenPar.App.Features.Rounds.Sheets;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Documents.Packs;

namespace OpenPar.App.Features.Demonstration;

/// <summary>
/// Plays a round by units for the demonstration: the administrator sets it up, officers declare, leaders sign, appraisers decide, through the
/// ordinary use cases. A load that was cut off goes on where it stopped; one that was finished is never touched again.
/// </summary>
public sealed class LoadSeason(IServiceScopeFactory scopes, PlayedRoles played, TimeProvider time)
{
    private sealed record Target(RowId Id, SheetId Sheet, CriterionCode Code, RowState State, uint Version, AgencyId Owner, bool Proven);

    /// <summary>Loads it once; false when it was there. The file of evidence is the same for all documents.</summary>
    public async Task<bool> RunAsync(DemonstrationSeason season, string evidenceFile, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(season);
        var complete = $"demonstration/season/{season.Year}";
        if (await AskAsync(db => db.AuditEntries.AnyAsync(e => e.Subject == complete, cancellationToken))) return false;
        var people = await AddPeopleAsync(season, cancellationToken);
        var round = await OpenAsync(season, cancellationToken);
        foreach (var unit in season.Units) await PlayAsync(round, unit, people, evidenceFile, cancellationToken);
        foreach (var unit in season.Units.Where(u => u.Stage >= SeasonStage.Announced)) await AppraiseAsync(round, unit, people, cancellationToken);
        if (season.State == RoundState.Closed) await CloseAsync(round, people, cancellationToken);
        await MarkAsync(complete, season.Units.Count, cancellationToken);
        return true;
    }

    private async Task<List<User>> AddPeopleAsync(DemonstrationSeason season, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OpenParDb>();
        var people = await db.Users.Include(u => u.Grants).Where(u => u.Demonstration).OrderBy(u => u.UserName).ToListAsync(cancellationToken);
        List<User> missing = [.. season.People.Where(p => !people.Exists(u => u.UserName == p.UserName)).Select(p => NewUser.Demonstration(p.UserName, p.Name, p.Agency, [p.Role], time.GetUtcNow()))];
        if (missing.Count == 0) return people;
        db.Users.AddRange(missing);
        db.Record(scope.ServiceProvider.GetRequiredService<Actor>(), time, nameof(LoadSeason), "demonstration", after: new { People = missing.Count });
        await db.SaveChangesAsync(cancellationToken);
        return [.. people, .. missing];
    }

    private async Task<RoundId> OpenAsync(DemonstrationSeason season, CancellationToken cancellationToken)
    {
        var there = await AskAsync(db => db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Demonstration && r.Title == season.Round, cancellationToken));
        var administrator = await AskAsync(db => db.Users.Include(u => u.Grants).FirstAsync(u => u.Demonstration && u.Grants.Any(g => g.Role == Role.Administrator), cancellationToken));
        var today = time.Today();
        var calendar = new RoundCalendar(today.AddDays(-20), today.AddDays(10), today.AddDays(25), today.AddDays(35), today.AddDays(45));
        var groups = season.Groups.Select(g => new CreateRound.Group(g.Name, g.Framework, g.Units, [.. g.Supplies.Select(s => new CreateRound.Supply(s.Code, s.Agency))])).ToList();
        var command = new CreateRound.Command(season.Round, season.Year, ScoringWay.ByUnit, calendar, groups, season.Settings, Demonstration: true);
        var round = there?.Id ?? await played.AsAsync(administrator, s => s.GetRequiredService<CreateRound.Handler>().HandleAsync(command, cancellationToken));
        if (there?.State is not (null or RoundState.Draft)) return round;
        return await played.AsAsync(administrator, s => s.GetRequiredService<OpenRound.Handler>().HandleAsync(round, cancellationToken));
    }

    private async Task PlayAsync(RoundId round, SeasonUnit unit, List<User> people, string evidenceFile, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(round, unit.Agency, cancellationToken);
        foreach (var declared in unit.Rows)
        {
            var row = rows[declared.Code];
            var officer = people.First(p => p.AgencyId == row.Owner && p.Grants.Exists(g => g.Role == Role.FocalOfficer));
            if (row.State is RowState.NotStarted)
            {
                var command = new SaveRow.Command(row.Id, row.Version, declared.Facts, declared.Points, declared.Explanation, null, declared.Absence?.ToString());
                await played.AsAsync(officer, s => s.GetRequiredService<SaveRow.Handler>().HandleAsync(command, cancellationToken));
            }

            if (declared.Evidence is { } evidence && !row.Proven && row.State is RowState.NotStarted or RowState.InProgress)
                await played.CiteAsync(officer, row.Id, evidence, evidenceFile, cancellationToken);
            if (row.State is RowState.NotStarted or RowState.InProgress && unit.Stage != SeasonStage.Filling)
                await played.AsAsync(officer, s => s.GetRequiredService<SubmitRow.Handler>().HandleAsync(row.Id, cancellationToken));
        }

        if (unit.Stage == SeasonStage.Filling) return;
        var sheet = rows.Values.First().Sheet;
        var state = await AskAsync(db => db.Sheets.Where(s => s.Id == sheet).Select(s => s.State).SingleAsync(cancellationToken));
        if (state == SheetState.Filling)
        {
            var own = people.First(p => p.AgencyId == unit.Agency && p.Grants.Exists(g => g.Role == Role.FocalOfficer));
            await played.AsAsync(own, s => s.GetRequiredService<SendSheetToReview.Handler>().HandleAsync(sheet, cancellationToken));
            state = SheetState.InReview;
        }

        if (unit.Stage == SeasonStage.Review || state != SheetState.InReview) return;
        var leader = people.First(p => p.AgencyId == unit.Agency && p.Grants.Exists(g => g.Role == Role.UnitLeader));
        await played.AsAsync(leader, s => s.GetRequiredService<SignSheet.Handler>().HandleAsync(new(sheet, null, SecondFactor.Demonstration), cancellationToken));
    }

    // Nobody appraises the own agency: the played appraisers have none.
    private async Task AppraiseAsync(RoundId round, SeasonUnit unit, List<User> people, CancellationToken cancellationToken)
    {
        var appraiser = people.First(p => p.AgencyId is null && p.Grants.Exists(g => g.Role == Role.Appraiser));
        var rows = await RowsAsync(round, unit.Agency, cancellationToken);
        foreach (var declared in unit.Rows.Where(r => rows[r.Code].State == RowState.Submitted))
        {
            var command = new AppraiseRow.Command(rows[declared.Code].Id, rows[declared.Code].Version, null, declared.AppraisedPoints, declared.Reason);
            await played.AsAsync(appraiser, s => s.GetRequiredService<AppraiseRow.Handler>().HandleAsync(command, cancellationToken));
        }

        foreach (var (code, points) in unit.Surveyed.Where(s => rows[s.Code].State == RowState.NotStarted))
        {
            var command = new EnterSurveyPoints.Command(rows[code].Id, new Dictionary<string, string?>(), points, "Khảo sát do dự án đặt ra (minh hoạ)");
            await played.AsAsync(Administrator(people), s => s.GetRequiredService<EnterSurveyPoints.Handler>().HandleAsync(command, cancellationToken));
        }

        var sheet = rows.Values.First().Sheet;
        var state = await AskAsync(db => db.Sheets.Where(s => s.Id == sheet).Select(s => s.State).SingleAsync(cancellationToken));
        if (state == SheetState.Signed) await played.AsAsync(appraiser, s => s.GetRequiredService<AnnounceSheet.Handler>().HandleAsync(sheet, cancellationToken));
        if (unit.Stage == SeasonStage.Settled && state is SheetState.Signed or SheetState.Announced) await played.AsAsync(appraiser, s => s.GetRequiredService<SettleSheet.Handler>().HandleAsync(sheet, cancellationToken));
    }

    private async Task CloseAsync(RoundId round, List<User> people, CancellationToken cancellationToken)
    {
        if (await AskAsync(db => db.Rounds.Where(r => r.Id == round).Select(r => r.State).SingleAsync(cancellationToken)) != RoundState.Open) return;
        await played.AsAsync(Administrator(people), s => s.GetRequiredService<CloseRound.Handler>().HandleAsync(round, cancellationToken));
    }

    private static User Administrator(List<User> people) => people.First(p => p.Grants.Exists(g => g.Role == Role.Administrator));

    private Task<Dictionary<CriterionCode, Target>> RowsAsync(RoundId round, AgencyId unit, CancellationToken cancellationToken) => AskAsync(db => (
        from sheet in db.Sheets
        where sheet.RoundId == round && sheet.UnitId == unit
        join row in db.Rows on sheet.Id equals row.SheetId
        select new Target(row.Id, sheet.Id, row.Code, row.State, row.Version, row.Owners.Select(o => o.AgencyId).First(), db.Citations.Any(c => c.RowId == row.Id))).AsNoTracking().ToDictionaryAsync(r => r.Code, cancellationToken));

    private async Task<T> AskAsync<T>(Func<OpenParDb, Task<T>> ask)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<OpenParDb>());
    }

    private async Task MarkAsync(string subject, int units, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OpenParDb>();
        db.Record(scope.ServiceProvider.GetRequiredService<Actor>(), time, nameof(LoadSeason), subject, after: new { Units = units });
        await db.SaveChangesAsync(cancellationToken);
    }
}
