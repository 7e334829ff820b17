using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Features.Plans;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Plans;
using OpenPar.Core.Plans.Reviewing;
using OpenPar.Testing;
using OpenPar.Web.Tests.Rounds;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Evidence;

/// <summary>One document serves rows and tasks of plans: it proves the product of a task and is offered for the criterion the plan set it for.</summary>
public sealed class TaskEvidenceTests : IAsyncLifetime
{
    private readonly OpenedRound round = new();
    private PlanId plan;
    private PlanRowId task;

    public async ValueTask InitializeAsync()
    {
        await round.InitializeAsync();
        var table = new PlanTable(1, "Phụ lục", PlanKind.Improvement);
        PlanWords Row(string number, string what, string lead) => new(new Dictionary<PlanField, string?>
        {
            [PlanField.Number] = number,
            [PlanField.Tasks] = what,
            [PlanField.Products] = "Báo cáo kết quả",
            [PlanField.Lead] = lead,
            [PlanField.Time] = "Quý II/2025",
        });
        var written = new WrittenPlan("Kế hoạch cải thiện chỉ số năm 2025", [table], [new(1, Row("1.1", "Rà soát hồ sơ trễ hạn", "Sở Nội vụ")), new(1, Row("2.", "Công khai thủ tục ở bộ phận một cửa", "Văn phòng UBND tỉnh"))])
        {
            Year = 2025,
            Framework = FrameworkId.Parse("mau/2-2025"),
        };
        await round.Site.UseAsync<LoadPlan.Handler>(async h => plan = (await h.HandleAsync(new(written), default)).Value);
        await using var db = round.Site.Db();
        task = await db.PlanRows.Where(r => r.PlanId == plan).OrderBy(r => r.SortOrder).Select(r => r.Id).FirstAsync();
    }

    public ValueTask DisposeAsync() => round.DisposeAsync();

    private string Url => $"/plans/{plan.Value}/rows/{task.Value}/evidence";

