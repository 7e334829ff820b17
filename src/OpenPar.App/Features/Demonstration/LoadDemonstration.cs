using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Accounts;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Plans;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Plans.Reviewing;
using OpenPar.Core.Rounds;
using OpenPar.Documents.Packs;

namespace OpenPar.App.Features.Demonstration;

/// <summary>
/// Fills an empty installation with the demonstration province. Everything is done by the ordinary use cases, as the
/// people who are played, so that points, explanations and audit entries are what they would be. A load that was cut
/// off goes on where it stopped; a load that was finished is never touched again.
/// </summary>
public sealed class LoadDemonstration(IServiceScopeFactory scopes, PlayedRoles played, TimeProvider time)
{
    /// <summary>Loads it once; false when it was there. The file of evidence is the same for all documents.</summary>
    public async Task<bool> RunAsync(Documents.Packs.Demonstration demonstration, string evidenceFile, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(demonstration);
        if (await IsLoadedAsync(cancellationToken)) return false;
        var people = await AddPeopleAsync(demonstration, cancellationToken);
        await AssignAsync(new(demonstration.Framework, "Dữ liệu minh hoạ", demonstration.Leads), AssignmentOrigin.Demonstration, cancellationToken);
        foreach (var earlier in demonstration.Earlier) await AssignAsync(earlier, AssignmentOrigin.Imported, cancellationToken);
        var administrator = people.First(p => p.Grants.Exists(g => g.Role == Role.Administrator));
        foreach (var plan in demonstration.Plans) await LoadPlanAsync(plan, administrator, cancellationToken);
        var round = await OpenRoundAsync(demonstration, administrator, cancellationToken);
        var rows = await RowsAsync(round, cancellationToken);
        foreach (var row in demonstration.Rows)
        {
            if (!rows.TryGetValue(row.Code, out var target)) throw new InvalidOperationException($"The demonstration names {row.Code}, which is no leaf of {demonstration.Framework}.");
            await PlayAsync(row, target, people, evidenceFile, cancellationToken);
        }

        await MarkLoadedAsync(demonstration.Rows.Count, cancellationToken);
        return true;
    }

    private const string Complete = "demonstration/complete";

    private sealed record Target(RowId Id, IReadOnlyList<AgencyId> Owners, RowState State, bool Proven);

