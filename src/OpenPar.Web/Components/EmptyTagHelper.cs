using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace OpenPar.Web.Components;

/// <summary>
/// <c>&lt;op-empty title="Chưa có kỳ đánh giá" action-url="/rounds/open" action-label="Mở kỳ đánh giá"&gt;Mở kỳ để…&lt;/op-empty&gt;</c>:
/// an empty page says why it is empty and what to do next.
/// </summary>
[HtmlTargetElement("op-empty")]
public sealed class EmptyTagHelper : TagHelper
{
    /// <summary>What is not there.</summary>
    public string Title { get; set; } = "";

    /// <summary>Where the next step is done.</summary>
    public string? ActionUrl { get; set; }

    /// <summary>The next step.</summary>
    public string? ActionLabel { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.GetChildContentAsync();
        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "op-empty");
        var heading = new TagBuilder("h2");
        heading.InnerHtml.Append(Title);
        output.Content.AppendHtml(heading);
        if (!inner.IsEmptyOrWhiteSpace) output.Content.AppendHtml("<p>").AppendHtml(inner).AppendHtml("</p>");
        if (ActionUrl is null) return;
        var link = new TagBuilder("a");
        link.AddCssClass("btn btn-primary");
        link.Attributes["href"] = ActionUrl;
        link.InnerHtml.Append(ActionLabel ?? "");
        output.Content.AppendHtml(link);
    }
}
