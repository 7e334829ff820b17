using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Features.Plans;
using OpenPar.Core.Organisations;
using OpenPar.Core.Plans;
using OpenPar.Core.Plans.Reviewing;
using OpenPar.Core.Rounds;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Organisations.Reorganisations;

/// <summary>Three communes become one while a round is open; one is split, another renamed, and a duty changes departments.</summary>
public sealed class ReorganisationTests : IAsyncLifetime
{
    private readonly ThreeCommunes province = new();

    public ValueTask InitializeAsync() => province.InitializeAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task A_dry_run_writes_nothing_and_an_undecided_or_stale_plan_is_not_carried_out()
    {
        var before = await province.CountsAsync();
        var url = await PlanAsync();
        var planned = await province.CountsAsync();
        Assert.Equal(["audit.entries", "organisations.reorganisations"], planned.Keys.Where(t => planned[t] != before.GetValueOrDefault(t)).Order());

        var page = await province.Administrator.PageAsync(url);
        Assert.Equal(3, page.QuerySelectorAll("fieldset.op-conflict").Length);
        Assert.Equal(planned, await province.CountsAsync());

        var seen = Seen(page);
        var undecided = await province.PostAsync(url + "/apply", ("seen", seen));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, undecided.StatusCode);
        Assert.Contains("Còn 3 dòng", (await undecided.ReadAsync()).Body!.TextContent, StringComparison.Ordinal);
        var stale = await province.PostAsync(url + "/apply", [("seen", new string('0', 64)), .. Proposed(page)]);
        Assert.Contains("đã khác với lúc bạn xem", (await stale.ReadAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(planned, await province.CountsAsync());
    }

    [Fact]
    public async Task Rows_evidence_duties_and_accounts_go_to_the_successor_and_the_old_sheets_become_history()
    {
        var url = await PlanAsync();
        var old = await province.RowAsync(province.Round, "xa-mot", "1.2");
        var page = await province.Administrator.PageAsync(url);
        var choices = Proposed(page);
        Assert.Equal(HttpStatusCode.Redirect, (await province.PostAsync(url + "/choices", choices)).StatusCode);
        Assert.Contains("cộng số liệu các đơn vị", (await province.Administrator.PageAsync(url)).Body!.TextContent, StringComparison.Ordinal);
        var applied = await province.PostAsync(url + "/apply", [("seen", Seen(page)), .. choices]);
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);

        await using var db = province.Site.Db();
        Assert.Equal(province.Today.AddDays(-1), (await db.Agencies.SingleAsync(a => a.Id == AgencyId.Parse("xa-mot"))).ValidTo);
        Assert.Equal(AgencyId.Parse("ubnd-tinh"), (await db.Agencies.SingleAsync(a => a.Id == AgencyId.Parse("xa-moi"))).ParentId);
        Assert.Equal(3, await db.Successions.CountAsync(s => s.SuccessorId == AgencyId.Parse("xa-moi") && s.Source == "10/NQ-MAU"));
        Assert.Equal(SheetState.Retired, (await province.SheetAsync(province.Round, "xa-hai")).State);
        Assert.Equal(3, await db.SheetSuccessors.CountAsync());
        Assert.Equal(SheetState.Filling, (await province.SheetAsync(province.Round, "xa-moi")).State);

        // Figures of the year before are those of the predecessors together.
        var money = await province.RowAsync(province.Round, "xa-moi", "1.2");
        Assert.Equal((30m, 300m, 0m), (money.Facts["a"].Number, money.Facts["b"].Number, money.SelfPoints));
        Assert.Equal(RowState.InProgress, money.State);
        Assert.Contains("10/NQ-MAU", Assert.Single(money.Messages).Text, StringComparison.Ordinal);
        Assert.Equal(2, await db.Citations.CountAsync(c => c.RowId == money.Id));
        Assert.Equal(1, await db.Citations.CountAsync(c => c.RowId == old.Id));
        Assert.Equal(new DateOnly(2025, 4, 29), (await province.RowAsync(province.Round, "xa-moi", "1.1")).Facts["done"].Date);
        Assert.Equal(2, await db.Documents.CountAsync(d => d.AgencyId == AgencyId.Parse("xa-moi")));
        Assert.Equal(2, await db.Users.CountAsync(u => u.AgencyId == AgencyId.Parse("xa-moi")));

        // The supplier goes on supplying; the group is the successor and the fourth commune: 13 of 26.
        var supplied = await province.RowAsync(province.Round, "xa-moi", "1.3");
        Assert.Equal("so-noi-vu", Assert.Single(supplied.Owners).AgencyId.ToString());
        Assert.Equal((13m, 1m), (supplied.Facts["x"].Number, supplied.SelfPoints));

        var round = await province.Administrator.PageAsync($"/rounds/{province.Round.Value}");
        Assert.Contains("tiếp nối bởi Xã Mới", round.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await db.LiveSheets.CountAsync(s => s.RoundId == province.Round));
        foreach (var subject in new[] { "agency/xa-mot", $"row/{money.Id.Value}", $"sheet/{(await province.SheetAsync(province.Round, "xa-ba")).Id.Value}", "reorganisation/" + url[(url.LastIndexOf('/') + 1)..] })
            Assert.True(await db.AuditEntries.AnyAsync(e => e.Subject == subject), subject);
    }

