using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Features.Plans;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Plans;
using OpenPar.Core.Plans.Reviewing;
using OpenPar.Core.Rounds;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;
using Document = OpenPar.App.Data.Model.Evidence.Document;

namespace OpenPar.Web.Tests.Organisations.Reorganisations;

/// <summary>A reorganisation that was carried out is taken back: by whom, from what, and what everybody sees then.</summary>
public sealed class RevocationTests : IAsyncLifetime
{
    private static readonly FrameworkId Set = FrameworkId.Parse("noi-bo/1-2025");

    private readonly ThreeCommunes province = new();

    public ValueTask InitializeAsync() => province.InitializeAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task Three_communes_that_became_one_are_three_again_and_what_was_typed_meanwhile_is_told_to_each()
    {
        await AssignAndPlanAsync();
        var stood = await province.PictureAsync();
        var url = await province.CarryOutAsync(province.Merger());
        var row = await province.RowAsync(province.Round, "xa-moi", "1.2");
        var token = await province.Officer.FormTokenAsync("/account");
        await province.Officer.PostFormAsync($"/rows/{row.Id.Value}/save", token, ("version", $"{row.Version}"), ("f.a", "31"), ("f.b", "300"), ("explanation", "rà soát lại"));
        var document = await NameEvidenceAsync(row.Id);

        var page = await province.Administrator.PageAsync(url + "/revoke");
        var counts = await province.CountsAsync();
        var line = Assert.Single(page.QuerySelectorAll("#typed-rows tbody tr"));
        Assert.Contains("31", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ghi chú trên dòng của Xã Một, Xã Hai, Xã Ba", line.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#obstacles"));
        Assert.Equal(counts, await province.CountsAsync());
        await province.TakeBackAsync(url);

        // Everything that stood stands again, beside notes and the evidence that was named since.
        Assert.Equal(stood, await province.PictureAsync());
        await using var db = province.Site.Db();
        foreach (var (unit, figure) in new[] { ("xa-mot", 10m), ("xa-hai", 20m) })
        {
            var own = await province.RowAsync(province.Round, unit, "1.2");
            Assert.Equal((figure, RowState.InProgress), (own.Facts["a"].Number, own.State));
            Assert.Contains("31", own.Messages[^1].Text, StringComparison.Ordinal);
            Assert.Contains("rà soát lại", own.Messages[^1].Text, StringComparison.Ordinal);
            Assert.True(await db.Citations.AnyAsync(c => c.RowId == own.Id && c.DocumentId == document));
        }

        Assert.Equal(RowState.NotStarted, (await province.RowAsync(province.Round, "xa-ba", "1.2")).State);
        Assert.Equal(AgencyId.Parse("xa-mot"), await db.Documents.Where(d => d.Id == document).Select(d => d.AgencyId).SingleAsync());
        Assert.Equal(0, await db.Successions.CountAsync());

