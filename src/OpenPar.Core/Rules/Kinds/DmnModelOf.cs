using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Dmn;
using OpenPar.Core.Rules.Dmn.Model;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>The DMN program behind a decision-table rule, with everything that is wrong with it.</summary>
internal sealed record DmnModelOf(DmnProgram? Program, string? Decision, IReadOnlyList<Finding> Findings)
{
    private const string Name = "điểm";

    public static DmnModelOf Rule(DecisionTable rule)
    {
        var table = rule.Table;
        if (table is not null == rule.Model is not null) return Wrong("Cần một bảng nhỏ hoặc một mô hình DMN, không cả hai.", "Give a small table or a DMN model, not both.");
        if (table is not null) return Of(table, rule.Facts);
        using var text = new StringReader(rule.Model!);
        var reading = DmnReader.Read(text, "DMN");
        if (reading.Value is not { } model) return new DmnModelOf(null, null, reading.Findings);
        var program = DmnProgram.Of(model);
        var decision = rule.Decision ?? model.Decisions.LastOrDefault();
        List<Finding> findings = [.. reading.Findings, .. program.Findings];
        if (decision is null || !model.Decisions.Contains(decision))
            return Wrong($"Mô hình DMN không có quyết định “{decision}”.", $"The DMN model has no decision “{decision}”.");
        foreach (var input in model.Inputs.Where(i => i != FeelFacts.Maximum && rule.Facts.All(f => f.Name != i)))
            findings.Add(Error($"Mô hình DMN cần đầu vào “{input}” không có trong số liệu kê khai.", $"The DMN model needs the input “{input}”, which is not declared."));
        return new DmnModelOf(program, decision, findings);
    }

    private static DmnModelOf Of(PointTable table, IReadOnlyList<FactDefinition> facts)
    {
        if (Policy(table.Policy) is not { } policy) return Wrong($"Không có chính sách “{table.Policy}”.", $"There is no hit policy “{table.Policy}”.");
        if (table.Inputs.Count == 0 || table.Rows.Any(r => r.When.Count != table.Inputs.Count))
            return Wrong("Mỗi dòng của bảng phải có một ô cho mỗi đầu vào.", "Each row needs a cell for each input.");
        var place = new Place("bảng quyết định", "", 0);
        var inputs = facts.Select(f => f.Name).Append(FeelFacts.Maximum).Select((name, i) => new InputElement(place, $"i{i}", name, new Variable(name, null))).ToList();
        var box = new TableBox(place, null, policy,
            [.. table.Inputs.Select((text, i) => new TableInput(new ExpressionText(text, place.Inside($"đầu vào {i + 1}", 0)), null, null))],
            [new TableOutput(place, null, null, null, null)],
            [.. table.Rows.Select((row, i) => Row(row, place.Inside($"dòng {i + 1}", 0)))]);
        var decision = new DecisionElement(place, "d", Name, new Variable(Name, null), [.. inputs.Select(i => new ElementReference(null, i.Id))], [], box);
        var program = DmnProgram.Of(new DmnModel("bảng quyết định", "urn:openpar:table", Name) { Elements = [.. inputs, decision] });
        return new DmnModelOf(program, Name, program.Findings);
    }

    private static Dmn.Model.TableRule Row(TableRow row, Place place) =>
        new(place, [.. row.When.Select((cell, i) => new ExpressionText(cell, place.Inside($"ô {i + 1}", 0)))], [new LiteralBox(place.Inside("điểm", 0), null, row.Points)]);

    private static HitPolicy? Policy(string letters) => letters switch
    {
        "U" => HitPolicy.Unique,
        "A" => HitPolicy.Any,
        "P" => HitPolicy.Priority,
        "F" => HitPolicy.First,
        "R" => HitPolicy.RuleOrder,
        "O" => HitPolicy.OutputOrder,
        "C" => HitPolicy.Collect,
        "C+" => HitPolicy.CollectSum,
        "C<" => HitPolicy.CollectMin,
        "C>" => HitPolicy.CollectMax,
        "C#" => HitPolicy.CollectCount,
        _ => null,
    };

    private static DmnModelOf Wrong(string vi, string en) => new(null, null, [Error(vi, en)]);

    private static Finding Error(string vi, string en) =>
        Finding.Error("DMN", new LocalText(vi, en), new LocalText("Sửa bảng quyết định.", "Mend the decision table."));
}
