using System.Collections.Frozen;
using Microsoft.AspNetCore.Html;

namespace OpenPar.Web.Components;

/// <summary>The few line drawings of the frame, 24 × 24, drawn inline so that they take the colour of their text. Always beside a word.</summary>
public static class Icons
{
    private static readonly FrozenDictionary<string, HtmlString> Drawn = new Dictionary<string, string>
    {
        ["tasks"] = "<path d='M4 6l1.5 1.5L8 5M4 13l1.5 1.5L8 12M4 19.5h3.5M11 6.5h9M11 13.5h9M11 19.5h9'/>",
        ["framework"] = "<path d='M5 4h5v5H5zM14 4.5h6M14 8.5h4M5 14h5v5H5zM14 14.5h6M14 18.5h4'/>",
        ["agency"] = "<path d='M4 20h16M6 20V9l6-4 6 4v11M10 20v-5h4v5M9.5 11h.01M14.5 11h.01'/>",
        ["plan"] = "<path d='M4 6h16M4 12h10M4 18h7M17 14v6M14 17l3 3 3-3'/>",
        ["round"] = "<path d='M5 6h14v14H5zM5 10h14M9 4v4M15 4v4M9 15l2 2 4-4'/>",
        ["score"] = "<path d='M6 4h12v16H6zM9 8h6M9 12h6M9 16h3'/>",
        ["appraisal"] = "<path d='M12 4l7 3v5c0 4-3 7-7 8-4-1-7-4-7-8V7zM9 12l2 2 4-4'/>",
        ["result"] = "<path d='M4 20h16M6 20v-6h3v6M11 20V9h3v11M16 20V5h3v15'/>",
        ["evidence"] = "<path d='M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5'/>",
        ["users"] = "<path d='M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20v-1a5 5 0 0 1 5-5h2a5 5 0 0 1 5 5v1M16 4.3a3.5 3.5 0 0 1 0 6.6M18 14.4a5 5 0 0 1 3 4.6v1'/>",
        ["user"] = "<path d='M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 21v-1a6 6 0 0 1 6-6h2a6 6 0 0 1 6 6v1'/>",
        ["audit"] = "<path d='M12 7v5l3 2M4 12a8 8 0 1 0 2.5-5.8L4 8.5M4 4v4.5h4.5'/>",
        ["settings"] = "<path d='M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5'/>",
        ["menu"] = "<path d='M4 6h16M4 12h16M4 18h16'/>",
        ["search"] = "<path d='M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20'/>",
        ["theme"] = "<path d='M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 4v16M12 8l4.5-1.5M12 12h8M12 16l4.5 1.5'/>",
        ["import"] = "<path d='M12 4v10M8 10l4 4 4-4M5 16v4h14v-4'/>",
        ["home"] = "<path d='M4 12l8-8 8 8M6 10.5V20h12v-9.5M10 20v-6h4v6'/>",
    }.ToFrozenDictionary(pair => pair.Key, pair => new HtmlString(
        "<svg aria-hidden=\"true\" width=\"20\" height=\"20\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.75\" " +
        "stroke-linecap=\"round\" stroke-linejoin=\"round\">" + pair.Value.Replace('\'', '"') + "</svg>"));

    /// <summary>Every name there is.</summary>
    public static IEnumerable<string> Names => Drawn.Keys;

    /// <summary>The drawing as markup; nothing for null.</summary>
    /// <exception cref="KeyNotFoundException">There is no such drawing.</exception>
    public static IHtmlContent Draw(string? name) => name is null ? HtmlString.Empty : Drawn[name];
}
