using System.Globalization;
using Microsoft.AspNetCore.Html;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Text;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Components;

/// <summary>
/// Numbers, dates and unknown values as they stand on a page. Plain functions, so that a table of the whole framework
/// costs a call a cell and no component.
/// </summary>
public static class Display
{
    private static readonly TimeZoneInfo Vietnam = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");
    private static readonly HtmlString UnknownVi = new("<span class=\"op-unknown\">chưa biết</span>");
    private static readonly HtmlString UnknownEn = new("<span class=\"op-unknown\">unknown</span>");

    /// <summary>What stands where a value is not known; never a zero, never a blank.</summary>
    public static IHtmlContent Unknown => Language.Current == "en" ? UnknownEn : UnknownVi;

    /// <summary>A number with Vietnamese separators ("1.234,5"), or that it is not known.</summary>
    public static IHtmlContent Points(decimal? value) => value is { } known ? new HtmlString(NumberText.Write(known)) : Unknown;

    /// <summary>A number with a fixed count of decimals ("0,50"): columns that are read downwards.</summary>
    public static IHtmlContent Points(decimal? value, int decimals) =>
        value is { } known ? new HtmlString(known.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.GetCultureInfo("vi-VN"))) : Unknown;

    /// <summary>A computed number as its framework publishes it, with all the decimals the framework shows, so that a column is read downwards.</summary>
    public static IHtmlContent Points(decimal? value, OutputRounding rounding)
    {
        ArgumentNullException.ThrowIfNull(rounding);
        return Points(rounding.Apply(value), rounding.Digits);
    }

    /// <summary>A day as dd/MM/yyyy, or that it is not known.</summary>
    public static IHtmlContent Date(DateOnly? value) => value is { } day
        ? new HtmlString($"<time datetime=\"{day:yyyy-MM-dd}\">{DayText(day)}</time>")
        : Unknown;

    /// <summary>An instant as dd/MM/yyyy HH:mm in Vietnam, or that it is not known.</summary>
    public static IHtmlContent Moment(DateTimeOffset? value) => value is { } instant
        ? new HtmlString($"<time datetime=\"{instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}\">{MomentText(instant)}</time>")
        : Unknown;

    /// <summary>dd/MM/yyyy.</summary>
    public static string DayText(DateOnly day) => Core.Text.DayText.Write(day);

    /// <summary>dd/MM/yyyy HH:mm in Vietnam.</summary>
    public static string MomentText(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, Vietnam).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);
}
