using Microsoft.AspNetCore.Razor.TagHelpers;

namespace OpenPar.Web.Components;

/// <summary>How a state looks. Each has its own mark, so that nothing hangs on colour alone.</summary>
public enum StatusKind
{
    /// <summary>Nothing to do or not begun: hollow circle, class op-status.</summary>
    Neutral,

    /// <summary>Under way: hollow blue circle.</summary>
    Info,

    /// <summary>Done or accepted: full circle.</summary>
    Success,

    /// <summary>Someone should look: diamond.</summary>
    Warning,

    /// <summary>Returned, overdue or refused: full square.</summary>
    Danger,
}

/// <summary><c>&lt;op-status kind="Success" text="Đã nộp" /&gt;</c>.</summary>
[HtmlTargetElement("op-status", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatusTagHelper : TagHelper
{
    /// <summary>How it looks.</summary>
    public StatusKind Kind { get; set; }

    /// <summary>What it says.</summary>
    public string Text { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", ClassOf(Kind));
        output.Content.SetContent(Text);
    }

    internal static string ClassOf(StatusKind kind) => kind switch
    {
        StatusKind.Info => "op-status op-status-info",
        StatusKind.Success => "op-status op-status-success",
        StatusKind.Warning => "op-status op-status-warning",
        StatusKind.Danger => "op-status op-status-danger",
        _ => "op-status",
    };
}
