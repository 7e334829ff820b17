using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace OpenPar.Web.Components;

/// <summary>
/// Puts the antiforgery token into every posting form that names its address. The framework does so only for forms without an
/// <c>action</c>; a form that looks the same must not behave differently.
/// </summary>
[HtmlTargetElement("form", Attributes = "action")]
public sealed class FormTokenTagHelper(IHtmlGenerator generator) : TagHelper
{
    /// <summary>The view, which holds the token.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!string.Equals(output.Attributes["method"]?.Value?.ToString(), "post", StringComparison.OrdinalIgnoreCase)) return;
        if (context.AllAttributes.ContainsName("asp-antiforgery")) return;
        output.PostContent.AppendHtml(generator.GenerateAntiforgery(ViewContext));
    }
}
