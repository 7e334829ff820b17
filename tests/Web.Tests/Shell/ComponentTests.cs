using System.Net;
using AngleSharp.Html.Dom;

namespace OpenPar.Web.Tests.Shell;

public sealed class ComponentTests(ShellFixture site) : IClassFixture<ShellFixture>
{
    [Fact]
    public async Task A_refused_post_keeps_what_was_typed_and_leads_to_the_field()
    {
        var response = await site.Visitor().PostFromAsync("/samples", "/samples", ("Numerator", "1,5,3"), ("Reason", "\nGiữ \"nguyên\" <em>"), ("Password", "bí mật"), ("Kind", "none"), ("Agree", "true"));
        var page = await response.ReadAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("Lỗi: ", page.Title, StringComparison.Ordinal);
        Assert.Equal("Có 2 chỗ cần sửa", page.QuerySelector(".op-errors h2")!.TextContent);
        Assert.Equal(["#Numerator", "#Deadline"], page.QuerySelectorAll(".op-errors a").Select(a => a.GetAttribute("href")));
        foreach (var link in page.QuerySelectorAll(".op-errors a"))
        {
            var field = page.GetElementById(link.GetAttribute("href")![1..])!;
            Assert.Equal("true", field.GetAttribute("aria-invalid"));
            var error = page.GetElementById(field.GetAttribute("aria-describedby")!.Split(' ')[^1])!;
            Assert.Equal(link.TextContent, error.TextContent);
        }

        Assert.Equal("1,5,3", ((IHtmlInputElement)page.GetElementById("Numerator")!).Value);
        Assert.Equal("\nGiữ \"nguyên\" <em>", ((IHtmlTextAreaElement)page.GetElementById("Reason")!).Value.ReplaceLineEndings("\n"));
        Assert.Equal("", ((IHtmlInputElement)page.GetElementById("Password")!).Value);
    }

    [Fact]
    public async Task A_number_is_asked_in_a_text_box_and_says_how_it_was_read()
    {
        var page = await (await site.Visitor().PostFromAsync("/samples", "/samples", ("Numerator", "1234"), ("Deadline", ""))).ReadAsync();
        var box = page.GetElementById("Numerator")!;

        Assert.Equal("text", box.GetAttribute("type"));
        Assert.Equal("numeric", box.GetAttribute("inputmode"));
        Assert.Equal("Numerator-hint", box.GetAttribute("aria-describedby"));
        Assert.Equal("Được hiểu là 1.234", box.ParentElement!.QuerySelector(".op-read")!.TextContent);
        Assert.Equal("Số nhiệm vụ hoàn thành", page.QuerySelector("label[for=Numerator]")!.TextContent);
    }

    [Fact]
    public async Task A_good_post_says_so_once_on_the_next_page()
    {
        var client = site.Visitor();
        var response = await client.PostFromAsync("/samples", "/samples", ("Numerator", "45"), ("Deadline", "31/01/2025"));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("Đã lưu số liệu.", (await client.PageAsync("/samples")).QuerySelector("main .op-note-success")!.TextContent);
        Assert.Null((await client.PageAsync("/samples")).QuerySelector("main .op-note-success"));
    }

    [Fact]
    public async Task A_chart_is_a_table_with_the_numbers_first()
    {
        var page = await site.Visitor().PageAsync("/samples");
        var rows = page.QuerySelectorAll("figure.op-chart tbody tr");

        Assert.Equal(6, rows.Length);
        Assert.Equal("8.25", rows[0].QuerySelector("[data-chart-value]")!.GetAttribute("data-value"));
        Assert.Equal("8,25", rows[0].QuerySelector("[data-chart-value]")!.TextContent);
        Assert.Equal("chưa biết", rows[3].QuerySelector("[data-chart-value]")!.TextContent);
        Assert.Equal("Điểm theo lĩnh vực", page.QuerySelector("figure.op-chart caption")!.TextContent);
    }

    [Fact]
    public async Task An_explanation_nests_down_to_the_declared_figure()
    {
        var page = await site.Visitor().PageAsync("/samples");

        var fact = page.QuerySelector("details.op-explanation > ul > li > ul > li > ul > li")!;
        Assert.Contains("Số liệu", fact.TextContent, StringComparison.Ordinal);
        Assert.Contains("= 45", fact.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pager_keeps_the_other_filters()
    {
        var page = await site.Visitor().PageAsync("/samples?q=c%C3%B4ng%20v%E1%BB%A5&page=3");

        Assert.Equal("/samples?q=c%C3%B4ng%20v%E1%BB%A5&page=4", page.QuerySelector(".op-pager a[rel=next]")!.GetAttribute("href"));
        Assert.Equal(["1", "2", "3", "4", "5", "12"], page.QuerySelectorAll(".op-pager li > :not(.op-gap):not([rel])").Select(e => e.TextContent));
        Assert.Equal("3", page.QuerySelector(".op-pager [aria-current=page]")!.TextContent);
    }

    [Fact]
    public async Task The_frame_says_that_the_data_are_invented()
    {
        var page = await site.Visitor().PageAsync("/samples");

        Assert.Contains("Dữ liệu minh hoạ", page.QuerySelector(".op-banner")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("page", page.QuerySelector(".op-nav a[href='/samples']")!.GetAttribute("aria-current"));
        Assert.Single(page.QuerySelectorAll(".op-nav [aria-current]"));
    }
}
