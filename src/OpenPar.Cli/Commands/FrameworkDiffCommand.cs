using System.CommandLine;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Versions;
using OpenPar.Core.Text;

namespace OpenPar.Cli.Commands;

/// <summary><c>openpar framework diff A B</c>: what a newer framework changes, row by row along the proposed mapping.</summary>
internal static class FrameworkDiffCommand
{
    public static Command Create()
    {
        var left = FrameworkArgument.Create("A", "Bộ cũ");
        var right = FrameworkArgument.Create("B", "Bộ mới");
        var format = Output.FormatOption();
        var command = new Command("diff", "So sánh hai bộ chỉ số · compare two frameworks") { left, right, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (await FrameworkArgument.PairAsync(parsed.GetRequiredValue(left), parsed.GetRequiredValue(right), cancellationToken) is not { } pair) return Exit.WrongUse;
            var rows = FrameworkDiff.Between(pair.From, pair.To, FrameworkMapping.Propose(pair.From, pair.To));
            if (parsed.GetRequiredValue(format) == "json") Output.Json(Shape(pair.From, pair.To, rows));
            else Print(pair.From, pair.To, rows);
            return Exit.Ok;
        });
        return command;
    }

    private static object Shape(Framework left, Framework right, IReadOnlyList<RowDifference> rows) => new
    {
        from = left.Id.ToString(),
        to = right.Id.ToString(),
        rows = rows.Where(row => !row.Nothing).Select(row => new
        {
            from = row.Continuation.From.Select(code => code.ToString()),
            to = row.Continuation.To.Select(code => code.ToString()),
            row.Continuation.Relation,
            fromTitle = Titles(left, row.Continuation.From),
            toTitle = Titles(right, row.Continuation.To),
            changes = row.Changes.Select(change => new { change.Field, change.Left, change.Right }),
        }),
        counts = new
        {
            unchanged = rows.Count(row => row.Nothing),
            added = rows.Count(row => row.Continuation.Relation == MappingRelation.New),
            removed = rows.Count(row => row.Continuation.Relation == MappingRelation.Dropped),
            moved = rows.Count(row => row.Has(DiffField.Place)),
            renamed = rows.Count(row => row.Has(DiffField.Title)),
            maxPoints = rows.Count(row => row.Has(DiffField.MaxPoints)),
            method = rows.Count(row => row.Has(DiffField.Method)),
            ruleText = rows.Count(row => row.Has(DiffField.RuleText)),
            rule = rows.Count(row => row.Has(DiffField.Rule)),
        },
    };

    private static void Print(Framework left, Framework right, IReadOnlyList<RowDifference> rows)
    {
        Output.Line($"{left.Id} → {right.Id}");
        foreach (var row in rows.Where(row => !row.Nothing))
        {
            var c = row.Continuation;
            Output.Line($"{string.Join(" + ", c.From)} → {string.Join(" + ", c.To)}  {c.Relation.Name().Vi}");
            if (row.Changes.All(change => change.Field != DiffField.Title)) Output.Line($"    {Titles(right, c.To) ?? Titles(left, c.From)}");
            foreach (var change in row.Changes.Where(change => change.Field != DiffField.Place)) Output.Line($"    {Name(change.Field)}: {Told(change)}");
        }

        Output.Line($"{rows.Count(row => !row.Nothing)} chỗ thay đổi, {rows.Count(row => row.Nothing)} dòng giữ nguyên.");
    }

    private static string Told(FieldChange change) => change.Left is { } left && change.Right is { } right && change.Field != DiffField.MaxPoints
        ? string.Concat(WordDiff.Between(left, right).Select(run => run.Change switch
        {
            TextChange.Removed => $"[-{run.Text}-]",
            TextChange.Added => $"{{+{run.Text}+}}",
            _ => run.Text,
        })).Replace("\n", "\n      ", StringComparison.Ordinal)
        : $"{change.Left ?? "(chưa biết)"} → {(change.Right ?? "(chưa biết)").Replace("\n", "\n      ", StringComparison.Ordinal)}";

    private static string Name(DiffField field) => field switch
    {
        DiffField.Title => "tên",
        DiffField.MaxPoints => "điểm tối đa",
        DiffField.Method => "hình thức đánh giá",
        DiffField.RuleText => "cách chấm",
        DiffField.Guidance => "hướng dẫn",
        DiffField.Evidence => "tài liệu kiểm chứng",
        DiffField.Rule => "quy tắc tính",
        _ => "số",
    };

    private static string? Titles(Framework framework, IReadOnlyList<CriterionCode> codes) =>
        codes.Count == 0 ? null : string.Join("; ", codes.Select(code => framework.Find(code)!.Title));
}
