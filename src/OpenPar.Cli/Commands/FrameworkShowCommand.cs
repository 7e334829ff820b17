using System.CommandLine;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;
using OpenPar.Documents.Packs;

namespace OpenPar.Cli.Commands;

/// <summary><c>openpar framework show CODE</c>: one criterion with its official text, evidence and figures.</summary>
internal static class FrameworkShowCommand
{
    public static Command Create()
    {
        var code = new Argument<string>("CODE") { Description = "Mã tiêu chí, ví dụ 3.4.1 · code of a criterion" };
        var path = PackArgument.FrameworkOption(required: false);
        var format = Output.FormatOption();
        var command = new Command("show", "Xem một tiêu chí · show one criterion") { code, path, format };
        command.SetAction(parse => Run(parse.GetRequiredValue(code), parse.GetValue(path), parse.GetRequiredValue(format) == "json"));
        return command;
    }

    private static int Run(string code, string? path, bool json)
    {
        path ??= Path.Combine(PackFolder.Root() ?? "packs", PackArgument.DefaultFramework);
        var reading = PackArgument.Read(path);
        List<Finding> findings = [.. reading.Findings];
        var criterion = reading.Value is { } framework && CriterionCode.TryParse(code, out var parsed) ? framework.Find(parsed) : null;
        if (reading.Value is not null && criterion is null)
            findings.Add(Finding.Error(path, new LocalText($"Không có tiêu chí “{code}”.", $"There is no criterion “{code}”."), new LocalText("Xem mã trong bộ chỉ số, ví dụ 3.4.1.", "Look the code up in the framework, such as 3.4.1.")));

        if (json) Output.Json(new { framework = reading.Value?.Id.ToString(), criterion = criterion is null ? null : Shape(criterion, reading.Value!), findings });
        else if (criterion is not null) Print(criterion, reading.Value!);
        if (!json) Output.Lines(findings);
        return findings.Any(f => f.Severity != Severity.Info) ? Exit.Findings : Exit.Ok;
    }

    private static object Shape(Criterion c, Framework framework) => new
    {
        code = c.Code.ToString(),
        c.Code.Level,
        c.Title,
        c.MaxPoints,
        c.Method,
        c.Requirement,
        c.RuleText,
        c.Guidance,
        c.Note,
        c.Evidence,
        c.Source,
        c.Rule,
        children = framework.ChildrenOf(c.Code).Select(child => child.Code.ToString()).ToList(),
    };

    private static void Print(Criterion c, Framework framework)
    {
        Output.Line($"{c.Code}  {c.Title}");
        Output.Line($"Điểm tối đa: {(c.MaxPoints is { } max ? NumberText.Write(max) : "chưa biết")}");
        if (framework.IsLeaf(c.Code))
            Output.Line("Hình thức: " + c.Method switch { ScoringMethod.Survey => "điều tra xã hội học", ScoringMethod.SelfAssessed => "tự đánh giá", _ => "chưa biết" });
        Section("Cách tính điểm", c.RuleText);
        Section("Hướng dẫn", c.Guidance);
        Section("Ghi chú", c.Note);
        Section("Tài liệu kiểm chứng", c.Evidence.Count == 0 ? null : string.Join('\n', c.Evidence.Select(e => "- " + e)));
        Section("Số liệu kê khai", c.Rule is { Needs.Count: > 0 } rule ? string.Join('\n', rule.Needs.Select(Figure)) : null);
        foreach (var child in framework.ChildrenOf(c.Code))
            Output.Line($"  {child.Code}  {child.Title} ({(child.MaxPoints is { } m ? NumberText.Write(m) : "chưa biết")})");
        Section("Nguồn", c.Source);
    }

    private static string Figure(FactDefinition fact) => $"{fact.Name}: {fact.Label}{(fact.Unit is null ? "" : $" ({fact.Unit})")}";

    private static void Section(string head, string? text)
    {
        if (text is not null) Output.Line($"{head}:\n  {text.Replace("\n", "\n  ", StringComparison.Ordinal)}");
    }
}
