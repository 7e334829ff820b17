using OpenPar.Browser.Tests.Support;

namespace OpenPar.Browser.Tests.Demonstration;

/// <summary>Each played role on the pages it works with, light on a desk and dark on a phone.</summary>
[Collection<DemonstrationSite.Shared>]
public sealed class TryRolesTests(Chromium chromium, DemonstrationSite site)
{
    private readonly List<string> faults = [];

    public static TheoryData<View> Views { get; } = [View.Desk, View.Phone with { Dark = true }];

    [Theory, MemberData(nameof(Views))]
    public Task The_administrator(View view) =>
        TourAsync(view, Playing.Administrator, "/try", "/accounts", "/audit", "/assignments/par-index-province/1187-2025", "/agencies/so-noi-vu", "/plans");

    [Theory, MemberData(nameof(Views))]
    public Task The_focal_officer(View view) => TourAsync(view, Playing.Officer, "/evidence", "ROW 1.6", "/account");

    [Theory, MemberData(nameof(Views))]
    public Task The_appraiser(View view) => TourAsync(view, Playing.Appraiser, "ROW 1.4", "ROW 1.1");

    [Theory, MemberData(nameof(Views))]
    public Task The_reader(View view) =>
        TourAsync(view, Playing.Reader, "ROUND", "ROUND/results", "/frameworks", "/frameworks/par-index-province/1187-2025/1.1");

    [Fact]
    public async Task Every_step_of_a_season_can_be_tried_at_once()
    {
        await using var visit = await Visit.StartAsync(chromium, site, View.Phone);
        await visit.OpenAsync("/try");
        await LookAsync(visit, View.Phone, "stages");
        var steps = visit.Page.Locator("#stages ~ .op-scroll button");
        var count = await steps.CountAsync();
        Assert.Equal(13, count);
        for (var i = 0; i < count; i++)
        {
            await visit.OpenAsync("/try");
            var name = await steps.Nth(i).GetAttributeAsync("aria-label");
            var place = await steps.Nth(i).Locator("xpath=preceding-sibling::input[@name='returnUrl']").GetAttributeAsync("value");
            await steps.Nth(i).ClickAsync();
            await visit.Page.WaitForURLAsync("**" + place);
            await visit.SeeBannerAsync();
            if (await visit.Page.Locator("[data-not-done]").CountAsync() > 0) faults.Add($"{name}: {place} is no page for this role");
        }

        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n" + string.Join('\n', faults));
    }

    private async Task TourAsync(View view, string role, params string[] stops)
    {
        await using var visit = await Visit.StartAsync(chromium, site, view);
        await visit.PlayAsync(role);
        await LookAsync(visit, view, "my-work");
        foreach (var stop in stops)
        {
            if (stop.StartsWith("ROW ", StringComparison.Ordinal)) await visit.OpenRowAsync(stop[4..]);
            else await visit.OpenAsync(stop.StartsWith("ROUND", StringComparison.Ordinal) ? await visit.RoundAsync() + stop[5..] : stop);
            await visit.SeeBannerAsync();
            await LookAsync(visit, view, stop.Trim('/').Replace('/', '-').Replace(' ', '-'));
        }

        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n" + string.Join('\n', faults));
    }

    private async Task LookAsync(Visit visit, View view, string name)
    {
        faults.AddRange((await visit.LookAsync($"try/{name}-{view}.png")).Select(fault => $"{name}: {fault}"));
    }
}
