using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using OpenPar.Core.Findings;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Forms;
using OpenPar.Core.Rules.Printing;
using OpenPar.Core.Text;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Components;

/// <summary>Writes the fields of a rule, without a blank too many: a sum of ten parts is ten forms on one page.</summary>
internal sealed class RuleFormWriter(HtmlContentBuilder html, string prefix, IReadOnlySet<string> refused, RuleFolds folds)
{
    private static readonly LocalText Remove = new("Xóa", "Remove");

    private static readonly LocalText Seldom = new("Thêm chi tiết", "More");

    /// <summary>A rule: its kind, then the fields of that kind.</summary>
    public void Rule(JsonNode? typed, string path, bool inner)
    {
        var kind = TypedTree.Text(typed, RuleForms.Kind);
        var at = Join(path, RuleForms.Kind);
        Raw("<div class=\"op-field op-kind\"><label for=\"").Text(IdOf(at)).Raw("\">").Text(new LocalText("Loại quy tắc", "Kind of rule").Show()).Raw("</label><div class=\"op-actions\"><select class=\"form-select\" data-submit-change ").Raw(Named(at)).Raw(">");
        Raw("<option value=\"\">").Text(inner ? new LocalText("(chọn)", "(choose)").Show() : new LocalText("Chưa có quy tắc", "No rule yet").Show()).Raw("</option>");
        foreach (var form in RuleForms.All) Option(form.Kind, form.Title, kind);
        if (kind.Length > 0 && RuleForms.Find(kind) is null) Option(kind, new LocalText(kind, kind), kind);
        Raw("</select>").Button("none", "", new LocalText("Đổi loại", "Change kind"), null).Raw("</div></div>");
        if (RuleForms.Find(kind) is not { } chosen) return;
        Raw("<p class=\"op-hint\">").Text(chosen.Hint.Show()).Raw("</p>");
        Fields(chosen.Fields, typed, path);
        // Where a part stands is said once, for the whole rule.
        if (inner) Folded(RuleForms.Origin, typed, path);
        else Fields(RuleForms.Origin, typed, path);
    }

    private void Fields(IReadOnlyList<FormField> fields, JsonNode? typed, string path)
    {
        var grid = false;
        foreach (var field in fields.Where(f => !f.Seldom))
        {
            if (field.Small != grid) Raw(grid ? "</div>" : "<div class=\"op-form-grid\">");
            grid = field.Small;
            Field(field, typed, path);
        }

        if (grid) Raw("</div>");
        Folded([.. fields.Where(f => f.Seldom)], typed, path);
    }

    private void Folded(IReadOnlyList<FormField> fields, JsonNode? typed, string path)
    {
        if (fields.Count == 0) return;
        if (!folds.DrawnSeldom(path) && TypedRule.Blank(typed, fields))
        {
            Button("open", path, Seldom, null);
            return;
        }

        var open = !TypedRule.Blank(typed, [.. fields.Where(f => f.Input != FormInput.Option)]) || fields.Any(f => refused.Contains(Join(path, f.Key)));
        Raw(open ? "<details open><summary>" : "<details><summary>").Text(Seldom.Show()).Raw("</summary>");
        Fields([.. fields.Select(f => f with { Seldom = false })], typed, path);
        Raw("</details>");
    }

    private void Field(FormField field, JsonNode? typed, string path)
    {
        var at = Join(path, field.Key);
        var node = (typed as JsonObject)?[field.Key];
        switch (field.Input)
        {
            case FormInput.Group:
                Raw("<fieldset class=\"op-form-group\"><legend>").Text(field.Label.Show()).Raw("</legend>");
                Fields(field.Fields, node, at);
                Raw("</fieldset>");
                break;
            case FormInput.Rule:
                Raw("<fieldset class=\"op-form-group\"><legend>").Text(field.Label.Show()).Raw("</legend>");
                if (folds.Drawn(at) || node is null || refused.Any(r => r.StartsWith(at + ".", StringComparison.Ordinal))) Rule(node, at, inner: true);
                else InWords((JsonObject)node, at);
                Raw("</fieldset>");
                break;
            case FormInput.Rows when field.Fields.All(f => f.Small):
                Table(field, node as JsonArray ?? [], at);
                break;
            case FormInput.Rows:
                Cards(field, node as JsonArray ?? [], at);
                break;
            default:
                Raw("<div class=\"op-field\">").Label(field, at).Control(field, TypedTree.Text(typed, field.Key), at, null).Raw("</div>");
                break;
        }
    }

    // What is not drawn stays as it is: its path is posted in place of its fields.
    private void InWords(JsonObject typed, string path)
    {
        Raw("<input type=\"hidden\" name=\"keep\" value=\"").Raw(path).Raw("\"><p><strong>").Text(RuleForms.TitleOf(TypedTree.Text(typed, RuleForms.Kind)).Show()).Raw("</strong></p>");
        if (TypedRule.Read(typed).Rule is { } rule && RuleLinter.Check(rule, null, "").All(f => f.Severity != Severity.Error))
            Raw("<p class=\"op-official\">").Text(AnnexText.Of(rule, null)).Raw("</p>");
        Button("open", path, new LocalText("Sửa cách chấm này", "Edit this rule"), null);
    }

