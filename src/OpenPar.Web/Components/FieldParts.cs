using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using OpenPar.Core.Text;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Components;

/// <summary>The markup inside one asked.</summary>
internal sealed class FieldParts(FieldTagHelper asked, string id, string? error, string? typed, IReadOnlyList<TagHelperAttribute> extra)
{
    /// <summary>The ids of hint and error, in reading order.</summary>
    public string? DescribedBy { get; } = (asked.Hint, error) switch
    {
        (null, null) => null,
        (_, null) => id + "-hint",
        (null, _) => id + "-error",
        _ => $"{id}-hint {id}-error",
    };

    private bool IsNumber => asked.Kind is FieldKind.Number or FieldKind.Count;

    public IHtmlContent Write()
    {
        var content = new HtmlContentBuilder();
        if (asked.Kind == FieldKind.Checkbox) return content.AppendHtml(Messages()).AppendHtml(Checkbox());
        var label = Text(asked.Kind == FieldKind.Radios ? "legend" : "label", null, asked.Label);
        if (asked.Kind != FieldKind.Radios) label.Attributes["for"] = id;
        content.AppendHtml(label).AppendHtml(Messages()).AppendHtml(Control());
        if (IsNumber && ReadAs() is { } read) content.AppendHtml(Text("span", "op-read", read));
        return content;
    }

    private HtmlContentBuilder Messages()
    {
        var content = new HtmlContentBuilder();
        if (asked.Hint is not null) content.AppendHtml(Text("p", "op-hint", asked.Hint, id + "-hint"));
        if (error is not null) content.AppendHtml(Text("p", "op-error", error, id + "-error"));
        return content;
    }

    private IHtmlContent Control() => asked.Kind switch
    {
        FieldKind.Select => Select(),
        FieldKind.Radios => Radios(),
        FieldKind.LongText => LongText(),
        _ => Input(),
    };

    private TagBuilder Input()
    {
        var input = Named("input", "form-control");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = asked.Kind switch
        {
            FieldKind.Password => "password",
            FieldKind.Email => "email",
            FieldKind.File => "file",
            _ => "text",
        };
        if (IsNumber)
        {
            input.Attributes["inputmode"] = asked.Kind == FieldKind.Count ? "numeric" : "decimal";
            input.AddCssClass("op-number");
        }

        if (asked.Kind == FieldKind.Date)
        {
            input.Attributes["inputmode"] = "numeric";
            input.Attributes["placeholder"] = Language.Current == "en" ? "dd/mm/yyyy" : "ngày/tháng/năm";
            input.AddCssClass("op-short");
        }

        if (IsNumber || asked.Kind == FieldKind.Date) input.Attributes["autocomplete"] = "off";
        if (typed is not null) input.Attributes["value"] = typed;
        return WithExtra(input);
    }

    private TagBuilder LongText()
    {
        var area = Named("textarea", "form-control");
        area.Attributes["rows"] = asked.Rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
        // The line break after the opening tag is not part of the text; without it a leading break of the text would be lost.
        area.InnerHtml.AppendHtml("\n").Append(typed ?? "");
        return WithExtra(area);
    }

    private TagBuilder Select()
    {
        var select = Named("select", "form-select");
        foreach (var item in asked.Items ?? [])
        {
            var option = Text("option", null, item.Text);
            option.Attributes["value"] = item.Value;
            if (typed is null ? item.Selected : item.Value == typed) option.Attributes["selected"] = "selected";
            if (item.Disabled) option.Attributes["disabled"] = "disabled";
            select.InnerHtml.AppendHtml(option);
        }

        return WithExtra(select);
    }

    private HtmlContentBuilder Radios()
    {
        var content = new HtmlContentBuilder();
        var number = 0;
        foreach (var item in asked.Items ?? [])
        {
            // The first choice carries the field's id: the error summary leads there.
            var radio = Named("input", null, number == 0 ? id : $"{id}-{number}");
            number++;
            radio.TagRenderMode = TagRenderMode.SelfClosing;
            radio.Attributes["type"] = "radio";
            radio.Attributes["value"] = item.Value;
            radio.Attributes.Remove("aria-describedby");
            if (typed is null ? item.Selected : item.Value == typed) radio.Attributes["checked"] = "checked";
            content.AppendHtml(Choice(WithExtra(radio), item.Text));
        }

        return content;
    }

    private TagBuilder Checkbox()
    {
        var box = Named("input", null);
        box.TagRenderMode = TagRenderMode.SelfClosing;
        box.Attributes["type"] = "checkbox";
        box.Attributes["value"] = "true";
        if (asked.Checked || string.Equals(typed, "true", StringComparison.OrdinalIgnoreCase)) box.Attributes["checked"] = "checked";
        return Choice(WithExtra(box), asked.Label);
    }

    private static TagBuilder Choice(TagBuilder input, string text)
    {
        var row = new TagBuilder("div");
        row.AddCssClass("op-choice");
        var label = Text("label", null, text);
        label.Attributes["for"] = input.Attributes["id"];
        row.InnerHtml.AppendHtml(input).AppendHtml(label);
        return row;
    }

    private TagBuilder Named(string tag, string? css, string? ownId = null)
    {
        var control = new TagBuilder(tag);
        if (css is not null) control.AddCssClass(css);
        control.Attributes["id"] = ownId ?? id;
        control.Attributes["name"] = asked.Name;
        if (DescribedBy is not null) control.Attributes["aria-describedby"] = DescribedBy;
        if (error is not null) control.Attributes["aria-invalid"] = "true";
        return control;
    }

    /// <summary>Attributes the page wrote on the field (required, maxlength, autocomplete, hx-…) belong to the control.</summary>
    private TagBuilder WithExtra(TagBuilder control)
    {
        foreach (var attribute in extra)
            if (attribute.Name == "class") control.AddCssClass(attribute.Value?.ToString() ?? "");
            else control.MergeAttribute(attribute.Name, attribute.Value?.ToString() ?? "", replaceExisting: true);
        return control;
    }

    /// <summary>How a number was read, when it is written otherwise than it was typed.</summary>
    private string? ReadAs()
    {
        if (error is not null || string.IsNullOrWhiteSpace(typed)) return null;
        var reading = NumberText.Read(typed, asked.Kind == FieldKind.Count ? NumberUse.Count : NumberUse.Decimal);
        if (reading.Value is not { } value || NumberText.Write(value) == typed.Trim()) return null;
        return new LocalText($"Được hiểu là {NumberText.Write(value)}", $"Read as {NumberText.Write(value)}").Show();
    }

    private static TagBuilder Text(string tag, string? css, string text, string? ownId = null)
    {
        var element = new TagBuilder(tag);
        if (css is not null) element.AddCssClass(css);
        if (ownId is not null) element.Attributes["id"] = ownId;
        element.InnerHtml.Append(text);
        return element;
    }
}
