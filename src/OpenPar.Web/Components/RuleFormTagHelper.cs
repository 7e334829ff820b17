using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using OpenPar.Core.Rules.Forms;

namespace OpenPar.Web.Components;

/// <summary>
/// <c>&lt;op-rule-form typed="@row.Rule" problems="@problems" prefix="r." /&gt;</c>: the fields of a rule of any kind, drawn from the table of
/// forms; rules inside it are drawn the same way. Works as a plain form: buttons named <c>act</c> add and remove rows.
/// </summary>
[HtmlTargetElement("op-rule-form", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RuleFormTagHelper : TagHelper
{
    /// <summary>What was typed; null for a rule that is still to be chosen.</summary>
    public JsonObject? Typed { get; set; }

    /// <summary>Fields that cannot be taken over.</summary>
    public IReadOnlyList<TypedProblem> Problems { get; set; } = [];

    /// <summary>What the names of the fields begin with.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>Path of the part that is unfolded; a large rule shows its parts in words until then.</summary>
    public string Unfolded { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "op-rule-form");
        var content = new HtmlContentBuilder();
        new RuleFormWriter(content, Prefix, Problems.Select(p => p.Path).ToHashSet(StringComparer.Ordinal), new RuleFolds(Unfolded, TypedTree.InnerRules(Typed))).Rule(Typed, "", inner: false);
        output.Content.SetHtmlContent(content);
    }
}
