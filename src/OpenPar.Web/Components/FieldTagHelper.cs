using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace OpenPar.Web.Components;

/// <summary>
/// One question of a form: label, hint, error, control, tied together for readers of the screen, with what was typed kept.
/// <c>&lt;op-field name="Points" label="Điểm tự chấm" hint="Từ 0 đến 1" kind="Number" value="@Model.Points" /&gt;</c>
/// </summary>
[HtmlTargetElement("op-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper : TagHelper
{
    private static readonly object OrderKey = new();

    /// <summary>The posted name; also the key of its errors.</summary>
    public string Name { get; set; } = "";

    /// <summary>What is asked.</summary>
    public string Label { get; set; } = "";

    /// <summary>How to answer, when the label does not say it.</summary>
    public string? Hint { get; set; }

    /// <summary>The control.</summary>
    public FieldKind Kind { get; set; } = FieldKind.Text;

    /// <summary>The stored value as text; what was posted and refused comes before it.</summary>
    public string? Value { get; set; }

    /// <summary>The choices of a list or of radio buttons.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>Whether a checkbox is ticked.</summary>
    public bool Checked { get; set; }

    /// <summary>Lines of a long text.</summary>
    public int Rows { get; set; } = 4;

    /// <summary>The view, for its model state.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The id that belongs to a posted name.</summary>
    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>The names of the fields written so far, in the order of the page: the error summary follows it.</summary>
    internal static IList<string> Written(HttpContext http) => http.Items[OrderKey] as List<string> ?? [];

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var items = ViewContext.HttpContext.Items;
        if (items[OrderKey] is not List<string> order) items[OrderKey] = order = [];
        order.Add(Name);
        ViewContext.ModelState.TryGetValue(Name, out var entry);
        var error = entry?.Errors.FirstOrDefault(e => !string.IsNullOrEmpty(e.ErrorMessage))?.ErrorMessage;
        var field = new FieldParts(this, IdOf(Name), error, Typed(entry), [.. output.Attributes]);

        output.Attributes.Clear();
        output.TagName = Kind == FieldKind.Radios ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "op-field" : "op-field op-invalid");
        if (Kind == FieldKind.Radios && field.DescribedBy is { } described) output.Attributes.SetAttribute("aria-describedby", described);
        output.Content.SetHtmlContent(field.Write());
    }

    private string? Typed(ModelStateEntry? entry) =>
        Kind is FieldKind.Password or FieldKind.File ? null : entry?.AttemptedValue ?? Value;
}

/// <summary>The control of a field.</summary>
public enum FieldKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>A number, typed with comma or point; never a browser's own number box, which follows the browser's language.</summary>
    Number,

    /// <summary>A whole number: a point groups thousands.</summary>
    Count,

    /// <summary>A day, typed as dd/MM/yyyy.</summary>
    Date,

    /// <summary>Several lines.</summary>
    LongText,

    /// <summary>A password; never shown again.</summary>
    Password,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>One of a list.</summary>
    Select,

    /// <summary>One of a few, all in sight.</summary>
    Radios,

    /// <summary>Yes or no.</summary>
    Checkbox,

    /// <summary>A file; the form needs <c>enctype="multipart/form-data"</c>.</summary>
    File,
}
