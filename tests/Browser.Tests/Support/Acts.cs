using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Support;

/// <summary>What a person does on a page, by the words the person reads.</summary>
public static class Acts
{
    public static Task PressAsync(this Visit visit, string button) =>
        visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    public static Task FollowAsync(this Visit visit, string link) =>
        visit.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    public static Task TypeAsync(this Visit visit, string label, string text) => visit.Field(label).FillAsync(text);

    public static Task ChooseAsync(this Visit visit, string label, string value) => visit.Field(label).SelectOptionAsync(new SelectOptionValue { Value = value });

    public static Task AttachAsync(this Visit visit, string label, string name, byte[] content) =>
        visit.Field(label).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });

    public static ILocator Field(this Visit visit, string label) => visit.Page.GetByLabel(label, new() { Exact = true });

    /// <summary>Waits for the page with this title.</summary>
    public static Task ArriveAsync(this Visit visit, string title) => Expect(visit.Page.Locator("h1")).ToContainTextAsync(title);

    /// <summary>Waits for these words in the page's content.</summary>
    public static Task SeeAsync(this Visit visit, string words) => Expect(visit.Page.Locator("main")).ToContainTextAsync(words);

    /// <summary>Searches as a person does: words, then Enter.</summary>
    public static async Task SearchAsync(this Visit visit, string words)
    {
        var field = visit.Page.Locator("main form[role=search] input[name=q]");
        await field.FillAsync(words);
        await field.PressAsync("Enter");
        await visit.Page.WaitForURLAsync(url => url.Contains("q=", StringComparison.Ordinal));
    }
}
