using Microsoft.Playwright;

namespace OpenPar.Browser.Tests.Support;

/// <summary>
/// One visitor with an own session. Collects what the browser complains of: script errors and blocked content fail the test at the end.
/// <c>await using var visit = await Visit.StartAsync(chromium, site, View.Phone); await visit.OpenAsync("/rounds"); await visit.CheckAsync("rounds");</c>
/// </summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly View view;

    private Visit(IBrowserContext context, IPage page, View view) => (this.context, Page, this.view) = (context, page, view);

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Script errors, violations of the content security policy and assets that did not come, so far.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Opens a window on the site.</summary>
    public static Task<Visit> StartAsync(Chromium chromium, Site site, View view) => StartAsync(chromium, site, view, session: null);

    /// <summary>Opens a window on the site with the session of an earlier one.</summary>
    internal static async Task<Visit> StartAsync(Chromium chromium, Site site, View view, string? session)
    {
        var options = view.Options(site.Address);
        options.StorageState = session;
        var context = await chromium.Browser.NewContextAsync(options);
        var visit = new Visit(context, await context.NewPageAsync(), view);
        visit.Page.PageError += (_, error) => visit.Complaints.Add(error);
        visit.Page.Console += (_, message) => visit.Hear(message);
        visit.Page.Response += (_, response) => visit.Hear(response);
        return visit;
    }

    /// <summary>Goes to an address of the site and waits until it is at rest.</summary>
    public async Task<IResponse> OpenAsync(string url)
    {
        var response = await Page.GotoAsync(url, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return response ?? throw new InvalidOperationException($"{url} gave no answer");
    }

    /// <summary>Everything a page must pass: axe, no sideways scrolling, no complaint of the browser.</summary>
    public async Task CheckAsync(string name)
    {
        var faults = await LookAsync($"{name}-{view}.png");
        Assert.True(faults.Count == 0, $"{Page.Url} has {faults.Count} faults:\n" + string.Join('\n', faults));
    }

    /// <summary>What is wrong with the page; a page with a fault leaves its picture.</summary>
    public async Task<IReadOnlyList<string>> LookAsync(string file)
    {
        await SaveAsync(file);
        var faults = await FaultsAsync();
        if (faults.Count > 0 && !Artifacts.Pictures) await PictureAsync(file);
        return faults;
    }

    /// <summary>A picture of the whole page in artifacts/screenshots unless OPENPAR_PICTURES=0.</summary>
    public Task SaveAsync(string file) => Artifacts.Pictures ? PictureAsync(file) : Task.CompletedTask;

    private async Task PictureAsync(string file)
    {
        // What is fixed to the window would be drawn in the middle of a long picture.
        await Page.EvaluateAsync("scrollTo({ top: 0, behavior: 'instant' })");
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Artifacts.Screenshot(file), FullPage = true });
    }

    /// <summary>What is wrong with the page as it stands; complaints are told once.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        await Page.WaitForLoadStateAsync(LoadState.Load);
        // axe waits for timers of the page, and those stand still where scripts are off.
        List<string> faults = view.Script ? [.. await Axe.FaultsAsync(Page)] : [];
        var width = await Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth");
        if (width > view.Width) faults.Add($"the page is {width} px wide in a window of {view.Width} px: it scrolls sideways");
        if (view is { Script: true, Dark: true } && await Page.Locator("html").GetAttributeAsync("data-bs-theme") != "dark") faults.Add("the page is not dark");
        faults.AddRange(Complaints);
        Complaints.Clear();
        return faults;
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    // The browser also writes a line for every refused form or request; those answers are the site's own and tests ask for them.
    private void Hear(IConsoleMessage message)
    {
        if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
            || message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            Complaints.Add($"console: {message.Text}");
    }

    private void Hear(IResponse response)
    {
        if (response.Status >= 400 && response.Request.ResourceType is ("script" or "stylesheet" or "image" or "font"))
            Complaints.Add($"{response.Request.ResourceType} {response.Url}: {response.Status}");
    }
}
