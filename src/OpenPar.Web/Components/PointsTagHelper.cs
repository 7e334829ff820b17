using Microsoft.AspNetCore.Razor.TagHelpers;

namespace OpenPar.Web.Components;

/// <summary><c>&lt;op-points value="@row.Points" max="@row.Max" /&gt;</c>: "0,75 / 1"; "chưa biết" for what is not known.</summary>
[HtmlTargetElement("op-points", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PointsTagHelper : TagHelper
{
    /// <summary>The number.</summary>
    public decimal? Value { get; set; }

    /// <summary>The maximum; shown only when the attribute is there.</summary>
    public decimal? Max { get; set; }

    /// <summary>A fixed count of decimals; without it as many as the number has.</summary>
    public int? Decimals { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.AppendHtml(Write(Value));
        if (context.AllAttributes.ContainsName("max")) output.Content.Append(" / ").AppendHtml(Write(Max));
    }

    private Microsoft.AspNetCore.Html.IHtmlContent Write(decimal? value) =>
        Decimals is { } decimals ? Display.Points(value, decimals) : Display.Points(value);
}
