using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Assignments;

public sealed class ImportTests : IAsyncLifetime
{
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
    public async Task The_review_shows_the_source_the_guesses_and_the_unknown_name()
    {
        var page = await admin.PageAsync(await ReviewAsync());

        var row = page.QuerySelector("#row-1\\.2")!;
        Assert.Contains("Sở Nội vụ", row.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(row.QuerySelectorAll("td")[3 - 1].TextContent.Trim());
        var line = row.QuerySelector("a[href^='#L']")!.GetAttribute("href")!;
        Assert.Contains("1.2.", page.QuerySelector(line)!.TextContent, StringComparison.Ordinal);
        var name = Assert.Single(page.QuerySelectorAll("#names form"));
        Assert.Contains("“Trung tâm Hành chính mẫu” (2.2.2)", name.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepting_waits_until_every_name_is_known_and_then_writes_every_leaf()
    {
        var review = await ReviewAsync();
        var early = await (await PostAsync(review, "Accept")).ReadAsync();
        Assert.Contains("Còn 1 tên chưa rõ", early.QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());

        await PostAsync(review, "Name", ("written", "Trung tâm Hành chính mẫu"), ("meaning", "new:ServiceUnit"));
        await PostAsync(review, "Row", ("code", "1.2"), ("agencies", "van-phong"), ("agencies", "so-noi-vu"));
        var accepted = await PostAsync(review, "Accept");

        Assert.Equal("/assignments/mau/1-2024", accepted.Headers.Location!.OriginalString);
        Assert.Equal("1.1 so-noi-vu Imported; 1.2 so-noi-vu Entered; 1.2 van-phong Entered; 2.1 van-phong Imported; 2.2.1 so-cu Imported; 2.2.2 trung-tam-hanh-chinh-mau Imported", await LeadsAsync());
        await using var db = site.Db();
        Assert.Equal(ImportState.Accepted, (await db.AssignmentImports.SingleAsync()).State);
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Action == "AcceptImport"));
        var again = await (await PostAsync(review, "Accept", tokenFrom: "/assignments/import")).ReadAsync();
        Assert.Contains("đã được chấp nhận", again.QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_stands_for_an_agency_is_remembered_as_an_alias_for_the_next_file()
    {
        var review = await ReviewAsync();
        await PostAsync(review, "Name", ("written", "Trung tâm Hành chính mẫu"), ("meaning", "agency:van-phong"), ("remember", "true"));
        await PostAsync(review, "Discard");

        var next = await admin.PageAsync(await ReviewAsync());
        Assert.Empty(next.QuerySelectorAll("#names form"));
        Assert.Contains("Văn phòng UBND tỉnh", next.QuerySelector("#row-2\\.2\\.2")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_half_done_review_goes_on_where_it_was_left_even_when_the_file_is_uploaded_again()
    {
        var review = await ReviewAsync();
        await PostAsync(review, "Confirm", ("code", "1.2"));
        var again = await ReviewAsync();

        Assert.Equal(review, again);
        var page = await admin.PageAsync(review);
        Assert.Contains("người dùng quyết định", page.QuerySelector("#row-1\\.2")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_import_replaces_imported_leads_and_keeps_what_people_decided()
    {
        await AcceptAsync(Province.SampleAnnex);
        await admin.SendFormAsync("/assignments/mau/1-2024/2.1", ("seen", "van-phong"), ("agencies", "so-moi"));
        var changed = Province.SampleAnnex.Replace("Kế hoạch cải cách hành chính\tSở Nội vụ", "Kế hoạch cải cách hành chính\tVăn phòng UBND tỉnh", StringComparison.Ordinal);
        var review = await ReviewAsync(changed);
        var effect = (await admin.PageAsync(review)).QuerySelector("#effect")!.TextContent;

        Assert.Contains("2.1: giữ Sở Xây dựng (tệp: Văn phòng UBND tỉnh)", effect, StringComparison.Ordinal);
        Assert.Contains("1.1: Sở Nội vụ → Văn phòng UBND tỉnh", effect, StringComparison.Ordinal);
        await PostAsync(review, "Accept");
        Assert.StartsWith("1.1 van-phong Imported; 1.2 van-phong Imported; 2.1 so-moi Entered;", await LeadsAsync(), StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> BadFiles() => new()
    {
        { "rong.txt", [] },
        { "nhi-phan.bin", [.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 37 % 256))] },
        { "khong-phai-phu-luc.txt", Encoding.UTF8.GetBytes("Kính gửi các đồng chí,\nĐây là một bức thư.\n") },
        { "bo-khac.txt", Encoding.UTF8.GetBytes("STT\tLĩnh vực/Tiêu chí/Tiêu chí thành phần\tCơ quan chủ trì\n1.\tMỘT LĨNH VỰC KHÁC HẲN\t\n1.1.\tTrồng cây xanh đô thị\tSở Nội vụ\n1.2.\tNuôi trồng thuỷ sản ven bờ\t\n") },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_bad_file_gives_findings_with_remedies_and_nothing_is_saved(string name, byte[] file)
    {
        var response = await admin.UploadAsync(file, name);
        var page = await response.ReadAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.All(page.QuerySelectorAll("#findings tbody tr"), r => Assert.All(r.QuerySelectorAll("td"), c => Assert.NotEmpty(c.TextContent.Trim())));
        Assert.Contains("chưa lưu gì", page.QuerySelector("#file-error")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("#findings tbody tr"));
        await using var db = site.Db();
        Assert.Equal(0, await db.AssignmentImports.CountAsync());
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_in_words()
    {
        var page = await (await admin.UploadAsync(new byte[51 * 1024 * 1024], "lon.txt")).ReadAsync();

        Assert.Contains("lớn hơn 50 MB", page.QuerySelector("#file-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_that_the_framework_lacks_and_leaves_that_the_file_lacks_are_findings()
    {
        var file = Province.SampleAnnex.Replace("2.2.2.\tXin lỗi khi trễ hẹn\tTrung tâm Hành chính mẫu\n", "2.3.\tDòng thêm ngoài bộ\tSở Nội vụ\n", StringComparison.Ordinal);
        var findings = (await admin.PageAsync(await ReviewAsync(file))).QuerySelector("#findings")!.TextContent;

        Assert.Contains("Dòng 2.3 không có trong bộ chỉ số", findings, StringComparison.Ordinal);
        Assert.Contains("Tệp thiếu tiêu chí 2.2.2", findings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_review_of_somebody_who_may_not_assign_is_refused()
    {
        var review = await ReviewAsync();
        var appraiser = await site.SignedInAsync(Role.Appraiser);

        Assert.Equal(HttpStatusCode.Forbidden, (await appraiser.GetAsync(new Uri(review, UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await appraiser.GetAsync(new Uri("/assignments/mau/1-2024", UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("docx", "word/document.xml")]
    [InlineData("xlsx", "xl/worksheets/sheet1.xml")]
    public async Task The_assignment_comes_out_as_a_paper(string format, string part)
    {
        await AcceptAsync(Province.SampleAnnex);
        var response = await admin.GetAsync(new Uri($"/assignments/mau/1-2024/paper.{format}", UriKind.Relative));

        Assert.Equal($"phu-luc-phan-cong-1-2024.{format}", response.Content.Headers.ContentDisposition!.FileName);
        await using var archive = new System.IO.Compression.ZipArchive(await response.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(await archive.GetEntry(part)!.OpenAsync());
        Assert.Contains("Sở Giao thông vận tải", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_saw_older_leads_is_asked_to_look_again()
    {
        await AcceptAsync(Province.SampleAnnex);
        var response = await admin.SendFormAsync("/assignments/mau/1-2024/1.1", ("seen", "van-phong"), ("agencies", "so-moi"));
        var page = await response.ReadAsync();

        Assert.Contains("Người khác vừa đổi phân công", page.QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sở Nội vụ", page.QuerySelector("#stored")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["so-moi"], page.QuerySelectorAll("input[name=agencies][checked]").Select(i => i.GetAttribute("value")));
    }

    private async Task AcceptAsync(string annex)
    {
        var review = await ReviewAsync(annex);
        await PostAsync(review, "Name", ("written", "Trung tâm Hành chính mẫu"), ("meaning", "agency:so-moi"), ("remember", "true"));
        await PostAsync(review, "Accept");
    }

    private async Task<string> ReviewAsync(string annex = Province.SampleAnnex, string name = "mau.txt")
    {
        var response = await admin.UploadAsync(annex, name);
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, (await response.ReadAsync()).QuerySelector("main")?.TextContent);
        return response.Headers.Location!.OriginalString;
    }

    private async Task<HttpResponseMessage> PostAsync(string review, string handler, params (string Name, string Value)[] values) =>
        await PostAsync(review, handler, review, values);

    private async Task<HttpResponseMessage> PostAsync(string review, string handler, string tokenFrom, params (string Name, string Value)[] values) =>
        await admin.PostFormAsync($"{review}?handler={handler}", await admin.FormTokenAsync(tokenFrom), values);

    private async Task<int> CountAsync()
    {
        await using var db = site.Db();
        return await db.Assignments.CountAsync();
    }

    private async Task<string> LeadsAsync()
    {
        await using var db = site.Db();
        var all = await db.Assignments.Where(a => a.FrameworkId == FrameworkId.Parse("mau/1-2024")).ToListAsync();
        return string.Join("; ", all.OrderBy(a => a.Code).ThenBy(a => a.AgencyId.ToString(), StringComparer.Ordinal).Select(a => $"{a.Code} {a.AgencyId} {a.Origin}"));
    }
}