        // What was typed stays to be read, by those who typed it and by nobody else.
        var left = await province.SheetAsync(province.Round, "xa-moi");
        Assert.Equal((SheetState.Retired, 31m), (left.State, (await province.RowAsync(province.Round, "xa-moi", "1.2")).Facts["a"].Number));
        var officers = await province.Officer.PageAsync($"/sheets/{(await province.SheetAsync(province.Round, "xa-mot")).Id.Value}");
        Assert.Equal($"/sheets/{left.Id.Value}", officers.QuerySelector("#before a")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, (await province.Officer.GetAsync(new Uri($"/rows/{row.Id.Value}", UriKind.Relative))).StatusCode);
        using var stranger = await province.SignedInAsync("dau-moi-khac", "xa-khac");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri($"/rows/{row.Id.Value}", UriKind.Relative))).StatusCode);
        Assert.Contains("Xã Một", (await province.Officer.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("tiếp nối bởi Xã Ba, Xã Hai, Xã Một", (await province.Administrator.PageAsync($"/rounds/{province.Round.Value}")).Body!.TextContent, StringComparison.Ordinal);

        // They fill their own sheet again, and no longer the common one.
        var mine = await province.RowAsync(province.Round, "xa-mot", "1.2");
        await province.Officer.PostFormAsync($"/rows/{mine.Id.Value}/save", token, ("version", $"{mine.Version}"), ("f.a", "12"), ("f.b", "100"));
        await province.Officer.PostFormAsync($"/rows/{row.Id.Value}/save", token, ("version", $"{(await province.RowAsync(province.Round, "xa-moi", "1.2")).Version}"), ("f.a", "99"));
        Assert.Equal(12m, (await province.RowAsync(province.Round, "xa-mot", "1.2")).Facts["a"].Number);
        Assert.Equal(31m, (await province.RowAsync(province.Round, "xa-moi", "1.2")).Facts["a"].Number);
    }

    [Fact]
    public async Task Both_the_reorganisation_and_its_taking_back_stay_on_record_and_the_right_one_can_follow_the_same_day()
    {
        var url = await province.CarryOutAsync(province.Merger());
        await province.TakeBackAsync(url);
        var shown = await province.Administrator.PageAsync(url);
        Assert.NotNull(shown.QuerySelector("[data-revoked]"));
        Assert.Equal("yes", shown.QuerySelector("[data-replays]")!.GetAttribute("data-replays"));
        var page = await province.Administrator.PageAsync(url + "/revoke");
        Assert.Contains("15/QĐ-MAU", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Gộp nhầm xã", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("[data-part=Rounds]"));
        Assert.Null(page.QuerySelector("main form"));
        Assert.Contains("Đã thu hồi", (await province.Administrator.PageAsync("/agencies/reorganisations")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("không hoạt động ngày nào", (await province.Administrator.PageAsync("/agencies/xa-moi")).Body!.TextContent, StringComparison.OrdinalIgnoreCase);

        await using var db = province.Site.Db();
        var subject = "reorganisation/" + url[(url.LastIndexOf('/') + 1)..];
        Assert.Equal(["PlanReorganisation", "ApplyReorganisation", "RevokeReorganisation"], await db.AuditEntries.Where(e => e.Subject == subject).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync());
        foreach (var one in new[] { "agency/xa-moi", "agency/xa-mot", $"sheet/{(await province.SheetAsync(province.Round, "xa-hai")).Id.Value}" })
            Assert.True(await db.AuditEntries.CountAsync(e => e.Subject == one) >= 2, one);
        Assert.Equal([SheetEvent.Retire, SheetEvent.Restore], await db.SheetHappenings.Where(h => db.Sheets.Any(s => s.Id == h.SheetId && s.UnitId == AgencyId.Parse("xa-ba"))).OrderBy(h => h.Id).Select(h => h.Event).ToListAsync());
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => db.Database.ExecuteSqlAsync($"update organisations.reorganisation_revocations set reason = 'khác'"));

        // The same name on the same day, without the commune that did not belong.
        await province.CarryOutAsync(province.Merger().Where(f => f.Value != "xa-ba").ToArray());
        Assert.Equal("Xã Mới", (await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == AgencyId.Parse("xa-moi-2"))).Name);
        Assert.Equal(SheetState.Filling, (await province.SheetAsync(province.Round, "xa-ba")).State);
    }

    [Fact]
    public async Task What_the_part_of_a_split_commune_typed_goes_back_with_the_row()
    {
        var stood = await province.PictureAsync("1.2");
        var url = await province.CarryOutAsync(
            ("Kind", "Split"), ("On", $"{province.Today:dd/MM/yyyy}"), ("Decision", "12/NQ-MAU"), ("Sources", "xa-mot"),
            ("Successors[0].Name", "Xã Một Bắc"), ("Successors[0].Kind", "Local"), ("Successors[0].Codes", "1.1"),
            ("Successors[1].Name", "Xã Một Nam"), ("Successors[1].Kind", "Local"), ("Successors[1].Codes", "1.2"), ("Successors[1].People", "dau-moi-mot"));
        var row = await province.RowAsync(province.Round, "xa-mot-nam", "1.2");
        await province.Officer.PostFormAsync(
            $"/rows/{row.Id.Value}/save", await province.Officer.FormTokenAsync("/account"), ("version", $"{row.Version}"), ("f.a", "11"), ("f.b", "100"), ("explanation", "tính lại"));
        Assert.Contains("Số liệu của dòng này ở Xã Một", (await province.Administrator.PageAsync(url + "/revoke")).QuerySelector("#typed-rows")!.TextContent, StringComparison.Ordinal);
        await province.TakeBackAsync(url);

        Assert.Equal(stood, await province.PictureAsync("1.2"));
        var back = await province.RowAsync(province.Round, "xa-mot", "1.2");
        Assert.Equal((11m, RowState.InProgress, "tính lại"), (back.Facts["a"].Number, back.State, back.Explanation));
        Assert.NotNull(back.SelfPoints);
        Assert.Equal(new DateOnly(2025, 4, 29), (await province.RowAsync(province.Round, "xa-mot", "1.1")).Facts["done"].Date);
        var sheet = await province.Officer.PageAsync($"/sheets/{(await province.SheetAsync(province.Round, "xa-mot")).Id.Value}");
        Assert.Equal(["Xã Một Bắc", "Xã Một Nam"], sheet.QuerySelectorAll("#before a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task A_commune_that_was_joined_to_another_takes_its_rows_out_again_and_the_other_has_its_own()
    {
        var stood = await province.PictureAsync();
        var url = await province.CarryOutAsync(("Kind", "Merge"), ("On", $"{province.Today:dd/MM/yyyy}"), ("Decision", "14/NQ-MAU"), ("Sources", "xa-mot"), ("Successors[0].Agency", "xa-hai"));
        var joined = await province.RowAsync(province.Round, "xa-hai", "1.2");
        Assert.Equal(30m, joined.Facts["a"].Number);
        await province.Officer.PostFormAsync($"/rows/{joined.Id.Value}/save", await province.Officer.FormTokenAsync("/account"), ("version", $"{joined.Version}"), ("f.a", "33"), ("f.b", "300"));
        await province.TakeBackAsync(url);

        Assert.Equal(stood, await province.PictureAsync());
        foreach (var (unit, figure) in new[] { ("xa-mot", 10m), ("xa-hai", 20m) })
        {
            var row = await province.RowAsync(province.Round, unit, "1.2");
            Assert.Equal(figure, row.Facts["a"].Number);
            Assert.Contains("33", row.Messages[^1].Text, StringComparison.Ordinal);
        }

        await using var db = province.Site.Db();
        Assert.Equal(1, await db.Citations.CountAsync(c => c.RowId == joined.Id));
    }

    [Fact]
    public async Task A_new_name_and_a_new_identity_go_back_with_the_sheet_as_people_left_it()
    {
        var stood = await province.PictureAsync("1.2");
        var renamed = await province.CarryOutAsync(("Kind", "Rename"), ("On", $"{province.Today:dd/MM/yyyy}"), ("Decision", "11/QĐ-MAU"), ("Sources", "xa-mot"), ("Successors[0].Name", "Phường Một"));
        await province.TakeBackAsync(renamed);
        Assert.Equal(stood, await province.PictureAsync("1.2"));
        await using var db = province.Site.Db();
        Assert.Equal(0, await db.FormerNames.CountAsync());

        var handed = await province.CarryOutAsync(
            ("Kind", "Rename"), ("On", $"{province.Today:dd/MM/yyyy}"), ("Decision", "11/QĐ-MAU"), ("Sources", "xa-mot"), ("Successors[0].Name", ""), ("Successors[0].Agency", "so-tai-chinh"));
        var row = await province.RowAsync(province.Round, "so-tai-chinh", "1.2");
        await province.Officer.PostFormAsync($"/rows/{row.Id.Value}/save", await province.Officer.FormTokenAsync("/account"), ("version", $"{row.Version}"), ("f.a", "15"), ("f.b", "100"));
        await province.TakeBackAsync(handed);
        Assert.Equal(stood, await province.PictureAsync("1.2"));
        Assert.Equal(15m, (await province.RowAsync(province.Round, "xa-mot", "1.2")).Facts["a"].Number);
        Assert.Equal(AgencyId.Parse("xa-mot"), await db.Users.Where(u => u.UserName == "dau-moi-mot").Select(u => u.AgencyId).SingleAsync());
    }

    [Fact]
    public async Task A_transferred_duty_goes_back_and_the_figures_the_other_department_supplied_stay_on_the_rows()
    {
        var stood = await province.PictureAsync("1.3");
        var supplier = await province.SignedInAsync("so-tai-chinh", "so-tai-chinh");
        var url = await province.CarryOutAsync(
            ("Kind", "Transfer"), ("On", $"{province.Today:dd/MM/yyyy}"), ("Decision", "13/QĐ-MAU"), ("Sources", "so-noi-vu"), ("Successors[0].Agency", "so-tai-chinh"), ("Successors[0].Codes", "1.3"));
        var row = await province.RowAsync(province.Round, "xa-mot", "1.3");
        await supplier.PostFormAsync($"/rows/{row.Id.Value}/save", await supplier.FormTokenAsync("/account"), ("version", $"{row.Version}"), ("f.x", "6"));
        await province.TakeBackAsync(url);

        Assert.Equal(stood, await province.PictureAsync("1.3"));
        Assert.Equal(6m, (await province.RowAsync(province.Round, "xa-mot", "1.3")).Facts["x"].Number);
        Assert.Equal("so-noi-vu", Assert.Single((await province.RowAsync(province.Round, "xa-khac", "1.3")).Owners).AgencyId.ToString());
        await supplier.PostFormAsync($"/rows/{row.Id.Value}/save", await supplier.FormTokenAsync("/account"), ("version", $"{(await province.RowAsync(province.Round, "xa-mot", "1.3")).Version}"), ("f.x", "9"));
        Assert.Equal(6m, (await province.RowAsync(province.Round, "xa-mot", "1.3")).Facts["x"].Number);
    }

    private async Task<DocumentId> NameEvidenceAsync(RowId row)
    {
        await using var db = province.Site.Db();
        var added = province.Site.Clock.GetUtcNow();
        var person = await db.Users.Where(u => u.UserName == "dau-moi-mot").Select(u => u.FullName).SingleAsync();
        var document = new Document { Id = DocumentId.New(), Issuer = "Xã Mới", Subject = "Báo cáo chung", AgencyId = AgencyId.Parse("xa-moi"), AddedAt = added, AddedBy = person };
        db.Documents.Add(document);
        db.Citations.Add(new Citation { Id = default, RowId = row, DocumentId = document.Id, Item = "Mục 2", AddedAt = added, AddedBy = person });
        await db.SaveChangesAsync();
        return document.Id;
    }

    private async Task AssignAndPlanAsync()
    {
        var words = new PlanWords(new Dictionary<PlanField, string?> { [PlanField.Tasks] = "Rà soát thủ tục", [PlanField.Lead] = "Xã Hai", [PlanField.Time] = $"Trước {province.Today.AddDays(60):dd/MM/yyyy}" });
        await province.Site.UseAsync<LoadPlan.Handler>(async h => await h.HandleAsync(new(new WrittenPlan("Kế hoạch mẫu", [new PlanTable(1, null, PlanKind.PlanTable)], [new WrittenRow(1, words)]) { Year = province.Today.Year }), default));
        await using var db = province.Site.Db();
        foreach (var (code, agency, role) in new[] { ("1.2", "xa-mot", AssignmentRole.Lead), ("1.2", "xa-hai", AssignmentRole.Lead), ("1.1", "xa-ba", AssignmentRole.Coordinating) })
            db.Assignments.Add(new Assignment { FrameworkId = Set, Code = CriterionCode.Parse(code), AgencyId = AgencyId.Parse(agency), Role = role, Origin = AssignmentOrigin.Entered, Note = "theo phụ lục", DecidedAt = province.Site.Clock.GetUtcNow(), DecidedBy = "ai đó" });
        await db.SaveChangesAsync();
    }

}
