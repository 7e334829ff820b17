using System.CommandLine;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Results;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;
using OpenPar.Documents.Facts;

namespace OpenPar.Cli.Commands;

/// <summary><c>openpar score</c>: points of each unit and leaf from a table of declared figures; rules that compare units look at all units of the table.</summary>
internal static class ScoreCommand
{
    public static Command Create()
    {
        var path = PackArgument.FrameworkOption(required: true);
        var facts = new Option<string>("--facts") { Description = "Tệp CSV: unit,code,fact,value · CSV file", Required = true };
        var calendars = PackArgument.CalendarOption();
        var explain = new Option<bool>("--explain") { Description = "Kèm cách tính từng tiêu chí · with the explanation of each row" };
        var format = Output.FormatOption();
        var command = new Command("score", "Tính điểm từ số liệu kê khai · points from declared figures") { path, facts, calendars, explain, format };
        command.SetAction(parse => Run(
            parse.GetRequiredValue(path)!, parse.GetRequiredValue(facts), parse.GetValue(calendars) ?? [], parse.GetValue(explain), parse.GetRequiredValue(format) == "json"));
        return command;
    }

    private static int Run(string path, string factsFile, string[] calendars, bool explain, bool json)
    {
        var reading = PackArgument.Read(path);
        List<Finding> findings = [.. reading.Findings];
        var years = calendars.Select(PackArgument.ReadCalendar).ToList();
        findings.AddRange(years.SelectMany(y => y.Findings));
        IReadOnlyList<(string Unit, ScoredSheet Sheet)> sheets = [];
        if (reading.Value is { } framework)
        {
            // A framework that contradicts itself scores nobody; warnings and gaps do not stop it.
            findings.AddRange(FrameworkLinter.Check(framework).Where(f => f.Severity == Severity.Error).Select(f => f with { Where = $"{path} {f.Where}" }));
            if (!PackArgument.Blocks(findings)) sheets = Sheets(framework, factsFile, WorkingCalendar.Of([.. years.Select(y => y.Value!)]), findings);
        }

        if (json) Output.Json(new { units = sheets.Select(s => Shape(s.Unit, s.Sheet, reading.Value!.Rounding, explain)).ToList(), findings });
        else Print(sheets, reading.Value?.Rounding ?? OutputRounding.Published, explain, findings);
        return findings.Count > 0 ? Exit.Findings : Exit.Ok;
    }

    private static IReadOnlyList<(string Unit, ScoredSheet Sheet)> Sheets(Framework framework, string file, WorkingCalendar calendar, List<Finding> findings)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var table = FactCsv.Read(stream, file, framework);
            findings.AddRange(table.Findings);
            var sheets = ScoredSheet.OfGroup(framework, [.. table.Units.Select(u => u.Leaves.ToDictionary(l => l.Key, l => l.Value.On(calendar)))]);
            return [.. table.Units.Zip(sheets, (u, sheet) => (u.Unit, sheet))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            findings.Add(PackArgument.CannotOpen(file));
            return [];
        }
    }

    private static object Shape(string unit, ScoredSheet sheet, OutputRounding rounding, bool explain) => new
    {
        unit,
        rows = sheet.Rows.Select(r => new
        {
            code = r.Leaf.Code.ToString(),
            r.Row.Score.Points,
            r.Leaf.MaxPoints,
            r.Row.Score.Outcome,
            explanation = explain ? r.Row.Explanation : null,
        }).ToList(),
        fields = sheet.Totals.Fields.Select(f => Shape(f, rounding)).ToList(),
        total = Shape(sheet.Totals.Total, rounding),
    };

    /// <summary>Points are exact; <c>shown</c> is the same number rounded as the framework publishes it.</summary>
    private static object Shape(NodeTotal t, OutputRounding rounding) => new
    {
        code = t.Code?.ToString(),
        t.Title,
        t.Points,
        shown = rounding.Apply(t.Points),
        t.MaxPoints,
        t.Lost,
        open = t.OpenLeaves,
        t.OpenPoints,
        t.UnknownMaxima,
    };

    private static void Print(IReadOnlyList<(string Unit, ScoredSheet Sheet)> sheets, OutputRounding rounding, bool explain, List<Finding> findings)
    {
        foreach (var (unit, sheet) in sheets)
        {
            Output.Line(unit);
            foreach (var row in sheet.Rows.Where(r => r.Row.Score.Points is not null))
                Output.Line(explain ? $"  {row.Leaf.Code} {row.Row.Explanation.ToText("vi").Replace("\n", "\n  ", StringComparison.Ordinal)}" : $"  {row.Leaf.Code}  {Number(row.Row.Score.Points, rounding)}/{Number(row.Leaf.MaxPoints, rounding)}");
            foreach (var total in sheet.Totals.Fields.Append(sheet.Totals.Total))
                Output.Line($"  {total.Code?.ToString() ?? "TỔNG"}. {total.Title}: {Number(total.Points, rounding)}/{Number(total.MaxPoints, rounding)}, mất {Number(total.Lost, rounding)}, chưa chấm {total.OpenLeaves} tiêu chí");
        }

        Output.Lines(findings);
    }

    private static string Number(decimal? value, OutputRounding rounding) =>
        value is { } number ? NumberText.Write(rounding.Apply(number)) : "chưa biết";
}
