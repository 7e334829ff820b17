using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OpenPar.Browser.Tests.Season;
using OpenPar.Browser.Tests.Support;
using OpenPar.Core.Rounds;

namespace OpenPar.Browser.Tests.Demonstration;

/// <summary>
/// A small province (six departments, nine communes, three central agencies) goes through a whole season: extension, signing, a returned row,
/// an objection with its explanation, a merger (after a wrong one was taken back), the council's correction, approval and publication. Each act is done by the role whose act it is.
/// </summary>
public sealed partial class WholeSeasonTests(Chromium chromium) : IAsyncLifetime
{
    private const string Department = "so-tai-chinh-minh-hoa";
    private const string Returned = "so-y-te-minh-hoa";

    private readonly PlayedSite site = new();
    private readonly List<string> faults = [];

    private Visit visit = null!;
    private SeasonPlay play = null!;
    private string round = "";

    /// <summary>A site of its own: the season changes nearly everything in it.</summary>
    private sealed class PlayedSite : SeasonSite
    {
        protected override bool Demonstration => true;
    }

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        if (visit is not null) await visit.DisposeAsync();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_season_from_the_extension_to_the_publication()
    {
        visit = await Visit.StartAsync(chromium, site, View.Desk);
        await FindAsync();
        await The_administrator_extends_for_one_unit_and_watches_the_progress();
        await A_contributor_fills_a_delegated_row();
        await The_officer_completes_the_sheet_and_the_leader_signs();
        await A_wrong_merger_is_taken_back();
        await Two_communes_become_one();
        await play.CompleteAsync();
        await The_appraiser_returns_a_row_and_the_officer_answers();
        await The_unit_objects_explains_and_is_appraised_again();
        await play.AppraiseAsync(Returned);
        await play.SurveyAsync();
        await The_council_corrects_a_row_after_the_round_is_closed();
        await The_result_is_approved_published_and_read();
        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n" + string.Join('\n', faults));
    }

    private async Task FindAsync()
    {
        await using var db = site.Db();
        var id = await db.Rounds.Where(r => r.Way == ScoringWay.ByUnit && r.State == RoundState.Open).Select(r => r.Id).SingleAsync(SeasonPlay.Cancel);
        (round, play) = ($"/rounds/{id.Value}", new SeasonPlay(site, id));
    }

    // What the guide shows of the season: how much of the page, and from where on.
    private static readonly Dictionary<string, (int Height, string From)> Pictured = new()
    {
        ["round"] = (700, "body"),
        ["progress"] = (760, "body"),
        ["extend"] = (620, "body"),
        ["sheet"] = (720, "body"),
        ["fill"] = (640, "body"),
        ["sheet-check"] = (620, "body"),
        ["sign"] = (620, "body"),
        ["queue"] = (700, "body"),
        ["appraise-row"] = (760, "body"),
        ["statistics"] = (700, "body"),
        ["council"] = (720, "body"),
        ["standings"] = (680, "body"),
        ["published"] = (640, "body"),
        ["unit-years"] = (520, "body"),
        ["beside"] = (760, "#beside"),
        ["merger"] = (760, "body"),
        ["revocation"] = (760, "body"),
    };

    private async Task LookAsync(string name)
    {
        faults.AddRange((await visit.LookAsync($"season-{name}.png")).Select(f => $"{name}: {f}"));
        await LookOnPhoneAsync(name);
        if (Pictured.TryGetValue(name, out var shown)) await GuidePicture.TakeAsync(visit, "season-" + name, shown.Height, shown.From);
        await visit.Page.SetViewportSizeAsync(View.Desk.Width, 900);
    }

    // The same page in the hand: nothing scrolls sideways, and no control or text is cut off outside a box that scrolls.
    private async Task LookOnPhoneAsync(string name)
    {
        await visit.Page.SetViewportSizeAsync(View.Phone.Width, 740);
        await visit.SaveAsync($"season-{name}-phone.png");
        faults.AddRange((await visit.Page.EvaluateAsync<string[]>("""
            () => {
              const wide = document.scrollingElement.scrollWidth;
              const cut = [...document.querySelectorAll('main :is(a, button, input, select, textarea, h1, h2, h3, p, dd, label)')].filter(e => {
                if (e.closest('.op-scroll, .op-chart-canvas, .visually-hidden') || e.type === 'hidden') return false;
                const box = e.getBoundingClientRect();
                return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1);
              });
              return [...(wide > innerWidth ? [`${wide} px wide on a phone`] : []), ...cut.slice(0, 5).map(e => `cut off on a phone: ${e.outerHTML.slice(0, 120)}`)];
            }
            """)).Select(f => $"{name}: {f}"));
    }

    private async Task OpenAsync(string url, string title)
    {
        await visit.OpenAsync(url);
        await visit.ArriveAsync(title);
    }

    private async Task<string> SheetAsync(string unit) => $"/sheets/{(await play.SheetAsync(unit)).Id.Value}";

    private Task PressAsync(string words) => visit.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = words }).First.ClickAsync();

    private static string Day(int days) => DateTime.UtcNow.AddHours(7).AddDays(days).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
