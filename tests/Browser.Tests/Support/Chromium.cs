using Microsoft.Playwright;

namespace OpenPar.Browser.Tests.Support;

/// <summary>One Chromium for the whole run. <c>OPENPAR_CHROMIUM</c> names another binary than the distribution's.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;

    /// <summary>The running browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    private static string Path { get; } =
        new[] { Environment.GetEnvironmentVariable("OPENPAR_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("Chromium is not installed: apt-get install chromium, or set OPENPAR_CHROMIUM to its binary.");

    public async ValueTask InitializeAsync()
    {
        // Five seconds are too few for a page of a whole framework while other tests share the processor.
        Assertions.SetDefaultExpectTimeout(20_000);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Path,
            // Chromium refuses its sandbox to root, and containers seldom give it the namespaces it needs.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        playwright?.Dispose();
    }
}
