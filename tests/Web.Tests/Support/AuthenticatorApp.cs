using System.Numerics;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using OpenPar.Core.Accounts;
using OpenPar.Core.Text;
using OpenPar.Web.Tests.Shell;

namespace OpenPar.Web.Tests.Support;

/// <summary>An authenticator application: it knows the secret the page showed and makes the codes of its clock.</summary>
public sealed class AuthenticatorApp(string shown, TestClock clock)
{
    private readonly byte[] secret = Read(shown);

    /// <summary>The code of this moment.</summary>
    public string Code => AuthenticatorCode.At(secret, AuthenticatorCode.StepAt(clock.GetUtcNow()));

    /// <summary>The code of this moment, with one digit wrong; not by chance the code of a step nearby.</summary>
    public string WrongCode => Enumerable.Range(0, 10).Select(d => Code[..5] + d).First(code => AuthenticatorCode.StepOf(secret, code, clock.GetUtcNow()) is null
        && AuthenticatorCode.StepOf(secret, code, clock.GetUtcNow().AddSeconds(AuthenticatorCode.Period)) is null);

    /// <summary>Waits for a code that was not shown before.</summary>
    public string NextCode()
    {
        clock.PassBy(TimeSpan.FromSeconds(2 * AuthenticatorCode.Period));
        return Code;
    }

    /// <summary>Adds an application to the account that is signed in; answers it with the recovery codes.</summary>
    public static async Task<(AuthenticatorApp App, List<string> Codes)> AddAsync(HttpClient visitor, TestClock clock, string password)
    {
        var page = await visitor.PageAsync("/account/authenticator/new");
        var app = new AuthenticatorApp(page.QuerySelector("#secret")!.TextContent, clock);
        var response = await visitor.PostFormAsync(
            "/account/authenticator/new", TokenOf(page), ("seal", SealOf(page)), ("password", password), ("code", app.Code));
        Assert.Equal("/account", response.Headers.Location?.OriginalString);
        var codes = (await visitor.PageAsync("/account")).QuerySelectorAll("#recovery-codes code").Select(c => c.TextContent).ToList();
        return (app, codes);
    }

    public static string SealOf(IDocument page) => ((IHtmlInputElement)page.QuerySelector("input[name=seal]")!).Value;

    public static string TokenOf(IDocument page) => ((IHtmlInputElement)page.QuerySelector("main input[name=__RequestVerificationToken]")!).Value;

    private static byte[] Read(string shown)
    {
        var number = shown.Where(c => c != ' ').Aggregate(BigInteger.Zero, (sum, c) => (sum * 32) + Base32.Rfc4648.IndexOf(c, StringComparison.Ordinal));
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[AuthenticatorSecret.Size - bytes.Length], .. bytes];
    }
}
