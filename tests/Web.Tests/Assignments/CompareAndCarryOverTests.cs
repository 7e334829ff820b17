using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Assignments;

public sealed class CompareAndCarryOverTests : IAsyncLifetime
{
    private const string Newer = """
        id: mau/2-2025
        title: Bộ tiêu chí mẫu mới
        decision: {number: 2/QĐ-MAU, issuer: Tỉnh mẫu}
        firstYear: 2025
        criteria:
        - {code: "1", title: CHỈ ĐẠO ĐIỀU HÀNH}
        - {code: "1.1", title: Kế hoạch cải cách hành chính}
        - {code: "1.2", title: Đối thoại với doanh nghiệp}
        - {code: "1.3", title: Kiểm tra cải cách hành chính}
        - {code: "2", title: THỦ TỤC HÀNH CHÍNH}
        - {code: "2.1", title: Công khai thủ tục}
        - {code: "2.2", title: Kết quả giải quyết hồ sơ}
        """;

    private const string CarryOver = "/assignments/carry-over?from=mau%2F1-2024&to=mau%2F2-2025&day=2025-07-01";

    private const string Mapping = "/frameworks/mapping?from=mau%2F1-2024&to=mau%2F2-2025";

    private readonly Site site = new();
    private HttpClient admin = null!;

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        await site.LoadSampleAsync();
        await site.LoadFrameworkAsync(Newer);
        admin = await site.SignedInAsync(Role.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Two_imports_are_compared_and_each_difference_is_decided_by_a_person()
    {
        var first = Id(await admin.UploadAsync(Annex("Sở Nội vụ"), "a.txt"));
        var second = Id(await admin.UploadAsync(Annex("Văn phòng UBND tỉnh"), "b.txt"));
        var compare = $"/assignments/compare?left={first}&right={second}";
        var page = await admin.PageAsync(compare);

        Assert.Equal(["1.1", "1.2"], page.QuerySelectorAll("#differences td.op-code").Select(c => c.TextContent));
        Assert.Equal("2", page.QuerySelector("#remaining")!.TextContent);
        Assert.Contains("1.1.", page.QuerySelector("#row-1\\.1 .op-hint")!.TextContent, StringComparison.Ordinal);

        var token = await admin.FormTokenAsync(compare);
        await admin.PostFormAsync($"{compare}&choice=right", token, ("code", "1.1"));
        await admin.PostFormAsync($"{compare}&choice=other", token, ("code", "1.2"), ("agencies", "so-moi"));
        var empty = await admin.PostFormAsync($"{compare}&choice=other", token, ("code", "1.2"));

        Assert.Contains("chọn ít nhất một cơ quan", (await empty.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("0", (await admin.PageAsync(compare)).QuerySelector("#remaining")!.TextContent);
        Assert.Equal("1.1 van-phong Entered Chọn theo b.txt; 1.2 so-moi Entered Chọn khi so sánh hai lần nhập", await LeadsAsync("mau/1-2024"));
    }

    [Fact]
    public async Task Only_confirmed_rows_are_carried_over_and_ended_agencies_are_replaced_with_a_note()
    {
        await AcceptAsync();
        var page = await admin.PageAsync(CarryOver);
        Assert.Contains("Giống hệt về tên và vị trí: 2", page.QuerySelector("#identical")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Có thay đổi về tên hoặc vị trí: 2", page.QuerySelector("#changed-group")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1.2. Đối thoại với doanh nghiệp", page.QuerySelector("#unmatched")!.TextContent, StringComparison.Ordinal);
        var early = await (await PostAsync("Carry")).ReadAsync();
        Assert.Contains("Chưa có dòng nào được xác nhận", early.QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);

        await PostAsync("Decide", ("all", "identical"));
        await MapAsync("Confirm", ("keys", "1.2=1.3"), ("keys", "=1.2"), ("keys", "2.2+2.2.1+2.2.2=2.2"));
        var carried = await PostAsync("Carry");

        Assert.Equal(HttpStatusCode.Redirect, carried.StatusCode);
        Assert.Equal("1.1 so-noi-vu CarriedOver; 1.3 so-noi-vu CarriedOver; 2.1 van-phong CarriedOver; 2.2 so-moi CarriedOver Thay Sở Giao thông vận tải (kết thúc 28/02/2025)", await LeadsAsync("mau/2-2025"));
        await using var db = site.Db();
        Assert.All(await db.MappingDecisions.ToListAsync(), decision => Assert.Equal(MappingState.Confirmed, decision.State));
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Action == "CarryOver"));
        Assert.Contains("Thay Sở Giao thông vận tải", (await admin.PageAsync("/assignments/mau/2-2025")).QuerySelector("#assignments")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_counterpart_can_be_chosen_and_leads_of_its_own_are_kept()
    {
        await AcceptAsync();
        await admin.SendFormAsync("/assignments/mau/2-2025/2.1", ("agencies", "so-moi"));
        await PostAsync("Decide", ("all", "identical"));
        await MapAsync("Confirm", ("keys", "2.2+2.2.1+2.2.2=2.2"));
        await MapAsync("Change", ("key", "=1.2"), ("older", "2.1"), ("newer", "1.2"), ("relation", "Same"));
        var wrong = await (await MapAsync("Change", ("key", "1.2=1.3"), ("older", "9.9"), ("newer", "1.3"), ("relation", "Same"))).ReadAsync();
        await PostAsync("Carry");
        await PostAsync("Carry");

        Assert.Contains("không có tiêu chí 9.9", wrong.QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1.1 so-noi-vu CarriedOver; 1.2 van-phong CarriedOver; 2.1 so-moi Entered; 2.2 so-moi CarriedOver Thay Sở Giao thông vận tải (kết thúc 28/02/2025)", await LeadsAsync("mau/2-2025"));
    }

    [Fact]
    public async Task Carrying_over_to_the_same_framework_is_refused()
    {
        var page = await admin.PageAsync("/assignments/carry-over?from=mau%2F1-2024&to=mau%2F1-2024");

        Assert.Contains("khác nhau", page.QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
    }

    private static string Annex(string lead) => Province.SampleAnnex
        .Replace("Kế hoạch cải cách hành chính\tSở Nội vụ", $"Kế hoạch cải cách hành chính\t{lead}", StringComparison.Ordinal)
        .Replace("Xin lỗi khi trễ hẹn\tTrung tâm Hành chính mẫu", "Xin lỗi khi trễ hẹn\t", StringComparison.Ordinal);

    private static string Id(HttpResponseMessage response) => response.Headers.Location!.OriginalString.Split('/')[^1];

    private async Task AcceptAsync()
    {
        var review = (await admin.UploadAsync(Annex("Sở Nội vụ"), "mau.txt")).Headers.Location!.OriginalString;
        await admin.PostFormAsync($"{review}?handler=Accept", await admin.FormTokenAsync(review));
    }

    private async Task<HttpResponseMessage> PostAsync(string handler, params (string Name, string Value)[] values) =>
        await admin.PostFormAsync($"{CarryOver}&handler={handler}", await admin.FormTokenAsync(CarryOver), values);

    private async Task<HttpResponseMessage> MapAsync(string handler, params (string Name, string Value)[] values) =>
        await admin.PostFormAsync($"{Mapping}&handler={handler}", await admin.FormTokenAsync(Mapping), values);

    private async Task<string> LeadsAsync(string framework)
    {
        await using var db = site.Db();
        var all = await db.Assignments.Where(a => a.FrameworkId == FrameworkId.Parse(framework)).ToListAsync();
        return string.Join("; ", all.OrderBy(a => a.Code).ThenBy(a => a.AgencyId.ToString(), StringComparer.Ordinal).Select(a => $"{a.Code} {a.AgencyId} {a.Origin} {a.Note}".Trim()));
    }
}
