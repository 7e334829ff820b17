using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Organisations;

public sealed class AgencyPagesTests : IAsyncLifetime
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
    public async Task The_register_is_a_tree_of_the_agencies_of_today()
    {
        var names = await NamesAsync("/agencies");

        Assert.Equal(["UBND tỉnh", "— Văn phòng UBND tỉnh", "— Sở Nội vụ", "— Sở Xây dựng"], names);
        Assert.Equal(["Sở Giao thông vận tải"], await NamesAsync("/agencies?when=ended"));
    }

    [Theory]
    [InlineData("so noi vu")]
    [InlineData("snv")]
    public async Task Searching_finds_names_and_aliases_without_accents(string words) =>
        Assert.Equal(["Sở Nội vụ"], await NamesAsync($"/agencies?q={Uri.EscapeDataString(words)}"));

    [Fact]
    public async Task An_agency_shows_its_successor_and_its_predecessor()
    {
        var before = await admin.PageAsync("/agencies/so-cu");
        var after = await admin.PageAsync("/agencies/so-moi");

        Assert.Contains("Từ 01/03/2025 thành Sở Xây dựng", before.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kế tục Sở Giao thông vận tải từ 01/03/2025", after.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(new Uri("/agencies/khong-co", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Editing_saves_and_the_history_tells_before_and_after()
    {
        var saved = await EditAsync(admin, "so-noi-vu", await VersionAsync("so-noi-vu"), ("Name", "Sở Nội vụ tỉnh"), ("Aliases", "SNV\nNội vụ"), ("ValidFrom", "1/3/2000"));

        Assert.Equal("/agencies/so-noi-vu", saved.Headers.Location!.OriginalString);
        await using var db = site.Db();
        var record = await db.Agencies.SingleAsync(a => a.Id == AgencyId.Parse("so-noi-vu"));
        Assert.Equal(("Sở Nội vụ tỉnh", new DateOnly(2000, 3, 1)), (record.Name, record.ValidFrom));
        Assert.Equal(["SNV", "Nội vụ"], record.Aliases);
        var history = (await admin.PageAsync("/agencies/so-noi-vu")).QuerySelector("#history tbody tr")!.TextContent;
        Assert.Contains("Tên: Sở Nội vụ", history, StringComparison.Ordinal);
        Assert.Contains("Tên: Sở Nội vụ tỉnh", history, StringComparison.Ordinal);
        Assert.Contains("Từ ngày: 01/03/2000", history, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name", "", "Nhập tên cơ quan.")]
    [InlineData("Name", "van phong ubnd tinh", "Đã có cơ quan tên “Văn phòng UBND tỉnh”")]
    [InlineData("Aliases", "Văn phòng UBND tỉnh", "tên gọi khác phải chỉ một cơ quan")]
    [InlineData("ValidFrom", "32/13/2025", "“32/13/2025” không phải là ngày")]
    [InlineData("ValidTo", "1/1/1999", "Ngày kết thúc phải từ ngày bắt đầu trở đi.")]
    [InlineData("Kind", "Loại lạ", "Chọn loại cơ quan.")]
    public async Task A_bad_value_is_refused_beside_its_field_and_nothing_typed_is_lost(string field, string value, string message)
    {
        var response = await EditAsync(admin, "so-noi-vu", await VersionAsync("so-noi-vu"), (field, value), ("ValidFrom", field == "ValidFrom" ? value : "1/1/2000"));
        var page = await response.ReadAsync();

        Assert.Contains(message, page.QuerySelector($"#{field}-error")!.TextContent, StringComparison.Ordinal);
        if (field is "ValidFrom" or "ValidTo" or "Name") Assert.Equal(value, ((IHtmlInputElement)page.QuerySelector($"#{field}")!).Value);
        await using var db = site.Db();
        Assert.Equal("Sở Nội vụ", (await db.Agencies.SingleAsync(a => a.Id == AgencyId.Parse("so-noi-vu"))).Name);
    }

    [Fact]
    public async Task An_agency_cannot_stand_below_itself()
    {
        var page = await (await EditAsync(admin, "ubnd-tinh", await VersionAsync("ubnd-tinh"), ("Name", "UBND tỉnh"), ("Kind", "Province"), ("Parent", "so-noi-vu"))).ReadAsync();

        Assert.Contains("nằm dưới chính cơ quan này", page.QuerySelector("#Parent-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_who_edit_at_once_both_see_what_the_other_wrote()
    {
        var seen = await VersionAsync("so-noi-vu");
        await EditAsync(admin, "so-noi-vu", seen, ("Name", "Tên của người thứ nhất"));
        var page = await (await EditAsync(admin, "so-noi-vu", seen, ("Name", "Tên của người thứ hai"))).ReadAsync();

        Assert.Contains("Tên của người thứ nhất", page.QuerySelector("#stored")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Tên của người thứ hai", ((IHtmlInputElement)page.QuerySelector("#Name")!).Value);
        var again = ((IHtmlInputElement)page.QuerySelector("main input[name=version]")!).Value;
        Assert.Equal(HttpStatusCode.Redirect, (await EditAsync(admin, "so-noi-vu", again, ("Name", "Tên của người thứ hai"))).StatusCode);
    }

    [Fact]
    public async Task A_new_agency_gets_an_identity_from_its_name_once()
    {
        var added = await admin.SendFormAsync("/agencies/new", ("Name", "Sở Dân tộc và Tôn giáo"), ("Kind", "Department"), ("Parent", "ubnd-tinh"), ("Aliases", "SDTTG"));
        var twice = await (await admin.SendFormAsync("/agencies/new", ("Name", "so dan toc va ton giao"), ("Kind", "Department"))).ReadAsync();

        Assert.Equal("/agencies/so-dan-toc-va-ton-giao", added.Headers.Location!.OriginalString);
        Assert.Contains("Đã có cơ quan", twice.QuerySelector("#Name-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_only_read_finds_no_way_to_change()
    {
        var reader = await site.SignedInAsync(Role.Reader);

        Assert.Null((await reader.PageAsync("/agencies")).QuerySelector("a[href='/agencies/new']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(new Uri("/agencies/so-noi-vu/edit", UriKind.Relative))).StatusCode);
    }

    private async Task<List<string>> NamesAsync(string url) =>
        [.. (await admin.PageAsync(url)).QuerySelectorAll("#agencies tbody th").Select(c => c.TextContent.Trim())];

    private async Task<string> VersionAsync(string id) =>
        ((IHtmlInputElement)(await admin.PageAsync($"/agencies/{id}/edit")).QuerySelector("main input[name=version]")!).Value;

    private static Task<HttpResponseMessage> EditAsync(HttpClient client, string id, string version, params (string Name, string Value)[] values)
    {
        (string Name, string Value)[] usual = [("Name", "Sở Nội vụ"), ("Kind", "Department"), ("Parent", id == "ubnd-tinh" ? "" : "ubnd-tinh"), ("Aliases", "SNV"), ("ValidFrom", ""), ("ValidTo", "")];
        return client.SendFormAsync($"/agencies/{id}/edit", [("version", version), .. usual.Where(u => values.All(v => v.Name != u.Name)), .. values.GroupBy(v => v.Name).Select(g => g.First())]);
    }
}
