using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OpenPar.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Frameworks;

/// <summary>The tree of the framework editor under a mouse that truly drags, and under the keyboard alone.</summary>
public sealed class DraftTreeTests(Chromium chromium, WholeSite site) : IClassFixture<WholeSite>
{
    private const string Begun = "1/1 1.1/2 1.2/2 1.3/2 2/1 2.1/2";

    // Parts of a row: near its upper edge, its middle, near its lower edge.
    private const float Before = 0.1f;
    private const float Inside = 0.5f;
    private const float After = 0.9f;

    public static TheoryData<string, string, float, string> Drags { get; } = new()
    {
        { "1.3", "1.1", Before, "1/1 1.3/2 1.1/2 1.2/2 2/1 2.1/2" },
        { "1.1", "1.2", After, "1/1 1.2/2 1.1/2 1.3/2 2/1 2.1/2" },
        { "1.2", "2", Inside, "1/1 1.1/2 1.3/2 2/1 2.1/2 1.2/2" },
        { "2", "1", Before, "2/1 2.1/2 1/1 1.1/2 1.2/2 1.3/2" },
        { "1.3", "1.1", Inside, "1/1 1.1/2 1.3/3 1.2/2 2/1 2.1/2" },
        { "1", "1.2", Inside, Begun },
    };

    [Theory, MemberData(nameof(Drags))]
    public async Task A_dragged_row_stands_where_it_was_dropped(string dragged, string target, float part, string order)
    {
        await using var visit = await site.AdministratorAsync(chromium, View.Desk);
        await visit.BeginAsync(Drafting.Small);
        await visit.ExpectTreeAsync(Begun);

        await DragAsync(visit, visit.Row(dragged).Locator("td.op-num"), visit.Row(target), part);

        await visit.ExpectTreeAsync(order);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_row_is_dragged_by_its_name_too_and_undo_puts_it_back()
    {
        await using var visit = await site.AdministratorAsync(chromium, View.Desk);
        await visit.BeginAsync(Drafting.Small);

        await DragAsync(visit, visit.Row("2.1").Locator("a"), visit.Row("1.1"), Before);
        await visit.ExpectTreeAsync("1/1 2.1/2 1.1/2 1.2/2 1.3/2 2/1");
        await Expect(visit.Page.Locator("#draft-findings")).ToContainTextAsync("không khớp vị trí");
        await visit.CheckAsync("draft-dragged");

        await visit.PressAsync("Hoàn tác: Di chuyển 2.1");
        await visit.ExpectTreeAsync(Begun);
    }

    [Fact]
    public async Task While_a_row_is_dragged_the_place_it_would_take_is_marked()
    {
        await using var visit = await site.AdministratorAsync(chromium, View.Desk);
        await visit.BeginAsync(Drafting.Small);
        var (row, target) = (visit.Row("1.3"), visit.Row("1.1"));

        await GrabAsync(visit, row.Locator("td.op-num"), target, Before);
        await Expect(target).ToHaveClassAsync(new Regex("op-drop-before"));
        await MoveAsync(visit, target, Inside);
        await Expect(target).ToHaveClassAsync(new Regex("op-drop-inside"));
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.Mouse.UpAsync();

        await Expect(target).Not.ToHaveClassAsync(new Regex("op-drop-inside"));
    }

    [Fact]
    public async Task The_whole_tree_is_worked_with_the_keyboard()
    {
        await using var visit = await site.AdministratorAsync(chromium, View.Desk);
        await visit.BeginAsync(Drafting.Small);
        await visit.OpenAsync(visit.Page.Url.Split('?')[0]);
        var keys = visit.Page.Keyboard;

        // One stop for Tab, then arrows.
        await visit.Page.Locator("#tree p a").FocusAsync();
        await keys.PressAsync("Tab");
        await Expect(visit.Row("1")).ToBeFocusedAsync();
        await GoAsync(visit, "End", "2.1");
        await GoAsync(visit, "ArrowLeft", "2");
        await GoAsync(visit, "ArrowUp", "1.3");
        await GoAsync(visit, "ArrowRight", "1.3");
        await GoAsync(visit, "Home", "1");
        await GoAsync(visit, "ArrowRight", "1.1");
        await GoAsync(visit, "ArrowDown", "1.2");
        await visit.CheckAsync("draft-keys");

        // The row moves, and the focus goes with it.
        await GoAsync(visit, "Alt+ArrowUp", "1.2");
        await visit.ExpectTreeAsync("1/1 1.2/2 1.1/2 1.3/2 2/1 2.1/2");
        await GoAsync(visit, "Alt+ArrowDown", "1.2", from: "1.2");
        await GoAsync(visit, "Alt+ArrowRight", "1.2");
        await visit.ExpectTreeAsync("1/1 1.1/2 1.2/3 1.3/2 2/1 2.1/2");
        await GoAsync(visit, "Alt+ArrowLeft", "1.2", from: "1.2");
        await visit.ExpectTreeAsync(Begun);

        // A new row takes the focus; Enter leads into its form, Escape back to the tree.
        await GoAsync(visit, "Insert", "1.4", from: "1.3");
        await keys.PressAsync("Enter");
        await Expect(visit.Page.Locator("#row")).ToBeFocusedAsync();
        await keys.PressAsync("Tab");
        await Expect(visit.Field("Mã")).ToBeFocusedAsync();
        await visit.TypeAsync("Tên", "Dòng gõ bằng phím");
        await Expect(visit.Page.Locator("[data-save-state=row-form]")).ToHaveAttributeAsync("data-state", "saved");
        await keys.PressAsync("Escape");
        await Expect(visit.Row("1.4")).ToBeFocusedAsync();
        await Expect(visit.Row("1.4")).ToContainTextAsync("Dòng gõ bằng phím");
        await visit.CheckAsync("draft-keys-row");

        await GoAsync(visit, "Delete", "2");
        await visit.ExpectTreeAsync(Begun);
    }

    private static async Task GoAsync(Visit visit, string key, string expected, string? from = null)
    {
        if (from is not null) await visit.Row(from).FocusAsync();
        await visit.Page.Keyboard.PressAsync(key);
        await Expect(visit.Row(expected)).ToBeFocusedAsync();
    }

    private static async Task DragAsync(Visit visit, ILocator from, ILocator to, float part)
    {
        await GrabAsync(visit, from, to, part);
        await visit.Page.Mouse.UpAsync();
    }

    // Pressed, moved in steps as a hand moves, held over a part of the target: the browser itself makes the drag events of it.
    private static async Task GrabAsync(Visit visit, ILocator from, ILocator to, float part)
    {
        var start = (await from.BoundingBoxAsync())!;
        await visit.Page.Mouse.MoveAsync(start.X + (start.Width / 2), start.Y + (start.Height / 2));
        await visit.Page.Mouse.DownAsync();
        await MoveAsync(visit, to, part);
    }

    private static async Task MoveAsync(Visit visit, ILocator to, float part)
    {
        var box = (await to.BoundingBoxAsync())!;
        await visit.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height * part), new MouseMoveOptions { Steps = 6 });
    }
}
