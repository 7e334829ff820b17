using Microsoft.Playwright;
using OpenPar.Browser.Tests.Support;

namespace OpenPar.Browser.Tests.Demonstration;

/// <summary>A picture of docs/guide. OPENPAR_UPDATE_GUIDE=1 puts it there; otherwise it only has to be there.</summary>
internal static class GuidePicture
{
    public const int Height = 860;
    private const int MostBytes = 200 * 1024;

    private static bool Updating => Environment.GetEnvironmentVariable("OPENPAR_UPDATE_GUIDE") == "1";

    // Pages full of words are cut lower: a picture of text is as large as its words are many.
    public static async Task TakeAsync(Visit visit, string name, int height = Height, string from = "body")
    {
        await visit.SeeBannerAsync();
        var path = Artifacts.Screenshot($"guide/{name}.png");
        await visit.Page.SetViewportSizeAsync(View.Desk.Width, height);
        await visit.Page.Locator(from).EvaluateAsync("e => e.scrollIntoView({ behavior: 'instant' })");
        // A part is shown by itself, without what stands beside it; a heading begins what is shown.
        var part = from == "body" || from.EndsWith("-title", StringComparison.Ordinal) ? null : await visit.Page.Locator(from).BoundingBoxAsync();
        var clip = part is null ? null : new Clip { X = Math.Max(part.X - 16, 0), Y = 0, Width = part.Width + 32, Height = Math.Min(part.Y + part.Height + 16, height) };
        await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = path, Clip = clip });
        Assert.True(new FileInfo(path).Length < MostBytes, $"{name}.png is too large for the repository: {new FileInfo(path).Length} bytes");
        Assert.True(File.Exists(InGuide(name)) || Updating, $"docs/guide shows no {name}.png: run this test with OPENPAR_UPDATE_GUIDE=1");
        if (!Updating) return;
        Directory.CreateDirectory(Path.GetDirectoryName(InGuide(name))!);
        File.Copy(path, InGuide(name), overwrite: true);
    }

    private static string InGuide(string name) => Path.Combine(Artifacts.Repository, "docs", "guide", "images", name + ".png");
}
