using Microsoft.Playwright;
using OpenPar.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Shell;

public sealed class AppearanceTests(Chromium chromium, SampleSite site) : IClassFixture<SampleSite>
{
    [Theory, MemberData(nameof(View.All), MemberType = typeof(View))]
    public async Task Every_component_is_accessible(View view)
    {
        await using var visit = await Visit.StartAsync(chromium, site, view);
        await visit.OpenAsync("/samples");
        await Expect(visit.Page.Locator("figure.op-chart svg")).ToBeVisibleAsync();
        await visit.CheckAsync("components");
    }

    [Theory, MemberData(nameof(View.All), MemberType = typeof(View))]
    public async Task Refused_forms_and_open_menus_are_accessible(View view)
    {
        await using var visit = await Visit.StartAsync(chromium, site, view);
        await visit.OpenAsync("/samples");
        await visit.Page.GetByLabel("Số nhiệm vụ hoàn thành").FillAsync("1,5,3");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true }).ClickAsync();
        await Expect(visit.Page.Locator(".op-errors")).ToBeFocusedAsync();
        await visit.Page.Locator("details.op-user > summary").ClickAsync();
        if (view.Width < 600) await visit.Page.Locator("details.op-menu > summary").ClickAsync();
        await visit.CheckAsync("errors");
    }

    [Theory, MemberData(nameof(View.All), MemberType = typeof(View))]
    public async Task Error_pages_are_accessible(View view)
    {
        await using var visit = await Visit.StartAsync(chromium, site, view);
        await visit.OpenAsync("/no-such-page");
        await visit.CheckAsync("not-found");
        await visit.OpenAsync("/samples/broken");
        await visit.CheckAsync("server-error");
    }

    [Fact]
    public async Task On_a_phone_the_menu_unfolds_without_scripts()
    {
        await using var visit = await Visit.StartAsync(chromium, site, View.Phone with { Script = false });
        await visit.OpenAsync("/samples");
        var entry = visit.Page.Locator(".op-nav").GetByRole(AriaRole.Link, new() { Name = "Bộ chỉ số" });
        await Expect(entry).ToBeHiddenAsync();
        await visit.Page.Locator("details.op-menu > summary").ClickAsync();
        await Expect(entry).ToBeVisibleAsync();
        await visit.CheckAsync("menu");
    }

    [Fact]
    public async Task Language_and_theme_switch_without_scripts()
    {
        await using var visit = await Visit.StartAsync(chromium, site, View.Desk with { Script = false });
        await visit.OpenAsync("/samples?q=a");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Switch between light and dark" }).ClickAsync();
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-bs-theme", "dark");
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        Assert.EndsWith("/samples?q=a", visit.Page.Url, StringComparison.Ordinal);
        await visit.SaveAsync("english.png");
    }

    [Fact]
    public async Task The_theme_switches_at_once_and_stays()
    {
        await using var visit = await Visit.StartAsync(chromium, site, View.Desk);
        await visit.OpenAsync("/samples");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Đổi nền sáng, tối" }).ClickAsync();
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-bs-theme", "dark");
        await visit.OpenAsync("/samples");
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-bs-theme", "dark");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Pointer_targets_are_at_least_24_pixels()
    {
        await using var visit = await Visit.StartAsync(chromium, site, View.Phone);
        await visit.OpenAsync("/samples");
        var small = await visit.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('button, summary, input, select, .op-nav a, .op-pager a, .op-crumbs a, .op-top a, .btn')]
              .filter(e => e.checkVisibility() && e.type !== 'hidden')
              .map(e => [e, e.getBoundingClientRect()])
              .filter(([e, r]) => (r.width < 24 || r.height < 24) && !['radio', 'checkbox'].includes(e.type))
              .map(([e, r]) => `${e.outerHTML.slice(0, 80)} ${r.width}x${r.height}`)
            """);
        Assert.Empty(small);
    }

    [Fact]
    public async Task A_printed_page_holds_the_work_and_not_the_menu()
    {
        await using var visit = await Visit.StartAsync(chromium, site, View.Desk with { Dark = true });
        await visit.OpenAsync("/samples");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(visit.Page.Locator(".op-side")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator(".op-top")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("#rows")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".op-banner")).ToBeVisibleAsync();
        Assert.Equal("table-header-group", await visit.Page.EvalOnSelectorAsync<string>("#rows thead", "e => getComputedStyle(e).display"));
        await visit.Page.PdfAsync(new() { Path = Artifacts.File("components.pdf"), PreferCSSPageSize = true });
        await visit.SaveAsync("print.png");
    }
}
