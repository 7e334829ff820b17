using OpenPar.Browser.Tests.Support;

namespace OpenPar.Browser.Tests.Season;

/// <summary>The people of one season, each in a window of their own, and everything found wrong with the pages they saw.</summary>
public sealed class Walk(Chromium chromium, SeasonSite site, View view) : IAsyncDisposable
{
    private readonly List<Visit> windows = [];
    private readonly List<string> faults = [];

    /// <summary>How everybody looks at the site.</summary>
    public View View => view;

    /// <summary>A new person's window.</summary>
    public async Task<Visit> EnterAsync() => Enter(await Visit.StartAsync(chromium, site, view));

    /// <summary>Takes over a window that is open already.</summary>
    public Visit Enter(Visit visit)
    {
        windows.Add(visit);
        return visit;
    }

    /// <summary>Keeps what is wrong with the page, and its picture ("360/6-row.png"); the walk goes on.</summary>
    public async Task LookAsync(Visit visit, string name)
    {
        ArgumentNullException.ThrowIfNull(visit);
        foreach (var fault in await visit.LookAsync($"{view}/{name}.png"))
        {
            faults.Add($"{name} ({visit.Page.Url}): {fault}");
            TestContext.Current.TestOutputHelper?.WriteLine(faults[^1]);
        }
    }

    /// <summary>Fails once, with everything that was found on the way.</summary>
    public void Judge() => Assert.True(faults.Count == 0, $"{faults.Count} faults on the way:\n" + string.Join('\n', faults));

    public async ValueTask DisposeAsync()
    {
        foreach (var window in windows) await window.DisposeAsync();
    }
}
