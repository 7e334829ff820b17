using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Demonstration;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Rounds;
using OpenPar.App.Features.Rounds.Sheets;
using OpenPar.Browser.Tests.Support;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.Browser.Tests.Demonstration;

/// <summary>
/// What the other units, appraisers and clerks of the season do meanwhile, through the same use cases as the pages: the test itself walks one
/// unit of each kind through the browser.
/// </summary>
internal sealed class SeasonPlay(WholeSite site, RoundId round)
{
    private readonly PlayedRoles played = site.Services.GetRequiredService<PlayedRoles>();

    private List<User> people = [];

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task<User> PersonAsync(Role role, AgencyId? agency = null)
    {
        if (people.Count == 0)
        {
            await using var db = site.Db();
            people = await db.Users.AsNoTracking().Include(u => u.Grants).Where(u => u.Demonstration).OrderBy(u => u.UserName).ToListAsync(Cancel);
        }

        return people.First(p => p.Grants.Exists(g => g.Role == role) && (agency is null || p.AgencyId == agency));
    }

    public async Task<Sheet> SheetAsync(string unit)
    {
        await using var db = site.Db();
        var id = AgencyId.Parse(unit);
        return await db.Sheets.AsNoTracking().Include(s => s.Rows).ThenInclude(r => r.Owners).SingleAsync(s => s.RoundId == round && s.UnitId == id, Cancel);
    }

    public async Task<string> RowAsync(string unit, string code) => $"/rows/{(await SheetAsync(unit)).Rows.Single(r => r.Code == CriterionCode.Parse(code)).Id.Value}";

    /// <summary>The focal officer of a unit types into the first row of its own that may be written.</summary>
    public async Task TypeAsync(string unit)
    {
        var sheet = await SheetAsync(unit);
        var framework = await FrameworkAsync(sheet);
        var row = sheet.Rows.OrderBy(r => r.SortOrder).First(r => r.State is RowState.NotStarted or RowState.InProgress && r.Owners.Exists(o => o.AgencyId == sheet.UnitId) && framework.Find(r.Code)!.Method != ScoringMethod.Survey);
        await using var db = site.Db();
        var person = await db.Users.AsNoTracking().Include(u => u.Grants).FirstAsync(u => u.Demonstration && u.AgencyId == sheet.UnitId && u.Grants.Any(g => g.Role == Role.FocalOfficer), Cancel);
        var criterion = framework.Find(row.Code)!;
        await ActAsync(person, (SaveRow.Handler h) => h.HandleAsync(new(row.Id, row.Version, Figures(criterion), criterion.Rule is null ? "3" : null, "Số chung của xã mới (minh hoạ)"), Cancel));
    }

    /// <summary>Declares and hands in what is still open on the sheets of all other units, and has their leaders sign.</summary>
    public async Task CompleteAsync(params string[] except)
    {
        foreach (var sheet in await SheetsAsync(s => s.State is SheetState.Filling or SheetState.InReview))
        {
            if (except.Contains(sheet.UnitId.ToString())) continue;
            var framework = await FrameworkAsync(sheet);
            foreach (var row in sheet.Rows.OrderBy(r => r.SortOrder)) await DeclareAsync(row, framework.Find(row.Code)!);
            if (sheet.State == SheetState.Filling) await ActAsync(await PersonAsync(Role.FocalOfficer, sheet.UnitId), (SendSheetToReview.Handler h) => h.HandleAsync(sheet.Id, Cancel));
            await ActAsync(await PersonAsync(Role.UnitLeader, sheet.UnitId), (SignSheet.Handler h) => h.HandleAsync(new(sheet.Id, null, SecondFactor.Demonstration), Cancel));
        }
    }

    /// <summary>Accepts every row that is handed in, announces and settles the sheets that may be.</summary>
    public async Task AppraiseAsync(params string[] except)
    {
        var appraiser = await PersonAsync(Role.Appraiser, agency: null);
        foreach (var sheet in await SheetsAsync(s => s.State == SheetState.Signed))
        {
            if (except.Contains(sheet.UnitId.ToString())) continue;
            foreach (var row in sheet.Rows.Where(r => r.State == RowState.Submitted))
                await ActAsync(appraiser, (AppraiseRow.Handler h) => h.HandleAsync(new(row.Id, row.Version, null, null, null), Cancel));
            await ActAsync(appraiser, (AnnounceSheet.Handler h) => h.HandleAsync(sheet.Id, Cancel));
            await ActAsync(appraiser, (SettleSheet.Handler h) => h.HandleAsync(sheet.Id, Cancel));
        }
    }

    /// <summary>Enters the survey points of every unit.</summary>
    public async Task SurveyAsync()
    {
        var administrator = await PersonAsync(Role.Administrator);
        foreach (var sheet in await SheetsAsync(_ => true))
        {
            var framework = await FrameworkAsync(sheet);
            foreach (var row in sheet.Rows.Where(r => framework.Find(r.Code)!.Method == ScoringMethod.Survey && r.State == RowState.NotStarted))
                await ActAsync(administrator, (EnterSurveyPoints.Handler h) => h.HandleAsync(new(row.Id, new Dictionary<string, string?>(), "8,2", "Khảo sát minh hoạ"), Cancel));
        }
    }

    private async Task DeclareAsync(Row row, Criterion criterion)
    {
        if (criterion.Method == ScoringMethod.Survey || row.State is not (RowState.NotStarted or RowState.InProgress)) return;
        var officer = await PersonAsync(Role.FocalOfficer, row.Owners.Single().AgencyId);
        if (row.State == RowState.NotStarted)
        {
            await ActAsync(officer, (SaveRow.Handler h) => h.HandleAsync(new(row.Id, row.Version, Figures(criterion), criterion.Rule is null ? "3" : null, "Theo sổ theo dõi (minh hoạ)"), Cancel));
        }

        await ActAsync(officer, (SubmitRow.Handler h) => h.HandleAsync(row.Id, Cancel));
    }

    private static Dictionary<string, string?> Figures(Criterion criterion) => (criterion.Rule?.Needs ?? []).ToDictionary(f => f.Name, f => (string?)(f.Type switch
    {
        FactType.Choice => criterion.Rule!.OptionsOf(f.Name)[0].Key,
        FactType.Percent => "70",
        _ => f.Name == "a" ? "20" : "18",
    }));

    private async Task<List<Sheet>> SheetsAsync(Func<Sheet, bool> wanted)
    {
        await using var db = site.Db();
        var sheets = await db.LiveSheets.AsNoTracking().Include(s => s.Rows).ThenInclude(r => r.Owners).AsSplitQuery().Where(s => s.RoundId == round).ToListAsync(Cancel);
        return [.. sheets.Where(wanted)];
    }

    private async Task<Framework> FrameworkAsync(Sheet sheet)
    {
        // A compiled query belongs to the application's own context.
        await using var scope = site.Services.CreateAsyncScope();
        return await site.Services.GetRequiredService<FrameworkCatalog>().OfGroupAsync(scope.ServiceProvider.GetRequiredService<OpenParDb>(), sheet.GroupId, Cancel);
    }

    private Task<T> ActAsync<THandler, T>(User person, Func<THandler, Task<Core.Answer<T>>> act)
        where THandler : notnull => played.AsAsync(person, services => act(services.GetRequiredService<THandler>()));
}
