using System.Globalization;
using Microsoft.AspNetCore.Localization;
using OpenPar.Core.Text;

namespace OpenPar.Web.Hosting;

/// <summary>
/// The language of the screen. Words follow the person's choice (cookie), numbers and dates are always written the Vietnamese way:
/// a figure must read the same on every screen and sheet.
/// </summary>
public static class Language
{
    /// <summary>The languages of the screen, the default first.</summary>
    public static IReadOnlyList<string> All { get; } = ["vi", "en"];

    /// <summary>The language of the current request, "vi" or "en".</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "vi";

    /// <summary>The text in the language of the current request.</summary>
    public static string Show(this LocalText text) => text.In(Current);

    internal static RequestLocalizationOptions Options()
    {
        var vietnamese = CultureInfo.GetCultureInfo("vi-VN");
        return new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(vietnamese, vietnamese),
            SupportedCultures = [vietnamese],
            SupportedUICultures = [vietnamese, CultureInfo.GetCultureInfo("en")],
            RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = "openpar.language" }],
        };
    }

    /// <summary>Remembers the choice for a year; an unknown language means Vietnamese.</summary>
    public static void Remember(HttpContext http, string? language)
    {
        var chosen = language == "en" ? "en" : "vi-VN";
        http.Response.Cookies.Append(
            "openpar.language",
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture("vi-VN", chosen)),
            DisplayCookie(http));
    }

    /// <summary>A cookie that holds a choice of display and nothing else.</summary>
    internal static CookieOptions DisplayCookie(HttpContext http) => new()
    {
        MaxAge = TimeSpan.FromDays(365),
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        IsEssential = true,
    };
}