    [Fact]
    public async Task The_lead_proves_a_task_the_plan_and_the_document_show_it_and_what_is_in_use_cannot_be_deleted()
    {
        Assert.Contains("Thêm tài liệu chứng minh", (await round.Officer.PageAsync($"/plans/{plan.Value}")).Body!.TextContent, StringComparison.Ordinal);
        var refused = await AddAsync(round.Officer, ("subject", ""), ("page", "3"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("3", (await refused.ReadAsync()).QuerySelector("[name=page]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, (await AddAsync(round.Officer, ("subject", "Báo cáo rà soát"), ("item", "Mục II"), ("page", "3"))).StatusCode);

        var page = await round.Officer.PageAsync(Url);
        Assert.Contains("125/BC-SNV Báo cáo rà soát", Assert.Single(page.QuerySelectorAll(".op-evidence li")).TextContent, StringComparison.Ordinal);
        Assert.Contains("1 tài liệu chứng minh", (await round.Reader.PageAsync($"/plans/{plan.Value}")).Body!.TextContent, StringComparison.Ordinal);
        var document = await DocumentAsync();
        var uses = (await round.Officer.PageAsync($"/evidence/{document.Value}")).QuerySelector("#uses")!.TextContent;
        Assert.Contains("Rà soát hồ sơ trễ hạn", uses, StringComparison.Ordinal);
        Assert.Contains("Mục II, trang 3", uses, StringComparison.Ordinal);
        var deleted = await PostAsync(round.Officer, $"/evidence/{document.Value}/delete");
        Assert.Contains("1 chỗ", (await deleted.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);

        var again = await PostAsync(round.Officer, Url + "/new?handler=Cite", ("document", $"{document.Value}"), ("citeItem", "Mục II"), ("citePage", "3"));
        Assert.Contains("đã được dẫn", (await again.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);

        var remove = page.QuerySelector(".op-evidence form")!.GetAttribute("action")!;
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(round.Officer, remove)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(round.Officer, remove)).StatusCode);
        await using var db = round.Site.Db();
        Assert.Equal((0, 1), (await db.TaskCitations.CountAsync(), await db.Documents.CountAsync()));
        var subject = $"plan-row/{task.Value}";
        Assert.Equal(["CiteForTask", "RemoveTaskCitation"], await db.AuditEntries.Where(e => e.Subject == subject).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(round.Officer, $"/evidence/{document.Value}/delete")).StatusCode);
    }

    [Fact]
    public async Task Only_agencies_of_the_task_and_those_who_change_plans_prove_it_and_others_see_how_much_there_is()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await AddAsync(round.OtherOfficer, ("subject", "Của cơ quan khác"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await round.OtherOfficer.GetAsync(new Uri(Url + "/new", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await round.Reader.GetAsync(new Uri(Url + "/new", UriKind.Relative))).StatusCode);
        await using var db = round.Site.Db();
        Assert.Equal(0, await db.Documents.CountAsync());

        await AddAsync(round.Administrator, ("subject", "Báo cáo của tỉnh"));
        // What proves a task of an agency is the agency's to see.
        Assert.Contains("Báo cáo của tỉnh", (await round.Officer.PageAsync(Url)).QuerySelector(".op-evidence")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Báo cáo của tỉnh", (await round.Officer.PageAsync("/evidence")).Body!.TextContent, StringComparison.Ordinal);
        var other = await round.OtherOfficer.PageAsync(Url);
        Assert.Null(other.QuerySelector(".op-evidence"));
        Assert.Contains("Còn 1 tài liệu", other.QuerySelector("#hidden-evidence")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Báo cáo của tỉnh", other.Body!.TextContent, StringComparison.Ordinal);
        var citation = await db.TaskCitations.SingleAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(round.OtherOfficer, $"{Url}/{citation.Id}/remove")).StatusCode);

        var row = await db.PlanRows.SingleAsync(r => r.Id == task);
        row.LeftOut = true;
        await db.SaveChangesAsync();
        var left = await PostAsync(round.Officer, $"{Url}/{citation.Id}/remove");
        Assert.Contains("đã bỏ khỏi kế hoạch", (await left.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await db.TaskCitations.CountAsync());
    }

    [Fact]
    public async Task What_proves_a_task_is_offered_for_the_row_of_its_criterion_and_cited_on_demand()
    {
        await AddAsync(round.Officer, ("subject", "Báo cáo rà soát"), ("item", "Mục II"), ("page", "3"));
        var evidence = round.Row("1.1") + "/evidence";
        var offered = Assert.Single((await round.Officer.PageAsync(evidence)).QuerySelectorAll("#from-tasks li"));
        Assert.Contains("Rà soát hồ sơ trễ hạn, Kế hoạch cải thiện chỉ số năm 2025", offered.TextContent.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Null((await round.Officer.PageAsync(round.Row("1.2") + "/evidence")).QuerySelector("#from-tasks"));

        var values = offered.QuerySelectorAll("input[type=hidden]").Where(i => i.GetAttribute("name") != "__RequestVerificationToken")
            .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).ToArray();
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(round.Officer, evidence + "?handler=Cite", values)).StatusCode);
        Assert.Null((await round.Officer.PageAsync(evidence)).QuerySelector("#from-tasks"));
        var uses = (await round.Officer.PageAsync($"/evidence/{(await DocumentAsync()).Value}")).QuerySelectorAll("#uses li");
        Assert.Equal(2, uses.Length);

        // A task for the criterion above covers its leaves.
        await using var db = round.Site.Db();
        var above = await db.PlanRows.Where(r => r.PlanId == plan && r.Id != task).Select(r => r.Id).SingleAsync();
        var document = DocumentId.New();
        db.Documents.Add(new Document { Id = document, Issuer = "Văn phòng", Subject = "Thông báo công khai", AgencyId = AgencyId.Parse("van-phong"), AddedAt = round.Site.Clock.GetUtcNow(), AddedBy = "Cán bộ" });
        db.TaskCitations.Add(new TaskCitation { Id = default, PlanRowId = above, DocumentId = document, AddedAt = round.Site.Clock.GetUtcNow(), AddedBy = "Cán bộ" });
        await db.SaveChangesAsync();
        Assert.Contains("Thông báo công khai", (await round.OtherOfficer.PageAsync(round.Row("2.2") + "/evidence")).QuerySelector("#from-tasks")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_that_is_taken_out_is_the_same_with_and_without_evidence()
    {
        var before = await round.Administrator.GetStringAsync(new Uri($"/plans/{plan.Value}/plan.yaml", UriKind.Relative));
        await AddAsync(round.Officer, ("subject", "Báo cáo rà soát"));
        Assert.Equal(before, await round.Administrator.GetStringAsync(new Uri($"/plans/{plan.Value}/plan.yaml", UriKind.Relative)));
    }

    private async Task<DocumentId> DocumentAsync()
    {
        await using var db = round.Site.Db();
        return await db.Documents.Select(d => d.Id).SingleAsync();
    }

    private Task<HttpResponseMessage> AddAsync(HttpClient who, params (string Name, string Value)[] values) =>
        SendAsync(who, [("number", "125"), ("symbol", "BC-SNV"), ("issuer", "Sở Nội vụ"), .. values]);

    private async Task<HttpResponseMessage> SendAsync(HttpClient who, (string Name, string Value)[] values)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in values) form.Add(new StringContent(value), name);
        form.Add(new StringContent(await who.FormTokenAsync("/account")), "__RequestVerificationToken");
        form.Add(new ByteArrayContent(SmallPdf.Write("Báo cáo")), "file", "bao-cao.pdf");
        return await who.PostAsync(new Uri(Url + "/new?handler=New", UriKind.Relative), form);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient who, string url, params (string Name, string Value)[] values) =>
        await who.PostFormAsync(url, await who.FormTokenAsync("/account"), values);
}