    [Fact]
    public async Task People_of_a_predecessor_fill_the_new_sheet_and_no_longer_the_old_one()
    {
        var old = await province.RowAsync(province.Round, "xa-mot", "1.2");
        await ApplyAsync();
        var row = await province.RowAsync(province.Round, "xa-moi", "1.2");
        var token = await province.Officer.FormTokenAsync("/account");
        await province.Officer.PostFormAsync($"/rows/{row.Id.Value}/save", token, ("version", $"{row.Version}"), ("f.a", "31"), ("f.b", "300"));
        await province.Officer.PostFormAsync($"/rows/{old.Id.Value}/save", token, ("version", $"{old.Version}"), ("f.a", "99"));

        Assert.Equal(31m, (await province.RowAsync(province.Round, "xa-moi", "1.2")).Facts["a"].Number);
        Assert.Equal(10m, (await province.RowAsync(province.Round, "xa-mot", "1.2")).Facts["a"].Number);
        Assert.DoesNotContain("Xã Một", (await province.Officer.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_proves_a_task_goes_on_proving_it_and_is_the_successors_to_change()
    {
        var words = new PlanWords(new Dictionary<PlanField, string?> { [PlanField.Tasks] = "Rà soát thủ tục", [PlanField.Lead] = "Xã Hai", [PlanField.Time] = $"Trước {province.Today.AddDays(60):dd/MM/yyyy}" });
        var plan = default(PlanId);
        await province.Site.UseAsync<LoadPlan.Handler>(async h => plan = (await h.HandleAsync(new(new WrittenPlan("Kế hoạch mẫu", [new PlanTable(1, null, PlanKind.PlanTable)], [new WrittenRow(1, words)]) { Year = province.Today.Year }), default)).Value);
        await using var db = province.Site.Db();
        var task = await db.PlanRows.Select(r => r.Id).SingleAsync();
        var document = await db.Documents.Where(d => d.AgencyId == AgencyId.Parse("xa-hai")).Select(d => d.Id).FirstAsync();
        db.TaskCitations.Add(new TaskCitation { Id = default, PlanRowId = task, DocumentId = document, Item = "Mục I", AddedAt = province.Site.Clock.GetUtcNow(), AddedBy = "Cán bộ" });
        await db.SaveChangesAsync();
        var url = $"/plans/{plan.Value}/rows/{task.Value}/evidence";
        Assert.Null((await province.Officer.PageAsync(url)).QuerySelector(".op-evidence"));

        await ApplyAsync();
        var page = await province.Officer.PageAsync(url);
        var remove = Assert.Single(page.QuerySelectorAll(".op-evidence form")).GetAttribute("action")!;
        Assert.Equal(("Mục I", document), await db.TaskCitations.AsNoTracking().Select(c => new ValueTuple<string?, DocumentId>(c.Item, c.DocumentId)).SingleAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await province.Officer.PostFormAsync(remove, await province.Officer.FormTokenAsync("/account"))).StatusCode);
        Assert.Equal(0, await db.TaskCitations.CountAsync());
    }

    [Fact]
    public async Task People_of_the_successor_read_the_sheets_it_continues_and_others_do_not()
    {
        var (one, two, other) = (await province.SheetAsync(province.Round, "xa-mot"), await province.SheetAsync(province.Round, "xa-hai"), await province.SheetAsync(province.Round, "xa-khac"));
        var row = await province.RowAsync(province.Round, "xa-hai", "1.2");
        Assert.Empty((await province.Officer.PageAsync($"/sheets/{two.Id.Value}")).QuerySelectorAll("main table a"));
        Assert.Equal(HttpStatusCode.NotFound, (await province.Officer.GetAsync(new Uri($"/rows/{row.Id.Value}", UriKind.Relative))).StatusCode);
        await ApplyAsync();

        var sheet = await province.SheetAsync(province.Round, "xa-moi");
        var before = (await province.Officer.PageAsync($"/sheets/{sheet.Id.Value}")).QuerySelectorAll("#before a");
        Assert.Equal(["Xã Ba", "Xã Hai", "Xã Một"], before.Select(a => a.TextContent));
        var retired = await province.Officer.PageAsync(before.Single(a => a.TextContent == "Xã Hai").GetAttribute("href")!);
        Assert.Equal($"/sheets/{sheet.Id.Value}", retired.QuerySelector("#after a")!.GetAttribute("href"));
        Assert.NotEmpty(retired.QuerySelectorAll("main table a"));
        var old = await province.Officer.PageAsync($"/rows/{row.Id.Value}");
        Assert.Null(old.QuerySelector("form[action$='/save']"));
        Assert.Null(old.QuerySelector("#note-form"));
        foreach (var page in new[] { "closing", "adjustments" })
            Assert.Equal(HttpStatusCode.OK, (await province.Officer.GetAsync(new Uri($"/sheets/{one.Id.Value}/{page}", UriKind.Relative))).StatusCode);

        var agency = (await province.Officer.PageAsync("/agencies/xa-moi")).QuerySelectorAll("#former-sheets li");
        Assert.Equal(6, agency.Length);
        Assert.Empty((await province.Officer.PageAsync("/agencies/xa-khac")).QuerySelectorAll("#former-sheets li"));
        Assert.Equal(HttpStatusCode.NotFound, (await province.Officer.GetAsync(new Uri($"/sheets/{other.Id.Value}/closing", UriKind.Relative))).StatusCode);
        using var stranger = await province.SignedInAsync("dau-moi-khac", "xa-khac");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri($"/rows/{row.Id.Value}", UriKind.Relative))).StatusCode);
        Assert.Empty((await stranger.PageAsync("/agencies/xa-moi")).QuerySelectorAll("#former-sheets li"));
    }

    [Fact]
    public async Task A_finished_round_stays_as_it_was_and_what_was_carried_out_replays_exactly_and_only_once()
    {
        var url = await ApplyAsync();
        Assert.Equal(SheetState.Filling, (await province.SheetAsync(province.Earlier, "xa-mot")).State);
        var sheet = await province.SheetAsync(province.Earlier, "xa-mot");
        Assert.Contains("Xã Một", (await province.Administrator.PageAsync($"/sheets/{sheet.Id.Value}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("xa-mot", Assert.Single((await province.RowAsync(province.Earlier, "xa-mot", "1.2")).Owners).AgencyId.ToString());

        var page = await province.Administrator.PageAsync(url);
        Assert.Equal("yes", page.QuerySelector("[data-replays]")!.GetAttribute("data-replays"));
        Assert.Null(page.QuerySelector("button.btn-danger"));
        var again = await province.PostAsync(url + "/apply", ("seen", Seen(page)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("đã được thực hiện", (await again.ReadAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đã thực hiện", (await province.Administrator.PageAsync("/agencies/reorganisations")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renamed_unit_keeps_its_identity_and_shows_the_name_of_the_assessed_year()
    {
        var answer = await province.PostAsync("/agencies/reorganisations/new",
            ("Kind", "Rename"), ("On", $"{province.Today:dd/MM/yyyy}"), ("Decision", "11/NQ-MAU"), ("Sources", "xa-khac"), ("Successors[0].Name", "Xã Tên Mới"), ("Successors[0].Kind", "Local"));
        var url = answer.Headers.Location!.ToString();
        await province.PostAsync(url + "/apply", ("seen", Seen(await province.Administrator.PageAsync(url))));

        var agency = (await province.Administrator.PageAsync("/agencies/xa-khac")).Body!.TextContent;
        Assert.Contains("Xã Tên Mới", agency, StringComparison.Ordinal);
        Assert.Contains("Xã Khác (đến hết", agency, StringComparison.Ordinal);
        var earlier = await province.SheetAsync(province.Earlier, "xa-khac");
        Assert.Contains("Xã Khác", (await province.Administrator.PageAsync($"/sheets/{earlier.Id.Value}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_split_gives_rows_figures_evidence_and_people_to_whom_the_plan_names()
    {
        (string, string)[] plan =
        [
            ("Kind", "Split"), ("On", $"{province.Today:dd/MM/yyyy}"), ("Decision", "12/NQ-MAU"), ("Sources", "xa-mot"),
            ("Successors[0].Name", "Xã Một Bắc"), ("Successors[0].Kind", "Local"), ("Successors[0].Codes", "1.1"),
            ("Successors[1].Name", "Xã Một Nam"), ("Successors[1].Kind", "Local"), ("Successors[1].Codes", "1.2, 1.3"), ("Successors[1].People", "dau-moi-mot"),
        ];
        var url = await PlanAsync(plan);
        var old = await province.RowAsync(province.Round, "xa-mot", "1.2");
        var page = await province.Administrator.PageAsync(url);
        Assert.Contains("Xã Một Nam", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await province.PostAsync(url + "/apply", [("seen", Seen(page)), .. Proposed(page)])).StatusCode);

        var (north, south) = ("xa-mot-bac", "xa-mot-nam");
        Assert.Equal(new DateOnly(2025, 4, 29), (await province.RowAsync(province.Round, north, "1.1")).Facts["done"].Date);
        Assert.Empty((await province.RowAsync(province.Round, south, "1.1")).Facts);
        Assert.Empty((await province.RowAsync(province.Round, north, "1.2")).Facts);
        var money = await province.RowAsync(province.Round, south, "1.2");
        Assert.Equal(10m, money.Facts["a"].Number);
        Assert.Equal(SheetState.Retired, (await province.SheetAsync(province.Round, "xa-mot")).State);
        await using var db = province.Site.Db();
        Assert.Equal(1, await db.Citations.CountAsync(c => c.RowId == money.Id));
        Assert.Equal(1, await db.Citations.CountAsync(c => c.RowId == old.Id));
        Assert.Equal(AgencyId.Parse(south), await db.Users.Where(u => u.UserName == "dau-moi-mot").Select(u => u.AgencyId).SingleAsync());
        Assert.Equal(5, await db.LiveSheets.CountAsync(s => s.RoundId == province.Round));

        // Whoever went south fills there, and neither in the north nor in the sheet that became history.
        var token = await province.Officer.FormTokenAsync("/account");
        var northern = await province.RowAsync(province.Round, north, "1.2");
        await province.Officer.PostFormAsync($"/rows/{money.Id.Value}/save", token, ("version", $"{money.Version}"), ("f.a", "11"), ("f.b", "100"));
        await province.Officer.PostFormAsync($"/rows/{northern.Id.Value}/save", token, ("version", $"{northern.Version}"), ("f.a", "99"));
        Assert.Equal(11m, (await province.RowAsync(province.Round, south, "1.2")).Facts["a"].Number);
        Assert.Empty((await province.RowAsync(province.Round, north, "1.2")).Facts);
        Assert.Equal("yes", (await province.Administrator.PageAsync(url)).QuerySelector("[data-replays]")!.GetAttribute("data-replays"));
    }

    [Fact]
    public async Task A_transfer_moves_what_a_department_supplies_for_others_and_leaves_sheets_as_they_are()
    {
        var supplier = await province.SignedInAsync("so-tai-chinh", "so-tai-chinh");
        var url = await PlanAsync(
            ("Kind", "Transfer"), ("On", $"{province.Today:dd/MM/yyyy}"), ("Decision", "13/QĐ-MAU"), ("Sources", "so-noi-vu"), ("Successors[0].Agency", "so-tai-chinh"), ("Successors[0].Codes", "1.3"));
        var page = await province.Administrator.PageAsync(url);
        Assert.Equal(HttpStatusCode.Redirect, (await province.PostAsync(url + "/apply", [("seen", Seen(page)), .. Proposed(page)])).StatusCode);

        foreach (var commune in new[] { "xa-mot", "xa-hai", "xa-ba", "xa-khac" })
        {
            Assert.Equal("so-tai-chinh", Assert.Single((await province.RowAsync(province.Round, commune, "1.3")).Owners).AgencyId.ToString());
            Assert.Equal(commune, Assert.Single((await province.RowAsync(province.Round, commune, "1.2")).Owners).AgencyId.ToString());
            Assert.Equal(SheetState.Filling, (await province.SheetAsync(province.Round, commune)).State);
        }

        Assert.Equal("so-noi-vu", Assert.Single((await province.RowAsync(province.Earlier, "xa-mot", "1.3")).Owners).AgencyId.ToString());
        await using var db = province.Site.Db();
        Assert.Null((await db.Agencies.SingleAsync(a => a.Id == AgencyId.Parse("so-noi-vu"))).ValidTo);
        var row = await province.RowAsync(province.Round, "xa-mot", "1.3");
        await supplier.PostFormAsync($"/rows/{row.Id.Value}/save", await supplier.FormTokenAsync("/account"), ("version", $"{row.Version}"), ("f.x", "6"));
        Assert.Equal(6m, (await province.RowAsync(province.Round, "xa-mot", "1.3")).Facts["x"].Number);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_beside_what_was_typed_and_others_may_not_even_look()
    {
        var same = await province.PostAsync("/agencies/reorganisations/new", province.Merger(("Successors[0].Agency", "xa-mot")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, same.StatusCode);
        var page = await same.ReadAsync();
        Assert.Contains("vừa là đơn vị trước vừa là đơn vị sau", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("10/NQ-MAU", page.QuerySelector("input[name=Decision]")!.GetAttribute("value"));
        Assert.Equal(3, page.QuerySelectorAll("input[name=Sources][checked]").Length);

        var empty = await province.PostAsync("/agencies/reorganisations/new", ("Kind", "Merge"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        var code = await province.PostAsync("/agencies/reorganisations/new", province.Merger(("Successors[0].Codes", "a.b")));
        Assert.Contains("không phải mã tiêu chí", (await code.ReadAsync()).Body!.TextContent, StringComparison.Ordinal);
        await using var db = province.Site.Db();
        Assert.Equal(0, await db.Reorganisations.CountAsync());

        var token = await province.Officer.FormTokenAsync("/account");
        Assert.Equal(HttpStatusCode.Forbidden, (await province.Officer.PostFormAsync("/agencies/reorganisations/new", token, province.Merger())).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await province.Officer.GetAsync(new Uri("/agencies/reorganisations", UriKind.Relative))).StatusCode);
    }

    private Task<string> PlanAsync() => PlanAsync(province.Merger());

    private async Task<string> PlanAsync(params (string Name, string Value)[] typed)
    {
        var answer = await province.PostAsync("/agencies/reorganisations/new", typed);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private async Task<string> ApplyAsync()
    {
        var url = await PlanAsync();
        var page = await province.Administrator.PageAsync(url);
        var applied = await province.PostAsync(url + "/apply", [("seen", Seen(page)), .. Proposed(page)]);
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
        return url;
    }

    private static string Seen(IDocument page) => page.QuerySelector("input[name=seen]")!.GetAttribute("value")!;

    private static (string Name, string Value)[] Proposed(IDocument page) =>
        [.. page.QuerySelectorAll("fieldset.op-conflict input[checked]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))];
}
