using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenPar.Core.Accounts;
using OpenPar.Web.Tests.Papers;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Plans;

public sealed class PlanPagesTests : IAsyncLifetime
{
    private const string Head = "KẾ HOẠCH\nCải cách hành chính năm 2026\n\nSTT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian hoàn thành\nI\tChỉ đạo, điều hành\n";

    private const string Plan = Head +
        "1\tBan hành kế hoạch cải cách hành chính\tKế hoạch\tSở Nội vụ\tTrước 15/01\n" +
        "2\tKiểm tra công vụ đột xuất tại các xã\tBáo cáo\tSở Nội vụ, Văn phòng UBND tỉnh\tQuý II/2026\n" +
        "3\tHọp giao ban hằng quý về hồ sơ trễ hạn\tThông báo\tTrung tâm Hành chính mẫu\tKhi có yêu cầu\n";

    private readonly Site site = new();
    private HttpClient admin = null!;

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        await site.LoadSampleAsync();
        admin = await site.SignedInAsync(Role.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_becomes_a_plan_before_a_person_accepts_and_guesses_are_not_accepted_unseen()
    {
        var review = await ReviewAsync(Plan);
        var early = await (await PostAsync(review, "Accept", ("title", "Kế hoạch năm 2026"))).ReadAsync();
        Assert.Contains("dòng chưa ai xem", early.QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        await using (var db = site.Db()) Assert.Equal(0, await db.Plans.CountAsync());

        var accepted = await PostAsync(review, "Accept", ("title", "Kế hoạch năm 2026"), ("withOpenRows", "true"));
        Assert.StartsWith("/plans/", accepted.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await using var after = site.Db();
        var rows = await after.PlanRows.Include(r => r.Agencies).OrderBy(r => r.SortOrder).ToListAsync();
        Assert.Equal([new DateOnly(2026, 1, 14), new DateOnly(2026, 6, 30), null], rows.Select(r => r.To));
        Assert.Equal("so-noi-vu,van-phong", string.Join(',', rows[1].Agencies.Select(a => a.AgencyId)));
        Assert.Null(Assert.Single(rows[2].Agencies).AgencyId);
        Assert.Equal(1, await after.AuditEntries.CountAsync(e => e.Action == "AcceptPlanImport"));
    }

    [Fact]
    public async Task Every_step_of_a_review_is_undone_and_the_half_done_review_goes_on()
    {
        var review = await ReviewAsync(Plan);
        await PostAsync(review, "LeaveOut", ("rows", "1"), ("rows", "3"));
        await PostAsync(review, "Name", ("written", "Trung tâm Hành chính mẫu"), ("meaning", "agency:van-phong"));
        Assert.Equal(review, await ReviewAsync(Plan));
        Assert.Equal("LeftOut,Open,LeftOut", await StatesAsync());

        await PostAsync(review, "Undo");
        await PostAsync(review, "Undo");
        Assert.Equal("Open,Open,Open", await StatesAsync());
        await using var db = site.Db();
        Assert.Equal("{}", (await db.PlanImports.SingleAsync()).NameChoices);
        var none = await (await PostAsync(review, "Undo")).ReadAsync();
        Assert.Contains("Không còn bước nào", none.QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_on_one_row_lose_nothing()
    {
        var review = await ReviewAsync(Plan);
        var stale = await VersionAsync(2);
        await SaveAsync(review, 2, stale, "Kiểm tra công vụ tại các sở");
        var refused = await (await SaveAsync(review, 2, stale, "Kiểm tra công vụ ở cấp xã")).ReadAsync();

        Assert.Contains("vừa được sửa", refused.QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kiểm tra công vụ ở cấp xã", refused.QuerySelector("#Tasks")!.TextContent, StringComparison.Ordinal);
        await SaveAsync(review, 2, await VersionAsync(2), "Kiểm tra công vụ ở cấp xã");
        await using var db = site.Db();
        Assert.Contains("ở cấp xã", (await db.PlanImportRows.SingleAsync(r => r.Number == 2)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_file_keeps_decisions_rows_and_their_identity()
    {
        await PostAsync(await ReviewAsync(Plan), "Accept", ("title", "Kế hoạch"), ("withOpenRows", "true"));
        await using var before = site.Db();
        var plan = await before.Plans.Include(p => p.Rows).SingleAsync();
        var rows = plan.Rows.OrderBy(r => r.SortOrder).ToList();
        var address = $"/plans/{plan.Id.Value}/rows/{rows[0].Id.Value}";
        await admin.SendFormAsync(address, ("version", $"{rows[0].Version}"), ("Section", "I"), ("SectionTitle", "Chỉ đạo, điều hành"), ("Number", "1"), ("Tasks", "Ban hành kế hoạch cải cách hành chính"), ("Products", "Kế hoạch"), ("Lead", "Văn phòng UBND tỉnh"), ("Time", "Trước 15/01"));

        var corrected = Plan.Replace("Trước 15/01", "Trước 20/01", StringComparison.Ordinal).Replace("3\tHọp giao ban hằng quý về hồ sơ trễ hạn", "3\tBồi dưỡng công chức một cửa", StringComparison.Ordinal);
        var review = await ReviewAsync(corrected, plan.Id.Value.ToString());
        var page = (await admin.PageAsync(review + "?show=All")).Body!.TextContent;
        Assert.Contains("Tệp mới đổi: Thời gian như văn bản ghi", page, StringComparison.Ordinal);
        Assert.Contains("Dòng mới trong tệp", page, StringComparison.Ordinal);
        Assert.Contains("Tệp mới không còn", page, StringComparison.Ordinal);
        await PostAsync(review, "LeaveOut", ("rows", "4"));
        await PostAsync(review, "Accept", ("title", "Kế hoạch"), ("withOpenRows", "true"));

        await using var after = site.Db();
        var kept = await after.PlanRows.Include(r => r.Agencies).OrderBy(r => r.SortOrder).ToListAsync();
        Assert.Equal(4, kept.Count);
        Assert.Equal((rows[0].Id, new DateOnly(2026, 1, 19), "Văn phòng UBND tỉnh"), (kept[0].Id, kept[0].To, Assert.Single(kept[0].Agencies).Written));
        Assert.Equal((rows[2].Id, true), (kept[3].Id, kept[3].LeftOut));
        Assert.NotEqual(rows[2].Id, kept[2].Id);
    }

    [Fact]
    public async Task Only_the_administrator_imports_and_changes_plans_and_others_see_them()
    {
        var review = await ReviewAsync(Plan);
        await PostAsync(review, "Accept", ("title", "Kế hoạch"), ("withOpenRows", "true"));
        await using var db = site.Db();
        var plan = await db.Plans.SingleAsync();
        using var reader = await site.SignedInAsync(Role.Reader);

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(reader, $"/plans/{plan.Id.Value}?q=kiem+tra")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(reader, "/plans/import")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(reader, review)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(reader, $"/plans/{plan.Id.Value}/rows")).StatusCode);
        var found = await reader.PageAsync($"/plans/{plan.Id.Value}?q=kiem+tra");
        Assert.Single(found.QuerySelectorAll("main tbody tr"));
        Assert.Empty(found.QuerySelectorAll("a[href$='/rows']"));
    }

    [Theory]
    [InlineData("paper.docx")]
    [InlineData("table.docx")]
    [InlineData("paper.xlsx")]
    [InlineData("table.xlsx")]
    public async Task A_plan_that_is_taken_out_is_imported_again_without_a_doubt_or_a_changed_word(string file)
    {
        await PostAsync(await ReviewAsync(Plan), "Accept", ("title", "Kế hoạch cải cách hành chính năm 2026"), ("withOpenRows", "true"));
        await using var db = site.Db();
        var plan = await db.Plans.AsNoTracking().Include(p => p.Rows).SingleAsync();
        var here = $"/plans/{plan.Id.Value}";
        using var reader = await site.SignedInAsync(Role.Reader);
        var page = await reader.PageAsync(here);
        Assert.All(new[] { "paper.docx", "table.xlsx" }, name => Assert.Single(page.QuerySelectorAll($"a[href='{here}/{name}']")));

        var taken = await reader.GetByteArrayAsync(new Uri($"{here}/{file}", UriKind.Relative));
        var response = await UploadAsync(taken, file, "");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        await PostAsync(response.Headers.Location!.OriginalString, "Accept", ("title", "Bản nhập lại"), ("withOpenRows", "true"));
        var again = await db.Plans.AsNoTracking().Include(p => p.Rows).SingleAsync(p => p.Title == "Bản nhập lại");
        Assert.Equal(plan.Rows.OrderBy(r => r.SortOrder).Select(r => r.Words), again.Rows.OrderBy(r => r.SortOrder).Select(r => r.Words));
        Assert.Equal(plan.Rows.OrderBy(r => r.SortOrder).Select(r => (r.From, r.To, r.BudgetVnd)), again.Rows.OrderBy(r => r.SortOrder).Select(r => (r.From, r.To, r.BudgetVnd)));
        Assert.Equal(2026, again.Year);
    }

    [Fact]
    public async Task The_code_on_a_plan_opens_what_it_says_for_those_who_may_see_plans()
    {
        await PostAsync(await ReviewAsync(Plan), "Accept", ("title", "Kế hoạch năm 2026"), ("withOpenRows", "true"));
        await using var db = site.Db();
        var plan = await db.Plans.SingleAsync();
        var paper = await TakenPaper.OfAsync(admin, $"/plans/{plan.Id.Value}/paper.docx?number=7/KH-UBND&place=Mẫu");
        Assert.Contains("Số: 7/KH-UBND", paper.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(paper.Heads, head => head.Contains("MINH HOẠ", StringComparison.Ordinal));
        Assert.Contains("Kiểm tra công vụ đột xuất", (await admin.PageAsync($"/papers/{paper.Code}")).Body!.TextContent, StringComparison.Ordinal);
        using var stranger = site.Visitor("203.0.113.9");
        var open = (await stranger.PageAsync($"/papers/{paper.Code}")).Body!.TextContent;
        Assert.Contains("Kế hoạch", open, StringComparison.Ordinal);
        Assert.DoesNotContain("Kiểm tra công vụ đột xuất", open, StringComparison.Ordinal);
        var refused = await stranger.GetAsync(new Uri($"/plans/{plan.Id.Value}/paper.docx", UriKind.Relative));
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(new Uri($"/plans/{Guid.NewGuid()}/paper.docx", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_file_that_is_no_plan_is_refused_with_findings_and_nothing_is_kept()
    {
        var page = await (await UploadAsync(Encoding.UTF8.GetBytes("Kính gửi các cơ quan,\nĐây là một bức thư.\n"), "thu.txt", "")).ReadAsync();

        Assert.Contains("chưa lưu gì", page.QuerySelector("#file-error")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("#findings tbody tr"));
        await using var db = site.Db();
        Assert.Equal(0, await db.PlanImports.CountAsync());
    }

    private async Task<string> ReviewAsync(string plan, string corrects = "")
    {
        var response = await UploadAsync(Encoding.UTF8.GetBytes(plan), "ke-hoach.txt", corrects);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.Location!.OriginalString;
    }

    private Task<HttpResponseMessage> UploadAsync(byte[] file, string name, string corrects) =>
        admin.SendFileAsync("/plans/import", file, name, ("NamesOn", "31/12/2024"), ("Corrects", corrects));

    private Task<HttpResponseMessage> PostAsync(string review, string handler, params (string, string)[] fields) =>
        PostAsync(admin, review, handler, fields);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string review, string handler, (string, string)[] fields) =>
        await client.PostFormAsync($"{review}?handler={handler}", await client.FormTokenAsync(review), fields);

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string url) => client.GetAsync(new Uri(url, UriKind.Relative));

    private Task<HttpResponseMessage> SaveAsync(string review, int row, uint version, string task) =>
        admin.SendFormAsync($"{review}/rows/{row}", ("version", $"{version}"), ("Number", "2"), ("Tasks", task), ("Lead", "Sở Nội vụ"), ("Time", "Quý II/2026"));

    private async Task<uint> VersionAsync(int row)
    {
        await using var db = site.Db();
        return (await db.PlanImportRows.SingleAsync(r => r.Number == row)).Version;
    }

    private async Task<string> StatesAsync()
    {
        await using var db = site.Db();
        return string.Join(',', await db.PlanImportRows.OrderBy(r => r.Number).Select(r => r.State).ToListAsync());
    }
}
