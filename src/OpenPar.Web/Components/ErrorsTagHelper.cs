using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace OpenPar.Web.Components;

/// <summary><c>&lt;op-errors /&gt;</c>: what was refused, each line leading to its field. Nothing when all is well. The layout shows it above the page.</summary>
[HtmlTargetElement("op-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorsTagHelper(IStringLocalizer<Shell> text) : TagHelper
{
    /// <summary>The view, for its model state.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // The layout is written after the page, so the order of the fields is known here; what belongs to no field comes last.
        var order = FieldTagHelper.Written(ViewContext.HttpContext);
        var errors = Lines(ViewContext.ModelState).Distinct().OrderBy(line => order.IndexOf(line.Field) is >= 0 and var at ? at : int.MaxValue).ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "op-errors");
        output.Attributes.SetAttribute("aria-labelledby", "op-errors-title");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-focus-first", "");
        var heading = new TagBuilder("h2");
        heading.Attributes["id"] = "op-errors-title";
        heading.InnerHtml.Append(errors.Count == 1 ? text["ErrorsOne"] : text["ErrorsMany", errors.Count]);
        var list = new TagBuilder("ul");
        foreach (var (field, message) in errors) list.InnerHtml.AppendHtml(Line(field, message));
        output.Content.AppendHtml(heading).AppendHtml(list);
    }

    private static IEnumerable<(string Field, string Message)> Lines(ModelStateDictionary state) =>
        from entry in state
        where entry.Value is not null
        from error in entry.Value.Errors
        where !string.IsNullOrEmpty(error.ErrorMessage)
        select (entry.Key, error.ErrorMessage);

    private static TagBuilder Line(string field, string message)
    {
        var item = new TagBuilder("li");
        if (field.Length == 0)
        {
            item.InnerHtml.Append(message);
            return item;
        }

        var link = new TagBuilder("a");
        link.Attributes["href"] = "#" + FieldTagHelper.IdOf(field);
        link.InnerHtml.Append(message);
        item.InnerHtml.AppendHtml(link);
        return item;
    }
}
