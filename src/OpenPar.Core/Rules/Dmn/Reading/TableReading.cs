using System.Xml.Linq;
using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Dmn.Model;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Dmn.Reading;

/// <summary>Reads decision tables.</summary>
internal sealed class TableReading(BoxReading boxes, List<Finding> findings)
{
    /// <summary>The table; something that answers null when it cannot be run as it stands.</summary>
    public Box Read(XElement element, Place place)
    {
        var before = findings.Count;
        var inputs = element.Children("input").Select((input, at) => Input(input, place, at + 1)).ToList();
        var outputs = element.Children("output").Select((output, at) => Output(output, place, at + 1)).ToList();
        var rules = element.Children("rule").Select((rule, at) => Rule(rule, place, at + 1, inputs.Count, outputs.Count)).ToList();
        if (outputs.Count == 0)
            findings.Add(Finding.Warning(place.ToString(),
                new LocalText("Bảng quyết định không có cột kết quả.", "The decision table has no output column."),
                new LocalText("Thêm ít nhất một cột kết quả.", "Add at least one output column.")));
        var table = new TableBox(place, element.Type(), Policy(element, place), inputs, outputs, rules);
        return findings.Count == before ? table : new UnknownBox(place, element.Type(), "bảng quyết định sai cấu trúc");
    }

    private static TableInput Input(XElement input, Place place, int number)
    {
        var here = place.Inside($"đầu vào {number}", input.Line());
        var expression = input.Child("inputExpression");
        return new TableInput(
            new ExpressionText(expression?.InnerText() ?? string.Empty, here),
            expression?.Type(),
            input.ChildText("inputValues", here));
    }

    private TableOutput Output(XElement output, Place place, int number)
    {
        var here = place.Inside($"kết quả {number}", output.Line());
        var fallback = output.Child("defaultOutputEntry");
        return new TableOutput(here, output.Text("name"), output.Type(), output.ChildText("outputValues", here),
            fallback is null ? null : boxes.Literal(fallback, here.Inside("mặc định", fallback.Line())));
    }

    private TableRule Rule(XElement rule, Place place, int number, int inputs, int outputs)
    {
        var here = place.Inside($"luật {number}", rule.Line());
        var tests = rule.Children("inputEntry")
            .Select((entry, at) => new ExpressionText(entry.InnerText(), here.Inside($"đầu vào {at + 1}", entry.Line()))).ToList();
        var answers = rule.Children("outputEntry")
            .Select((entry, at) => boxes.Literal(entry, here.Inside($"kết quả {at + 1}", entry.Line()))).ToList();
        if (tests.Count != inputs || answers.Count != outputs)
            findings.Add(Finding.Warning(here.ToString(),
                new LocalText($"Luật có {tests.Count} ô đầu vào và {answers.Count} ô kết quả; bảng có {inputs} và {outputs} cột.",
                    $"The rule has {tests.Count} input and {answers.Count} output entries; the table has {inputs} and {outputs} columns."),
                new LocalText("Điền đủ ô cho mỗi cột; ghi “-” khi không xét.", "Fill one entry per column; write “-” where the column does not matter.")));
        return new TableRule(here, tests, answers);
    }

    private HitPolicy Policy(XElement element, Place place)
    {
        var written = element.Text("hitPolicy") ?? "UNIQUE";
        var aggregation = element.Text("aggregation");
        HitPolicy? policy = (written, aggregation) switch
        {
            ("UNIQUE", _) => HitPolicy.Unique,
            ("ANY", _) => HitPolicy.Any,
            ("PRIORITY", _) => HitPolicy.Priority,
            ("FIRST", _) => HitPolicy.First,
            ("RULE ORDER", _) => HitPolicy.RuleOrder,
            ("OUTPUT ORDER", _) => HitPolicy.OutputOrder,
            ("COLLECT", null) => HitPolicy.Collect,
            ("COLLECT", "SUM") => HitPolicy.CollectSum,
            ("COLLECT", "MIN") => HitPolicy.CollectMin,
            ("COLLECT", "MAX") => HitPolicy.CollectMax,
            ("COLLECT", "COUNT") => HitPolicy.CollectCount,
            _ => null,
        };
        if (policy is null)
            findings.Add(Finding.Warning(place.ToString(),
                new LocalText($"Không có chính sách khớp luật “{written} {aggregation}”.", $"There is no hit policy “{written} {aggregation}”."),
                new LocalText("Dùng UNIQUE, ANY, PRIORITY, FIRST, RULE ORDER, OUTPUT ORDER hoặc COLLECT (SUM, MIN, MAX, COUNT).", "Use one of the hit policies of the standard.")));
        return policy ?? HitPolicy.Unique;
    }
}
