using Npgsql;
using OpenPar.App.Data;
using OpenPar.App.Features;
using OpenPar.App.Features.Audit;
using OpenPar.Core.Accounts;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Audit;

public sealed class AuditLogTests : IAsyncLifetime
{
    private readonly Site site = new();
    private HttpClient reader = null!;

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        await using var db = site.Db();
        for (var i = 0; i < 60; i++) db.Record(new Actor(), site.Clock, "RenameAgency", $"agency/{i}", new { name = $"Cũ {i}" }, new { name = $"Mới {i}", facts = new { done = 1 } });
        await db.SaveChangesAsync();
        await site.PersonAsync("xem", "một câu thật là dài", roles: Role.Reader);
        reader = site.Visitor();
        await reader.SignInAsync("xem", "một câu thật là dài");
    }

    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        return site.DisposeAsync();
    }

    [Theory]
    [InlineData("update audit.entries set action = 'x'")]
    [InlineData("delete from audit.entries")]
    [InlineData("truncate audit.entries")]
    public async Task The_table_refuses_to_be_changed(string sql)
    {
        await using var command = site.Source.CreateCommand(sql);
        var error = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
        Assert.Contains("append-only", error.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_the_newest_first_and_pages_the_rest()
    {
        var first = await reader.PageAsync("/audit?action=RenameAgency");
        var second = await reader.PageAsync("/audit?action=RenameAgency&page=2");

        Assert.Equal(ShowAuditEntries.PageSize, first.QuerySelectorAll("main tbody tr").Length);
        Assert.Contains("agency/59", first.QuerySelector("main tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(10, second.QuerySelectorAll("main tbody tr").Length);
        Assert.Contains("agency/9", second.QuerySelector("main tbody tr")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_and_after_are_shown_value_by_value()
    {
        var page = await reader.PageAsync("/audit?subject=agency/7");
        var items = page.QuerySelectorAll("main tbody tr li").Select(li => li.TextContent.Trim()).ToList();

        Assert.Equal(["Tên: Cũ 7 → Mới 7", "facts.done: 1"], items);
    }

    [Theory]
    [InlineData("actor=h%E1%BB%87+th%E1%BB%91ng&subject=agency/3", 11)]
    [InlineData("actor=100%25", 0)]
    [InlineData("subject=agency_7", 0)]
    [InlineData("from=01/01/2100", 0)]
    [InlineData("to=01/01/2020", 0)]
    [InlineData("from=01/01/2020&to=31/12/2099&subject=agency/12", 1)]
    public async Task Filters_narrow_the_list(string query, int expected) =>
        Assert.Equal(expected, (await reader.PageAsync("/audit?" + query)).QuerySelectorAll("main tbody tr").Length);

    [Fact]
    public async Task A_day_that_cannot_be_read_is_refused_beside_its_field()
    {
        var page = await reader.PageAsync("/audit?from=32/13/2025");
        Assert.NotNull(page.QuerySelector("#from-error"));
        Assert.Equal("32/13/2025", page.QuerySelector("#from")!.GetAttribute("value"));
    }
}
