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

    /// <summary>Script errors and violations of the content security policy so far.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Opens a window on the site.</summary>
    public static async Task<Visit> StartAsync(Chromium chromium, Site site, View view)
    {
        var context = await chromium.Browser.NewContextAsync(view.Options(site.Address));
        var visit = new Visit(context, await context.NewPageAsync(), view);
        visit.Page.PageError += (_, error) => visit.Complaints.Add(error);
        visit.Page.Console += (_, message) =>
        {
            if (message.Type == "error" && message.Text.Contains("dist", StringComparison.Ordinal) || message.Text.Contains("Content Security Policy", StringComparison.Ordinal) || message.Text.Contains("Refused to", StringComparison.Ordinal))
                visit.Complaints.Add(message.Text);
        };
        return visit;
    }

    /// <summary>Goes to an address of the site and waits until it is at rest.</summary>
    public async Task<IResponse> OpenAsync(string url)
    {
        var response = await Page.GotoAsync(url, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return response ?? throw new InvalidOperationException($"{url} gave no answer");
    }

    /// <summary>Everything a page must pass: axe, no sideways scrolling, no complaint of the browser; leaves a screenshot.</summary>
    public async Task CheckAsync(string name)
    {
        await SaveAsync(name);
        if (view.Script) await Axe.CheckAsync(Page);
        await CheckWidthAsync();
        await CheckThemeAsync();
        Assert.Empty(Complaints);
    }

    /// <summary>A screenshot of the whole page in artifacts/screenshots.</summary>
    public Task SaveAsync(string name) => Page.ScreenshotAsync(new PageScreenshotOptions { Path = Artifacts.Screenshot($"{name}-{view}.png"), FullPage = true });

    private async Task CheckWidthAsync()
    {
        if (!view.Script) return;
        var width = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= view.Width, $"{Page.Url} is {width} px wide in a window of {view.Width} px: the page scrolls sideways");
    }

    private async Task CheckThemeAsync()
    {
        if (!view.Script || !view.Dark) return;
        Assert.Equal("dark", await Page.Locator("html").GetAttributeAsync("data-bs-theme"));
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