    // A last empty line is always there to be filled in, also where no script runs.
    private void Table(FormField field, JsonArray rows, string path)
    {
        Raw("<div class=\"op-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"").Text(field.Label.Show()).Raw("\"><table class=\"op-table op-form-table\"><caption>").Text(field.Label.Show());
        if (field.Hint is { } hint) Raw(" <span class=\"op-hint\">").Text(hint.Show()).Raw("</span>");
        Raw("</caption><thead><tr>");
        foreach (var column in field.Fields) Raw("<th scope=\"col\">").Text(column.Label.Show()).Raw("</th>");
        Raw("<th scope=\"col\"><span class=\"visually-hidden\">").Text(Remove.Show()).Raw("</span></th></tr></thead><tbody>");
        for (var i = 0; i <= rows.Count && i < TypedTree.MostRows; i++)
        {
            Raw("<tr>");
            foreach (var column in field.Fields)
                Raw("<td>").Control(column, i < rows.Count ? TypedTree.Text(rows[i], column.Key) : "", $"{path}[{i}].{column.Key}", $"{column.Label.Show()} {i + 1}").Raw("</td>");
            Raw("<td>");
            if (i < rows.Count) Button("remove", $"{path}[{i}]", new LocalText("✕", "✕"), $"{Remove.Show()}: {field.Label.Show()} {i + 1}");
            Raw("</td></tr>");
        }

        Raw("</tbody></table></div>");
    }

    private void Cards(FormField field, JsonArray rows, string path)
    {
        Raw("<section class=\"op-form-list\"><h3>").Text(field.Label.Show()).Raw("</h3>");
        for (var i = 0; i < rows.Count; i++)
        {
            Raw("<fieldset class=\"op-form-card\"><legend>").Text($"{field.Label.Show()} {i + 1}").Raw("</legend>");
            Fields(field.Fields, rows[i], $"{path}[{i}]");
            Button("remove", $"{path}[{i}]", Remove, $"{Remove.Show()}: {field.Label.Show()} {i + 1}").Raw("</fieldset>");
        }

        Button("add", path, new LocalText("+ Thêm", "+ Add"), $"{new LocalText("Thêm", "Add").Show()}: {field.Label.Show()}").Raw("</section>");
    }

    private RuleFormWriter Label(FormField field, string path)
    {
        if (field.Input == FormInput.Flag) return this;
        Raw("<label for=\"").Text(IdOf(path)).Raw("\">").Text(field.Label.Show());
        if (field.Required) Raw(" <span class=\"op-must\" aria-hidden=\"true\">*</span>");
        Raw("</label>");
        if (field.Hint is { } hint) Raw("<p class=\"op-hint\" id=\"").Text(IdOf(path)).Raw("-hint\">").Text(hint.Show()).Raw("</p>");
        return this;
    }

    private RuleFormWriter Control(FormField field, string typed, string path, string? label)
    {
        var named = Named(path) + (label is null ? field.Hint is null ? "" : $" aria-describedby=\"{IdOf(path)}-hint\"" : "");
        switch (field.Input)
        {
            case FormInput.Flag:
                Raw("<div class=\"op-choice\"><input type=\"checkbox\" value=\"true\" ").Raw(Named(path)).Said(label).Raw(typed == "true" ? " checked>" : ">");
                if (label is null) Raw("<label for=\"").Text(IdOf(path)).Raw("\">").Text(field.Label.Show()).Raw("</label>");
                return Raw("</div>");
            case FormInput.Option:
                Raw("<select class=\"form-select\" ").Raw(named).Said(label).Raw(">");
                foreach (var option in field.Options) Option(option.Value, option.Label, typed);
                return Raw("</select>");
            case FormInput.LongText or FormInput.Lines:
                return Raw("<textarea class=\"form-control\" rows=\"4\" ").Raw(named).Said(label).Raw(">\n").Text(typed).Raw("</textarea>");
            default:
                var number = field.Input is FormInput.Number or FormInput.Share or FormInput.Whole;
                return Raw(number ? "<input class=\"form-control op-number\" inputmode=\"decimal\" autocomplete=\"off\" " : "<input class=\"form-control\" autocomplete=\"off\" ")
                    .Raw(named).Said(label).Raw(" value=\"").Text(typed).Raw("\">");
        }
    }

    private RuleFormWriter Said(string? label) => label is null ? this : Raw(" aria-label=\"").Text(label).Raw("\"");

    private RuleFormWriter Button(string act, string path, LocalText text, string? label)
    {
        Raw("<button class=\"btn btn-sm\" name=\"act\" value=\"").Text(path.Length == 0 ? act : $"{act}:{path}").Raw("\"").Said(label).Raw(">").Text(text.Show());
        return Raw("</button>");
    }

    private void Option(string value, LocalText label, string chosen) =>
        Raw("<option value=\"").Text(value).Raw(value == chosen ? "\" selected>" : "\">").Text(label.Show()).Raw("</option>");

    private string Named(string path) =>
        string.Create(CultureInfo.InvariantCulture, $"id=\"{IdOf(path)}\" name=\"{prefix}{path}\"{(refused.Contains(path) ? " aria-invalid=\"true\"" : "")}");

    private string IdOf(string path) => FieldTagHelper.IdOf(prefix + path);

    // Paths come from the table of forms and counters, never from a person.
    private RuleFormWriter Raw(string markup)
    {
        html.AppendHtml(markup);
        return this;
    }

    private RuleFormWriter Text(string text)
    {
        html.Append(text);
        return this;
    }

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
