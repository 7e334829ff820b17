using Microsoft.Playwright;

namespace OpenPar.Browser.Tests.Support;

/// <summary>How a visitor looks at the site.</summary>
/// <param name="Width">Width of the window in CSS pixels.</param>
/// <param name="Dark">A system set to dark.</param>
/// <param name="Script">Whether scripts run.</param>
public sealed record View(int Width, bool Dark = false, bool Script = true)
{
    /// <summary>A phone.</summary>
    public static View Phone { get; } = new(360);

    /// <summary>An office computer.</summary>
    public static View Desk { get; } = new(1440);

    /// <summary>Both widths in both themes.</summary>
    public static TheoryData<View> All { get; } = [Phone, Desk, Phone with { Dark = true }, Desk with { Dark = true }];

    /// <summary>For names of screenshots: "360-dark".</summary>
    public override string ToString() => $"{Width}{(Dark ? "-dark" : "")}{(Script ? "" : "-noscript")}";

    internal BrowserNewContextOptions Options(Uri address) => new()
    {
        BaseURL = address.ToString(),
        ViewportSize = new ViewportSize { Width = Width, Height = Width < 600 ? 740 : 900 },
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        JavaScriptEnabled = Script,
        Locale = "vi-VN",
        TimezoneId = "Asia/Ho_Chi_Minh",
        HasTouch = Width < 600,
    };
}
