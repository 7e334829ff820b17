using Microsoft.Playwright;
using OpenPar.Browser.Tests.Season;
using OpenPar.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Frameworks;

/// <summary>Mapping one official set to the next and comparing the two, as an administrator does it.</summary>
public sealed class VersionPagesTests(Chromium chromium) : IAsyncLifetime
{
    private const string Pair = "from=par-index-province%2F876-2022&to=par-index-province%2F1187-2025";
    private readonly SeasonSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_mapping_is_reviewed_with_the_keyboard_and_the_sets_are_compared()
    {
        await using var visit = await site.AdministratorAsync(chromium, View.Desk);
        await visit.OpenAsync("/frameworks/par-index-province/1187-2025");
        await visit.FollowAsync("Tiếp nối bộ cũ");
        await Expect(visit.Page.Locator("#from")).ToHaveValueAsync("par-index-province/876-2022");
        await Expect(visit.Page.Locator("#flagged")).ToContainTextAsync("Cần xem");
        await visit.CheckAsync("mapping");

        await visit.Page.Locator("#flagged input[name=keys]").First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Space");
        await visit.PressAsync("Xác nhận các dòng đã chọn");
        await visit.SeeAsync("Đã ghi 1 quyết định");
        await visit.PressAsync("Sửa 4.1.3=4.1.3");
        await visit.ChooseAsync("Quan hệ", "Wider");
        await visit.TypeAsync("Lý do", "Không còn so với năm 2021");
        await visit.CheckAsync("mapping-edit");
        await visit.PressAsync("Lưu");
        await Expect(visit.Page.Locator("#decided")).ToContainTextAsync("Không còn so với năm 2021");

        await visit.OpenAsync("/frameworks/diff?" + Pair);
        await visit.CheckAsync("diff");
        await visit.ChooseAsync("Hiện", "Renamed");
        await visit.PressAsync("So sánh");
        await Expect(visit.Page.Locator("#differences ins").First).ToBeVisibleAsync();
        await visit.CheckAsync("diff-renamed");
        await visit.OpenAsync("/frameworks/diff?" + Pair + "&row=7.1.1%3D7.2.1");
        await Expect(visit.Page.Locator("#texts del").First).ToBeVisibleAsync();
        await visit.OpenAsync("/assignments/carry-over?" + Pair);
        await visit.CheckAsync("carry-over");
    }

    [Fact]
    public async Task Doubtful_rows_are_decided_one_key_each()
    {
        await using var visit = await site.AdministratorAsync(chromium, View.Desk);
        await visit.OpenAsync("/frameworks/mapping?" + Pair);
        await Expect(visit.Page.Locator("#mapping-keys")).ToContainTextAsync("bác bỏ");
        var rows = visit.Page.Locator("#flagged tbody tr:has(input[name=keys])");
        var (first, second, third) = (await KeyAsync(rows, 0), await KeyAsync(rows, 1), await KeyAsync(rows, 2));

        await rows.First.FocusAsync();
        await PressAsync(visit, "j", second);
        await PressAsync(visit, "ArrowDown", third);
        await PressAsync(visit, "k", second);
        await visit.Page.Keyboard.PressAsync("Space");
        await Expect(Row(visit, second).Locator("input[type=checkbox]")).ToBeCheckedAsync();
        await visit.CheckAsync("mapping-keys");

        // Accepted: it moves among the decided ones, and the next row has the focus.
        await PressAsync(visit, "a", third);
        await visit.SeeAsync("Đã ghi 1 quyết định");
        await Expect(visit.Page.Locator($"#decided button[form=reopen][value='{second}']")).ToHaveCountAsync(1);
        await Expect(Row(visit, second)).ToHaveCountAsync(0);

        var refusable = await rows.Filter(new() { Has = visit.Page.Locator("button[form=refuse]") }).First.Locator("input[name=keys]").GetAttributeAsync("value");
        await Row(visit, refusable!).FocusAsync();
        await visit.Page.Keyboard.PressAsync("r");
        await visit.SeeAsync("Đã ghi 1 quyết định");
        await Expect(Row(visit, refusable!)).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("#flagged tbody tr:focus")).ToHaveCountAsync(1);

        await visit.Page.Keyboard.PressAsync("e");
        await Expect(visit.Page.Locator("form#edit")).ToBeVisibleAsync();
        await Expect(Row(visit, first)).ToHaveCountAsync(refusable == first ? 0 : 1);
    }

    private static ILocator Row(Visit visit, string key) => visit.Page.Locator($"#flagged tbody tr:has(input[name=keys][value='{key}'])");

    private static async Task<string> KeyAsync(ILocator rows, int at) => (await rows.Nth(at).Locator("input[name=keys]").GetAttributeAsync("value"))!;

    private static async Task PressAsync(Visit visit, string key, string expected)
    {
        await visit.Page.Keyboard.PressAsync(key);
        await Expect(Row(visit, expected)).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(1440, false)]
    public async Task The_pages_hold_on_a_phone_and_without_scripts(int width, bool script)
    {
        await using var visit = await site.AdministratorAsync(chromium, new View(width) { Script = script });
        await visit.OpenAsync("/frameworks/mapping?" + Pair);
        await visit.CheckAsync("mapping-narrow");
        if (!script) await Expect(visit.Page.Locator("#mapping-keys")).ToBeHiddenAsync();
        var accepted = await KeyAsync(visit.Page.Locator("#flagged tbody tr:has(input[name=keys])"), 0);
        await visit.Page.Locator("#flagged input[name=keys]").First.CheckAsync();
        await visit.PressAsync("Xác nhận các dòng đã chọn");
        await Expect(visit.Page.Locator($"#decided button[form=reopen][value='{accepted}']")).ToHaveCountAsync(1);
        await visit.PressAsync("Bác bỏ 4.1.3=4.1.3");
        await visit.SeeAsync("Đã ghi 1 quyết định");
        await visit.OpenAsync("/frameworks/diff?" + Pair + "&show=Texts");
        await visit.CheckAsync("diff-narrow");
    }
}
