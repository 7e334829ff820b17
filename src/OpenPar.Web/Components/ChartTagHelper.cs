using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace OpenPar.Web.Components;

/// <summary>One bar: a value and, where there is one, what it could have been.</summary>
/// <param name="Label">What is measured.</param>
/// <param name="Value">The value; null is "chưa biết", never zero.</param>
/// <param name="Max">The largest possible value, when known.</param>
/// <param name="Url">Where the number explains itself.</param>
/// <param name="Note">What the table says beside it.</param>
public sealed record ChartBar(string Label, decimal? Value, decimal? Max = null, string? Url = null, string? Note = null);

/// <summary>
/// <c>&lt;op-chart title="Điểm theo lĩnh vực" bars="@Model.Fields" label-heading="Lĩnh vực" value-heading="Điểm" max-heading="Tối đa" /&gt;</c>:
/// a real table, and above it horizontal bars that the chart script draws from that table where scripts run.
/// </summary>
[HtmlTargetElement("op-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChartTagHelper(IStringLocalizer<Shell> text) : TagHelper
{
    private static readonly object Key = new();

    /// <summary>What is shown; the caption of the table.</summary>
    public string Title { get; set; } = "";

    /// <summary>The bars, in order.</summary>
    public IReadOnlyList<ChartBar> Bars { get; set; } = [];

    /// <summary>Heading of the labels.</summary>
    public string LabelHeading { get; set; } = "";

    /// <summary>Heading of the values.</summary>
    public string ValueHeading { get; set; } = "";

    /// <summary>Heading of the maxima; without it the column is left out.</summary>
    public string? MaxHeading { get; set; }

    /// <summary>Heading of the notes; without it the column is left out.</summary>
    public string? NoteHeading { get; set; }

    /// <summary>The view, to ask the layout for the chart script.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Whether the page holds a chart and needs the chart script.</summary>
    public static bool IsOn(HttpContext http) => http.Items.ContainsKey(Key);

    /// <summary>The page needs the chart script.</summary>
    internal static void Ask(HttpContext http) => http.Items[Key] = true;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Ask(ViewContext.HttpContext);
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "op-chart");
        output.Attributes.SetAttribute("data-unknown", text["Unknown"].Value);
        output.Content.AppendHtml("<div class=\"op-chart-canvas\" aria-hidden=\"true\"></div>")
            .AppendHtml("<div class=\"op-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"").Append(Title).AppendHtml("\"><table class=\"op-table\"><caption>")
            .Append(Title).AppendHtml("</caption><thead><tr>")
            .AppendHtml(Head(LabelHeading, false)).AppendHtml(Head(ValueHeading, true));
        if (MaxHeading is not null) output.Content.AppendHtml(Head(MaxHeading, true)).AppendHtml(MeterHead());
        if (NoteHeading is not null) output.Content.AppendHtml(Head(NoteHeading, false));
        output.Content.AppendHtml("</tr></thead><tbody>");
        foreach (var bar in Bars) output.Content.AppendHtml(Row(bar));
        output.Content.AppendHtml("</tbody></table></div>");
    }

    private HtmlContentBuilder Row(ChartBar bar)
    {
        var row = new HtmlContentBuilder();
        row.AppendHtml("<tr><th scope=\"row\">");
        if (bar.Url is { } url) row.AppendHtml("<a href=\"").Append(url).AppendHtml("\">").Append(bar.Label).AppendHtml("</a>");
        else row.Append(bar.Label);
        row.AppendHtml("</th>").AppendHtml(Cell("data-chart-value", bar.Value));
        if (MaxHeading is not null) row.AppendHtml(Cell("data-chart-max", bar.Max)).AppendHtml(Meter(bar));
        if (NoteHeading is not null) row.AppendHtml("<td>").Append(bar.Note ?? "").AppendHtml("</td>");
        return (HtmlContentBuilder)row.AppendHtml("</tr>");
    }

    private static IHtmlContent Cell(string mark, decimal? value) => new HtmlContentBuilder()
        .AppendHtml($"<td class=\"op-num\" {mark} data-value=\"{value?.ToString(CultureInfo.InvariantCulture)}\">")
        .AppendHtml(Display.Points(value)).AppendHtml("</td>");

    private static HtmlString Meter(ChartBar bar) => bar is { Value: { } value, Max: > 0 }
        ? new HtmlString(string.Create(CultureInfo.InvariantCulture,
            $"<td class=\"op-chart-meter\" aria-hidden=\"true\"><meter max=\"{bar.Max}\" value=\"{value}\"></meter></td>"))
        : new HtmlString("<td class=\"op-chart-meter\" aria-hidden=\"true\"></td>");

    private static HtmlString MeterHead() => new("<td class=\"op-chart-meter\" aria-hidden=\"true\"></td>");

    internal static TagBuilder Head(string heading, bool number)
    {
        var cell = new TagBuilder("th");
        cell.Attributes["scope"] = "col";
        if (number) cell.AddCssClass("op-num");
        cell.InnerHtml.Append(heading);
        return cell;
    }
}
