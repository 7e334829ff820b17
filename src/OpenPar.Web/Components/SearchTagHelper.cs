using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace OpenPar.Web.Components;

/// <summary>
/// <c>&lt;op-search value="@Model.Q" label="Tìm cơ quan" filters="#agencies" /&gt;</c>: a search form that works by itself; with <c>filters</c> the
/// script narrows the rows of that table while one types. Hidden fields inside the element keep other filters.
/// </summary>
[HtmlTargetElement("op-search")]
public sealed class SearchTagHelper(IStringLocalizer<Shell> text) : TagHelper
{
    /// <summary>The query parameter.</summary>
    public string Name { get; set; } = "q";

    /// <summary>What is searched for now.</summary>
    public string? Value { get; set; }

    /// <summary>What can be searched; "Tìm kiếm" by default.</summary>
    public string? Label { get; set; }

    /// <summary>Where the form goes; the page itself by default.</summary>
    public string? Action { get; set; }

    /// <summary>Selector of a table on the page to narrow while typing.</summary>
    public string? Filters { get; set; }

    /// <summary>Selector of the part of the page the answer takes the place of; the rest, and what was typed there, stays. The whole page by default.</summary>
    public string? Swaps { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.GetChildContentAsync();
        output.TagName = "form";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "op-search");
        output.Attributes.SetAttribute("role", "search");
        output.Attributes.SetAttribute("method", "get");
        output.Attributes.SetAttribute("aria-label", Label ?? text["Search"]);
        if (Action is not null) output.Attributes.SetAttribute("action", Action);
        if (Swaps is not null)
        {
            output.Attributes.SetAttribute("hx-get", Action ?? "");
            output.Attributes.SetAttribute("hx-target", Swaps);
            output.Attributes.SetAttribute("hx-select", Swaps);
            output.Attributes.SetAttribute("hx-swap", "outerHTML");
        }

        var id = FieldTagHelper.IdOf("op-search-" + Name);
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Label ?? text["Search"]);
        output.Content.AppendHtml(inner).AppendHtml("<div>").AppendHtml(label).AppendHtml(Input(id)).AppendHtml("</div>")
            .AppendHtml("<button class=\"btn\">").Append(text["Search"]).AppendHtml("</button>");
        if (Filters is not null)
            output.PostElement.AppendHtml("<p class=\"op-filter-count\" role=\"status\" data-filter-count=\"").Append(Filters).AppendHtml("\"></p>");
    }

    private TagBuilder Input(string id)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("form-control");
        input.Attributes["id"] = id;
        input.Attributes["type"] = "search";
        input.Attributes["name"] = Name;
        input.Attributes["autocomplete"] = "off";
        if (Value is not null) input.Attributes["value"] = Value;
        if (Filters is not null) input.Attributes["data-filter"] = Filters;
        return input;
    }
}
