using System.CommandLine;
using OpenPar.Core.Frameworks;

namespace OpenPar.Cli.Commands;

/// <summary><c>framework compare FILE1 FILE2</c>: where two annexes disagree, with both values.</summary>
internal static class FrameworkCompare
{
    public static Command Create()
    {
        var left = new Argument<string>("FILE1") { Description = "Phụ lục thứ nhất · first annex" };
        var right = new Argument<string>("FILE2") { Description = "Phụ lục thứ hai · second annex" };
        var format = Output.FormatOption();
        var command = new Command("compare", "So sánh hai phụ lục · compare two annexes") { left, right, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var first = await AnnexFile.ReadAsync(parsed.GetRequiredValue(left), cancellationToken);
            var second = await AnnexFile.ReadAsync(parsed.GetRequiredValue(right), cancellationToken);
            var usable = !AnnexFile.HasErrors(first) && !AnnexFile.HasErrors(second);
            var differences = usable ? AnnexComparison.Compare(first, second) : [];
            if (parsed.GetValue(format) == "json") WriteJson(differences, usable ? null : [first, second]);
            else WriteText(differences, first, second);
            return usable ? Exit.Ok : Exit.Findings;
        });
        return command;
    }

    // Findings are part of the answer only where they are the reason that there is no comparison.
    private static void WriteJson(IReadOnlyList<AnnexDifference> differences, Annex[]? unusable) =>
        AnnexJson.Write(unusable is null
            ? new { Differences = differences.Select(AnnexJson.Of) }
            : new { Differences = differences.Select(AnnexJson.Of), Findings = unusable.SelectMany(annex => annex.Findings).Select(AnnexJson.Of) });

    private static void WriteText(IReadOnlyList<AnnexDifference> differences, Annex first, Annex second)
    {
        foreach (var difference in differences)
        {
            Output.Line($"{difference.Code} · {Name(difference.Field)}");
            Output.Line($"    1: {difference.Left ?? "(không có)"}");
            Output.Line($"    2: {difference.Right ?? "(không có)"}");
        }

        Output.Lines(first.Findings.Concat(second.Findings).Where(finding => finding.Severity == Core.Findings.Severity.Error));
        Output.Line($"{differences.Count} điểm khác nhau.");
    }

    private static string Name(AnnexField field) => field switch
    {
        AnnexField.Presence => "chỉ có ở một tệp",
        AnnexField.Title => "tên tiêu chí",
        AnnexField.MaxPoints => "điểm tối đa",
        AnnexField.Method => "phương pháp",
        AnnexField.Lead => "cơ quan chủ trì",
        AnnexField.Coordinating => "cơ quan phối hợp",
        AnnexField.Requirement => "yêu cầu",
        AnnexField.Evidence => "tài liệu kiểm chứng",
        AnnexField.RuleText => "cách tính điểm",
        _ => "ghi chú",
    };
}