    private async Task<bool> IsLoadedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OpenParDb>().AuditEntries.AnyAsync(e => e.Subject == Complete, cancellationToken);
    }

    private async Task MarkLoadedAsync(int rows, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OpenParDb>();
        db.Record(scope.ServiceProvider.GetRequiredService<Actor>(), time, nameof(LoadDemonstration), Complete, after: new { Rows = rows });
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<List<User>> AddPeopleAsync(Documents.Packs.Demonstration demonstration, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OpenParDb>();
        var people = await db.Users.Include(u => u.Grants).Where(u => u.Demonstration).ToListAsync(cancellationToken);
        if (people.Count > 0) return people;
        people = [.. demonstration.People.Select(p => NewUser.Demonstration(p.UserName, p.Name, p.Agency, [p.Role], time.GetUtcNow()))];
        db.Users.AddRange(people);
        db.Record(scope.ServiceProvider.GetRequiredService<Actor>(), time, nameof(LoadDemonstration), "demonstration", after: new { People = people.Count });
        await db.SaveChangesAsync(cancellationToken);
        return people;
    }

    private async Task LoadPlanAsync(WrittenPlan plan, User administrator, CancellationToken cancellationToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            if (await scope.ServiceProvider.GetRequiredService<OpenParDb>().Plans.AnyAsync(p => p.Title == plan.Title, cancellationToken)) return;
        }

        await played.AsAsync(administrator, services => services.GetRequiredService<LoadPlan.Handler>().HandleAsync(new(plan), cancellationToken));
    }

    private async Task AssignAsync(DemonstrationAssignment assignment, AssignmentOrigin origin, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OpenParDb>();
        if (await db.Assignments.AnyAsync(a => a.FrameworkId == assignment.Framework, cancellationToken)) return;
        var framework = await scope.ServiceProvider.GetRequiredService<FrameworkCatalog>().GetAsync(db, assignment.Framework, cancellationToken);
        var leads = assignment.Leads.SelectMany(l => l.Codes.Select(code => (Code: code, l.Agency))).ToList();
        foreach (var leaf in framework.Leaves)
        {
            var near = leads.Where(l => l.Code == leaf.Code || leaf.Code.IsBelow(l.Code)).ToList();
            var level = near.Select(l => l.Code.Level).DefaultIfEmpty().Max();
            db.Assignments.AddRange(near.Where(l => l.Code.Level == level).Select(l => new Assignment
            {
                FrameworkId = assignment.Framework,
                Code = leaf.Code,
                AgencyId = l.Agency,
                Role = AssignmentRole.Lead,
                Origin = origin,
                DecidedBy = assignment.Source,
                DecidedAt = time.GetUtcNow(),
            }));
        }

        db.Record(scope.ServiceProvider.GetRequiredService<Actor>(), time, nameof(LoadDemonstration), $"framework/{assignment.Framework}", after: new { assignment.Source, Leads = leads.Count });
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<RoundId> OpenRoundAsync(Documents.Packs.Demonstration demonstration, User administrator, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var calendar = new RoundCalendar(today.AddDays(-14), today.AddDays(30), today.AddDays(60), today.AddDays(70), today.AddDays(80));
        var command = CreateRound.Command.OfOwners(demonstration.Round, demonstration.Year, demonstration.Framework, demonstration.Unit, calendar, demonstration: true);
        var there = await ThereAsync(cancellationToken);
        var round = there?.Id ?? await played.AsAsync(administrator, services => services.GetRequiredService<CreateRound.Handler>().HandleAsync(command, cancellationToken));
        if (there?.State is not (null or RoundState.Draft)) return round;
        return await played.AsAsync(administrator, services => services.GetRequiredService<OpenRound.Handler>().HandleAsync(round, cancellationToken));
    }

    private async Task<Round?> ThereAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OpenParDb>().Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Demonstration, cancellationToken);
    }

    private async Task<Dictionary<CriterionCode, Target>> RowsAsync(RoundId round, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OpenParDb>();
        return await db.Rows.Where(r => db.Sheets.Any(s => s.Id == r.SheetId && s.RoundId == round))
            .Select(r => new { r.Code, r.Id, r.State, Owners = r.Owners.Select(o => o.AgencyId).ToList(), Proven = db.Citations.Any(c => c.RowId == r.Id) })
            .ToDictionaryAsync(r => r.Code, r => new Target(r.Id, r.Owners, r.State, r.Proven), cancellationToken);
    }

    private async Task PlayAsync(DemonstrationRow row, Target target, List<User> people, string evidenceFile, CancellationToken cancellationToken)
    {
        if (row.Stage == DemonstrationStage.Survey)
        {
            if (target.State != RowState.NotStarted) return;
            var administrator = people.First(p => p.Grants.Exists(g => g.Role == Role.Administrator));
            await played.AsAsync(administrator, s => s.GetRequiredService<EnterSurveyPoints.Handler>().HandleAsync(new(target.Id, row.Facts, row.Points, row.Reason), cancellationToken));
            return;
        }

        if (target.State is RowState.NotStarted or RowState.InProgress) await DeclareAsync(row, target, people, evidenceFile, cancellationToken);
        if (target.State is RowState.NotStarted or RowState.InProgress or RowState.Submitted) await DecideAsync(row, target, people, cancellationToken);
    }

    private async Task DeclareAsync(DemonstrationRow row, Target target, List<User> people, string evidenceFile, CancellationToken cancellationToken)
    {
        var officer = people.First(p => p.AgencyId is { } agency && target.Owners.Contains(agency) && p.Grants.Exists(g => g.Role == Role.FocalOfficer));
        var version = await VersionAsync(target.Id, cancellationToken);
        // Figures of the year before have no earlier round here: the document that proves the row is their source.
        var source = row.Evidence is { } proof ? $"{proof.Number}/{proof.Symbol}, {proof.Subject}" : row.Explanation;
        var sources = row.Facts.Keys.ToDictionary(fact => fact, _ => source);
        await played.AsAsync(officer, s => s.GetRequiredService<SaveRow.Handler>().HandleAsync(new(target.Id, version, row.Facts, row.Points, row.Explanation, sources), cancellationToken));
        if (row.Evidence is { } evidence && !target.Proven) await played.CiteAsync(officer, target.Id, evidence, evidenceFile, cancellationToken);
        if (row.Stage != DemonstrationStage.Saved) await played.AsAsync(officer, s => s.GetRequiredService<SubmitRow.Handler>().HandleAsync(target.Id, cancellationToken));
    }

    private async Task DecideAsync(DemonstrationRow row, Target target, List<User> people, CancellationToken cancellationToken)
    {
        var appraiser = people.First(p => p.Grants.Exists(g => g.Role == Role.Appraiser));
        if (row.Stage == DemonstrationStage.Returned)
            await played.AsAsync(appraiser, s => s.GetRequiredService<ReturnRow.Handler>().HandleAsync(new(target.Id, row.Message), cancellationToken));
        if (row.Stage != DemonstrationStage.Appraised) return;
        var version = await VersionAsync(target.Id, cancellationToken);
        await played.AsAsync(appraiser, s => s.GetRequiredService<AppraiseRow.Handler>().HandleAsync(new(target.Id, version, null, row.AppraisedPoints, row.Reason), cancellationToken));
    }

    private async Task<uint> VersionAsync(RowId row, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OpenParDb>().Rows.Where(r => r.Id == row).Select(r => r.Version).SingleAsync(cancellationToken);
    }
}
