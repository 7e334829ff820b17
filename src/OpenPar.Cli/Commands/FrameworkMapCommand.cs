using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Versions;

namespace OpenPar.Cli.Commands;

/// <summary><c>openpar framework map FROM TO</c>: proposes how the rows of an older framework continue in a newer one.</summary>
internal static class FrameworkMapCommand
{
    public static Command Create()
    {
        var from = FrameworkArgument.Create("FROM", "Bộ cũ");
        var to = FrameworkArgument.Create("TO", "Bộ mới");
        var format = Output.FormatOption();
        var command = new Command("map", "Đề xuất dòng nào tiếp nối dòng nào · propose how rows continue") { from, to, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (await FrameworkArgument.PairAsync(parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), cancellationToken) is not { } pair) return Exit.WrongUse;
            var proposals = FrameworkMapping.Propose(pair.From, pair.To);
            if (parsed.GetRequiredValue(format) == "json") Output.Json(Shape(pair.From, pair.To, proposals));
            else Print(pair.From, pair.To, proposals);
            return Exit.Ok;
        });
        return command;
    }

    private static object Shape(Framework from, Framework to, IReadOnlyList<Continuation> proposals) => new
    {
        from = from.Id.ToString(),
        to = to.Id.ToString(),
        mappings = proposals.Select(c => new
        {
            from = c.From.Select(code => code.ToString()),
            to = c.To.Select(code => code.ToString()),
            c.Relation,
            confidence = Math.Round(c.Confidence, 4),
            reason = string.Join(' ', c.Reasons.Select(r => r.Vi)),
        }),
        counts = Enum.GetValues<MappingRelation>().ToDictionary(r => JsonNamingPolicy.CamelCase.ConvertName(r.ToString()), r => proposals.Count(c => c.Relation == r)),
    };

    private static void Print(Framework from, Framework to, IReadOnlyList<Continuation> proposals)
    {
        Output.Line($"{from.Id} → {to.Id}");
        foreach (var c in proposals)
        {
            Output.Line(string.Create(CultureInfo.InvariantCulture, $"{Side(c.From)} → {Side(c.To)}  {c.Relation.Name().Vi}  {Math.Floor(100 * c.Confidence)}%"));
            foreach (var code in c.From) Output.Line($"    − {from.Find(code)!.Title}");
            foreach (var code in c.To) Output.Line($"    + {to.Find(code)!.Title}");
            Output.Line($"    {string.Join(' ', c.Reasons.Select(r => r.Vi))}");
        }

        Output.Line(string.Join(", ", Enum.GetValues<MappingRelation>().Select(r => $"{r.Name().Vi}: {proposals.Count(c => c.Relation == r)}")));
    }

    private static string Side(IReadOnlyList<CriterionCode> codes) => codes.Count == 0 ? "(không có)" : string.Join(" + ", codes);
}
