using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using OpenPar.Core.Text;

namespace OpenPar.Web.Components;

/// <summary><c>&lt;op-pager page="2" pages="9" total="134" /&gt;</c>: plain links that keep the other query parameters and set <c>page</c>.</summary>
[HtmlTargetElement("op-pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper(IStringLocalizer<Shell> text) : TagHelper
{
    /// <summary>This page, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>How many there are; one shows no links.</summary>
    public int Pages { get; set; } = 1;

    /// <summary>How many lines there are in all.</summary>
    public int? Total { get; set; }

    /// <summary>The query parameter.</summary>
    public string Parameter { get; set; } = "page";

    /// <summary>The view, for the address of the page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "op-pager");
        output.Attributes.SetAttribute("aria-label", text["Pages"].Value);
        if (Pages > 1)
        {
            output.Content.AppendHtml("<ul>");
            if (Page > 1) output.Content.AppendHtml(Link(Page - 1, text["PreviousPage"], "prev"));
            var before = 0;
            foreach (var number in Shown(Page, Pages))
            {
                if (number > before + 1) output.Content.AppendHtml("<li><span class=\"op-gap\">…</span></li>");
                output.Content.AppendHtml(Link(number, Write(number), null));
                before = number;
            }

            if (Page < Pages) output.Content.AppendHtml(Link(Page + 1, text["NextPage"], "next"));
            output.Content.AppendHtml("</ul>");
        }

        if (Total is { } total) output.Content.AppendHtml("<p class=\"m-0\">").Append(text["RowsInAll", NumberText.Write(total)]).AppendHtml("</p>");
    }

    /// <summary>The first, the last and the neighbours of the current page.</summary>
    internal static IEnumerable<int> Shown(int page, int pages) =>
        Enumerable.Range(1, pages).Where(number => number == 1 || number == pages || Math.Abs(number - page) <= 2);

    private IHtmlContent Link(int number, string label, string? rel)
    {
        var here = number == Page && rel is null;
        var tag = new TagBuilder(here ? "span" : "a");
        if (here) tag.Attributes["aria-current"] = "page";
        else tag.Attributes["href"] = Address(number);
        if (rel is not null) tag.Attributes["rel"] = rel;
        tag.InnerHtml.Append(label);
        return new HtmlContentBuilder().AppendHtml("<li>").AppendHtml(tag).AppendHtml("</li>");
    }

    private string Address(int number)
    {
        var request = ViewContext.HttpContext.Request;
        var query = new QueryBuilder(request.Query.Where(pair => pair.Key != Parameter)
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? "")));
        query.Add(Parameter, number.ToString(CultureInfo.InvariantCulture));
        return request.PathBase + request.Path + query.ToString();
    }

    private static string Write(int number) => NumberText.Write(number);
}
