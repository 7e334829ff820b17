using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace OpenPar.Web.Components;

/// <summary>One axis of a radar: a share in percent, and what it is compared with.</summary>
/// <param name="Code">The short name that stands at the axis on a narrow screen.</param>
/// <param name="Label">What is measured.</param>
/// <param name="Value">The share in percent; null while it is unknown.</param>
/// <param name="Against">What it is compared with, in percent; null while it is unknown.</param>
/// <param name="Difference">How much more it is, in percentage points; null while it is unknown.</param>
public sealed record RadarAxis(string Code, string Label, decimal? Value, decimal? Against, decimal? Difference);

/// <summary>
/// <c>&lt;op-radar title="…" axes="@Model.Axes" label-heading="Lĩnh vực" value-heading="Sở A" against-heading="Trung vị" difference-heading="Hơn, kém" /&gt;</c>:
/// a real table, and above it two outlines from 0 to 100% that the chart script draws from that table where scripts run.
/// </summary>
[HtmlTargetElement("op-radar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RadarTagHelper : TagHelper
{
    /// <summary>What is shown; the caption of the table.</summary>
    public string Title { get; set; } = "";

    /// <summary>The axes, clockwise from the top.</summary>
    public IReadOnlyList<RadarAxis> Axes { get; set; } = [];

    /// <summary>Heading of the labels.</summary>
    public string LabelHeading { get; set; } = "";

    /// <summary>Heading of the values, and name of their outline.</summary>
    public string ValueHeading { get; set; } = "";

    /// <summary>Heading of what they are compared with, and name of its outline.</summary>
    public string AgainstHeading { get; set; } = "";

    /// <summary>Heading of the differences.</summary>
    public string DifferenceHeading { get; set; } = "";

    /// <summary>The view, to ask the layout for the chart script.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ChartTagHelper.Ask(ViewContext.HttpContext);
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "op-chart op-radar");
        output.Attributes.SetAttribute("data-value-name", ValueHeading);
        output.Attributes.SetAttribute("data-against-name", AgainstHeading);
        output.Content.AppendHtml("<div class=\"op-chart-canvas\" aria-hidden=\"true\"></div>")
            .AppendHtml("<div class=\"op-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"").Append(Title).AppendHtml("\"><table class=\"op-table\"><caption>")
            .Append(Title).AppendHtml("</caption><thead><tr>")
            .AppendHtml(ChartTagHelper.Head(LabelHeading, false)).AppendHtml(ChartTagHelper.Head(ValueHeading, true))
            .AppendHtml(ChartTagHelper.Head(AgainstHeading, true)).AppendHtml(ChartTagHelper.Head(DifferenceHeading, true)).AppendHtml("</tr></thead><tbody>");
        foreach (var axis in Axes) output.Content.AppendHtml(Row(axis));
        output.Content.AppendHtml("</tbody></table></div>");
    }

    private static HtmlContentBuilder Row(RadarAxis axis)
    {
        var row = new HtmlContentBuilder();
        row.AppendHtml("<tr data-code=\"").Append(axis.Code).AppendHtml("\"><th scope=\"row\">").Append(axis.Label).AppendHtml("</th>")
            .AppendHtml(Cell("data-chart-value", axis.Value)).AppendHtml(Cell("data-chart-against", axis.Against))
            .AppendHtml("<td class=\"op-num\">").AppendHtml(axis.Difference > 0 ? "+" : "").AppendHtml(axis.Difference is null ? new HtmlString("—") : Display.Points(axis.Difference)).AppendHtml("</td></tr>");
        return row;
    }

    private static IHtmlContent Cell(string mark, decimal? value) => new HtmlContentBuilder()
        .AppendHtml($"<td class=\"op-num\" {mark} data-value=\"{value?.ToString(CultureInfo.InvariantCulture)}\">")
        .AppendHtml(value is null ? new HtmlString("—") : Display.Points(value)).AppendHtml(value is null ? "" : "%").AppendHtml("</td>");
}
