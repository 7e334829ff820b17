using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OpenPar.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Shell;

public sealed partial class BehaviourTests(Chromium chromium, SampleSite site) : IClassFixture<SampleSite>
{
    [GeneratedRegex(@"^Đã lưu lúc \d\d:\d\d:\d\d$")]
    private static partial Regex Saved { get; }

    private Task<Visit> AtDeskAsync() => Visit.StartAsync(chromium, site, View.Desk);

    private static ILocator State(Visit visit) => visit.Page.Locator("[data-save-state=draft]");

    [Fact]
    public async Task Typing_saves_by_itself_and_says_when()
    {
        await using var visit = await AtDeskAsync();
        await visit.OpenAsync("/samples");
        await visit.Page.GetByLabel("Ghi chú").FillAsync("Đã đối chiếu số liệu");
        await Expect(State(visit)).ToHaveTextAsync(Saved);
        await Expect(visit.Page.Locator("#draft-result")).ToHaveTextAsync("Máy chủ đã nhận 20 ký tự.");
        await visit.OpenAsync("/samples");
        await Expect(visit.Page.GetByLabel("Ghi chú")).ToHaveValueAsync("Đã đối chiếu số liệu");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_double_click_sends_a_form_once()
    {
        await using var visit = await AtDeskAsync();
        await visit.OpenAsync("/samples");
        var sent = 0;
        await visit.Page.RouteAsync("**/samples", async route =>
        {
            if (route.Request.Method == "POST") Interlocked.Increment(ref sent);
            await Task.Delay(500);
            await route.ContinueAsync();
        });
        await visit.Page.Locator("#facts button").First.DblClickAsync();
        await Expect(visit.Page.Locator("#facts")).ToBeVisibleAsync();
        await Task.Delay(1_500);
        Assert.Equal(1, sent);
    }

    [Fact]
    public async Task What_takes_the_place_of_an_element_looks_as_the_server_wrote_it()
    {
        await using var visit = await AtDeskAsync();
        await visit.OpenAsync("/samples");
        await visit.Page.GetByLabel("Ghi chú").FillAsync("một hai");
        await Expect(visit.Page.Locator("#received")).ToHaveTextAsync("Máy chủ đã nhận 7 ký tự.");
        // As scripts of others leave an element: copied to the new one, the empty style is refused by the page's own policy.
        await visit.Page.EvaluateAsync("received.style.color = 'red'; received.style.color = ''");
        await visit.Page.GetByLabel("Ghi chú").FillAsync("một hai ba");
        await Expect(visit.Page.Locator("#received")).ToHaveTextAsync("Máy chủ đã nhận 10 ký tự.");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Without_a_connection_the_text_is_kept_and_saved_when_it_is_back()
    {
        await using var visit = await AtDeskAsync();
        await visit.OpenAsync("/samples");
        await visit.Page.Context.SetOfflineAsync(true);
        await visit.Page.GetByLabel("Ghi chú").FillAsync("gõ lúc mất mạng");
        await Expect(State(visit)).ToContainTextAsync("Mất kết nối");
        await visit.SaveAsync("offline.png");
        await visit.Page.Context.SetOfflineAsync(false);
        await Expect(State(visit)).ToHaveTextAsync(Saved);
    }

    [Fact]
    public async Task When_the_server_fails_the_text_survives_even_a_reload()
    {
        await using var visit = await AtDeskAsync();
        await visit.OpenAsync("/samples");
        await visit.Page.GetByLabel("Ghi chú").FillAsync("hỏng");
        await Expect(State(visit)).ToContainTextAsync("Chưa lưu được");
        await Expect(visit.Page.GetByLabel("Ghi chú")).ToHaveValueAsync("hỏng");

        visit.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.GetByLabel("Ghi chú")).ToHaveValueAsync("hỏng");
        await Expect(visit.Page.Locator("#op-live")).ToContainTextAsync("Đã khôi phục nội dung chưa lưu");
        await visit.Page.GetByLabel("Ghi chú").FillAsync("đã sửa");
        await Expect(State(visit)).ToHaveTextAsync(Saved, new() { Timeout = 15_000 });
    }

    [Fact]
    public async Task Leaving_with_unsaved_text_asks_first()
    {
        await using var visit = await AtDeskAsync();
        await visit.OpenAsync("/samples");
        await visit.Page.GetByLabel("Ghi chú").FillAsync("hỏng");
        await Expect(State(visit)).ToContainTextAsync("Chưa lưu được");
        var asked = new TaskCompletionSource<string>();
        visit.Page.Dialog += async (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            await dialog.AcceptAsync();
        };
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Kỳ đánh giá" }).ClickAsync();
        Assert.Equal("beforeunload", await asked.Task.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task A_failed_request_leaves_the_page_as_it_was_and_says_so()
    {
        await using var visit = await AtDeskAsync();
        await visit.OpenAsync("/samples");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Gọi lỗi" }).ClickAsync();
        await Expect(visit.Page.Locator("#op-live")).ToContainTextAsync("Có lỗi ở máy chủ");
        await Expect(visit.Page.Locator("#broken-result")).ToHaveTextAsync("Chưa gọi");
        await visit.CheckAsync("failed-request");
    }

    [Theory]
    [InlineData("che do bao cao", 1)]
    [InlineData("SO NOI VU", 4)]
    [InlineData("không có dòng này", 0)]
    [InlineData("", 5)]
    public async Task The_table_filter_does_not_mind_accents(string typed, int rows)
    {
        await using var visit = await AtDeskAsync();
        await visit.OpenAsync("/samples");
        await visit.Page.GetByLabel("Tìm tiêu chí").Last.FillAsync(typed);
        await Expect(visit.Page.Locator("#rows tbody tr:visible")).ToHaveCountAsync(rows);
    }

    [Fact]
    public async Task Keys_lead_from_row_to_row_but_never_out_of_a_field()
    {
        await using var visit = await AtDeskAsync();
        await visit.OpenAsync("/samples");
        await visit.Page.GetByLabel("Giải trình").PressSequentiallyAsync("jk");
        Assert.EndsWith("/samples", visit.Page.Url, StringComparison.Ordinal);
        await visit.Page.GetByLabel("Giải trình").PressAsync("Alt+ArrowDown");
        await visit.Page.WaitForURLAsync("**/samples?row=next");
        await visit.Page.Locator("body").PressAsync("k");
        await visit.Page.WaitForURLAsync("**/samples?row=prev");
    }

    [Fact]
    public async Task The_first_tab_stop_skips_to_the_content()
    {
        await using var visit = await AtDeskAsync();
        await visit.OpenAsync("/samples");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Page.Locator(".skip-link")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("#main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_error_in_the_list_leads_into_its_field()
    {
        await using var visit = await AtDeskAsync();
        await visit.OpenAsync("/samples");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Chưa nhập ngày ban hành." }).ClickAsync();
        await Expect(visit.Page.GetByLabel("Ngày ban hành kế hoạch")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_chart_shows_its_numbers_on_hover_without_breaking_the_policy()
    {
        await using var visit = await AtDeskAsync();
        await visit.OpenAsync("/samples");
        var chart = visit.Page.Locator(".op-chart-canvas");
        await chart.ScrollIntoViewIfNeededAsync();
        await chart.HoverAsync(new() { Position = new() { X = 500, Y = 20 } });
        await Expect(chart.Locator("svg")).ToContainTextAsync("8,25 / 9,5");
        Assert.Empty(visit.Complaints);
    }
}
