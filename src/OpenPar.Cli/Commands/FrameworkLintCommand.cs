using System.CommandLine;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Cli.Commands;

/// <summary><c>openpar framework lint PATH</c>: checks a framework before it is used.</summary>
internal static class FrameworkLintCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "Tệp framework.yaml hoặc thư mục gói · framework.yaml or a pack folder" };
        var format = Output.FormatOption();
        var command = new Command("lint", "Kiểm tra bộ chỉ số trước khi dùng · check a framework before it is used") { path, format };
        command.SetAction(parse => Run(parse.GetRequiredValue(path), parse.GetRequiredValue(format) == "json"));
        return command;
    }

    private static int Run(string path, bool json)
    {
        var reading = PackArgument.Read(path);
        var framework = reading.Value;
        List<Finding> findings = [.. reading.Findings];
        if (framework is not null)
            findings.AddRange(FrameworkLinter.Check(framework).Select(f => f with { Where = $"{path} {f.Where}" }));

        if (json) Output.Json(new { framework = framework?.Id.ToString(), summary = framework is null ? null : Summary(framework), findings });
        else Print(framework, findings);
        return findings.Any(f => f.Severity != Severity.Info) ? Exit.Findings : Exit.Ok;
    }

    private static void Print(Framework? framework, List<Finding> findings)
    {
        Output.Lines(findings);
        if (framework is null) return;
        var sum = Summary(framework);
        Output.Line($"{framework.Id}: {sum.Criteria} dòng, {sum.Leaves} tiêu chí chấm điểm, {sum.Executable} có quy tắc chạy được, tổng {NumberText.Write(sum.LeafPoints)} điểm" +
            (sum.UnknownMaxima == 0 ? "." : $" (chưa biết điểm tối đa của {sum.UnknownMaxima} tiêu chí)."));
    }

    private static FrameworkSummary Summary(Framework framework) => new(
        framework.Criteria.Count,
        framework.Fields.Count,
        framework.Leaves.Count,
        framework.Leaves.Sum(l => l.MaxPoints ?? 0),
        framework.Leaves.Count(l => l.MaxPoints is null),
        framework.Leaves.Count(l => l.Rule is not null and not Manual));

    private sealed record FrameworkSummary(int Criteria, int Fields, int Leaves, decimal LeafPoints, int UnknownMaxima, int Executable);
}
