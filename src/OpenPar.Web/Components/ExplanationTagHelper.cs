using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using OpenPar.Core.Rules;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Components;

/// <summary>
/// <c>&lt;op-explanation tree="@row.Explanation" open="true" /&gt;</c>: why a row has its points, from the result down to each declared figure,
/// as nested lists that fold without any script.
/// </summary>
[HtmlTargetElement("op-explanation", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ExplanationTagHelper(IStringLocalizer<Shell> text) : TagHelper
{
    /// <summary>The explanation; null shows nothing.</summary>
    public Explanation? Tree { get; set; }

    /// <summary>Whether it is unfolded.</summary>
    public bool Open { get; set; }

    /// <summary>The line that folds it; "Vì sao có số điểm này" by default.</summary>
    public string? Summary { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Tree is null)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "op-explanation");
        if (Open) output.Attributes.SetAttribute("open", "open");
        var summary = new TagBuilder("summary");
        summary.InnerHtml.Append(Summary ?? text["WhyThesePoints"]);
        output.Content.AppendHtml(summary).AppendHtml(List([Tree]));
    }

    private TagBuilder List(IReadOnlyList<Explanation> steps)
    {
        var list = new TagBuilder("ul");
        foreach (var step in steps)
        {
            var item = new TagBuilder("li");
            var words = Span("op-step-text", step.Text.Show());
            var line = new TagBuilder("div");
            line.AddCssClass("op-step-line");
            line.InnerHtml.AppendHtml(Span(MarkOf(step.Kind), text["Step" + step.Kind])).Append(" ").AppendHtml(words);
            item.InnerHtml.AppendHtml(line);
            if (step.Steps.Count > 0) item.InnerHtml.AppendHtml(List(step.Steps));
            list.InnerHtml.AppendHtml(item);
        }

        return list;
    }

    private static TagBuilder Span(string css, string content)
    {
        var span = new TagBuilder("span");
        span.AddCssClass(css);
        span.InnerHtml.Append(content);
        return span;
    }

    private static string MarkOf(StepKind kind) => kind switch
    {
        StepKind.Result => "op-step op-step-result",
        StepKind.Taken => "op-step op-step-taken",
        StepKind.NotTaken => "op-step op-step-nottaken",
        StepKind.Problem => "op-step op-step-problem",
        _ => "op-step",
    };
}
