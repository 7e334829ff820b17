using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using OpenPar.Core.Plans;
using OpenPar.Core.Rules;

namespace OpenPar.Cli;

/// <summary>
/// The JSON of plans on the command line: <c>plan</c>, <c>rows</c>, <c>findings</c>. Where the rows come from several annexes,
/// <c>annexes</c> lists them and each row names its own.
/// </summary>
internal static class PlanJson
{
    private static readonly JsonSerializerOptions WithNulls = new(RuleJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    public static JsonObject Of(Plan plan)
    {
        var several = plan.Annexes.Count > 1;
        var document = new JsonObject { ["plan"] = Node(new { plan.Head.Title, plan.Head.Year, plan.Head.Issuer }) };
        if (several) document["annexes"] = Node(plan.Annexes.Select(annex => new { annex.Number, annex.Title, annex.Kind, annex.Rows, annex.Sections }));
        document["rows"] = new JsonArray([.. plan.Rows.Select(row => Of(row, several))]);
        document["findings"] = Node(plan.Findings.Select(AnnexJson.Of));
        return document;
    }

    private static JsonObject Of(PlanRow row, bool several)
    {
        var written = new JsonObject();
        if (several) written["annex"] = row.Annex;
        foreach (var (key, value) in Node(Fields(row)).AsObject().ToList()) written[key] = value?.DeepClone();
        return written;
    }

    private static object Fields(PlanRow row) => new
    {
        row.Section,
        row.SectionTitle,
        row.Objectives,
        row.Tasks,
        row.Activities,
        row.Products,
        row.Lead,
        row.Coordinating,
        Deadline = new { row.Deadline.Kind, row.Deadline.From, row.Deadline.To, row.Deadline.Text },
        Budget = new { row.Budget.Kind, row.Budget.AmountVnd, row.Budget.Text },
        Flags = row.Flags.Select(flag => new { flag.Kind, Reason = flag.Reason.Vi }),
        Source = new { row.Source.File, row.Source.Line, row.Source.Page, row.Source.Sheet, row.Source.Cell, row.Number },
    };

    private static JsonNode Node<T>(T value) => JsonSerializer.SerializeToNode(value, WithNulls)!;
}
