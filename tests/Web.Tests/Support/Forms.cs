using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using OpenPar.Web.Tests.Shell;

namespace OpenPar.Web.Tests.Support;

/// <summary>Posting forms as a browser without scripts does.</summary>
public static class Forms
{
    /// <summary>Gets the page and posts its form back to its own address.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(this HttpClient client, string url, params (string Name, string Value)[] values) =>
        await client.PostFormAsync(url, await client.FormTokenAsync(url), values);

    /// <summary>The form token of a page.</summary>
    public static async Task<string> FormTokenAsync(this HttpClient client, string url)
    {
        var page = await client.PageAsync(url);
        var token = page.QuerySelector("main input[name=__RequestVerificationToken]") ?? page.QuerySelector("input[name=__RequestVerificationToken]");
        return ((IHtmlInputElement)(token ?? throw new InvalidOperationException($"{url} has no form: {page.Title}"))).Value;
    }

    public static Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string url, string? token, params (string Name, string Value)[] values)
    {
        var pairs = values.Select(v => KeyValuePair.Create(v.Name, v.Value)).ToList();
        if (token is not null) pairs.Add(KeyValuePair.Create("__RequestVerificationToken", token));
        return client.PostAsync(new Uri(url, UriKind.Relative), new FormUrlEncodedContent(pairs));
    }

    /// <summary>Gets the page and posts its form with a file.</summary>
    public static async Task<HttpResponseMessage> SendFileAsync(this HttpClient client, string url, byte[] file, string name, params (string Name, string Value)[] values)
    {
        using var content = new MultipartFormDataContent { { new StringContent(await client.FormTokenAsync(url)), "__RequestVerificationToken" } };
        foreach (var (field, value) in values) content.Add(new StringContent(value), field);
        var bytes = new ByteArrayContent(file);
        bytes.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Add(bytes, "file", name);
        return await client.PostAsync(new Uri(url, UriKind.Relative), content);
    }

    /// <summary>Signs in with a password.</summary>
    public static Task<HttpResponseMessage> SignInAsync(this HttpClient client, string userName, string password, string? returnUrl = null) =>
        client.SendFormAsync("/sign-in", ("userName", userName), ("password", password), ("returnUrl", returnUrl ?? "/account"));

    /// <summary>Whether a session is open in this browser.</summary>
    public static async Task<bool> IsSignedInAsync(this HttpClient client) =>
        (await client.GetAsync(new Uri("/account", UriKind.Relative))).IsSuccessStatusCode;
}
