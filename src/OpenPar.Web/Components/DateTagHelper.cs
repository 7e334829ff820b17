using Microsoft.AspNetCore.Razor.TagHelpers;

namespace OpenPar.Web.Components;

/// <summary><c>&lt;op-date day="@plan.Deadline" /&gt;</c> or <c>&lt;op-date moment="@entry.At" /&gt;</c>: dd/MM/yyyy, with HH:mm in Vietnam for instants.</summary>
[HtmlTargetElement("op-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper : TagHelper
{
    /// <summary>A day.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>An instant.</summary>
    public DateTimeOffset? Moment { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Moment is null ? Display.Date(Day) : Display.Moment(Moment));
    }
}
