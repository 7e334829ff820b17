using System.CommandLine;
using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Dmn.Tck;
using OpenPar.Core.Text;

namespace OpenPar.Cli.Commands;

/// <summary><c>openpar dmn tck FOLDER</c>: runs the test files of the DMN Technology Compatibility Kit under a folder.</summary>
internal static class DmnTckCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "Thư mục có .dmn và tệp kiểm thử .xml · folder of models and test files" };
        var format = Output.FormatOption();
        var command = new Command("tck", "Chạy bộ kiểm thử tương thích DMN TCK · run the conformance kit") { folder, format };
        command.SetAction(parse => Run(parse.GetRequiredValue(folder), parse.GetRequiredValue(format) == "json"));
        return command;
    }

    private static int Run(string folder, bool json)
    {
        var findings = new List<Finding>();
        var suites = Files(folder, findings).Select(file => Suite(file, findings)).OfType<TckOutcome>().ToList();
        if (suites.Count == 0 && findings.Count == 0)
            findings.Add(Finding.Error(folder, new LocalText("Thư mục không có tệp kiểm thử DMN nào.", "The folder holds no DMN test file."),
                new LocalText("Nêu thư mục có tệp .xml (testCases) đặt cạnh mô hình .dmn.", "Name a folder with .xml files (testCases) beside the .dmn models.")));
        var (passed, failed) = (suites.Sum(suite => suite.Passed), suites.Sum(suite => suite.Failed));
        if (json) Output.Json(new { suites, passed, failed, skipped = suites.Sum(suite => suite.Skipped), findings });
        else Print(suites, passed, failed, findings);
        return failed > 0 || suites.Count == 0 ? Exit.Findings : Exit.Ok;
    }

    private static List<string> Files(string folder, List<Finding> findings)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(PackArgument.CannotOpen(folder));
            return [];
        }
    }

    // XML files that are no test files are nobody's concern here.
    private static TckOutcome? Suite(string file, List<Finding> findings)
    {
        var reading = Read(file);
        findings.AddRange(reading.Findings);
        if (reading.Value is not { } suite) return null;
        var name = Path.GetFileNameWithoutExtension(file);
        var program = new DmnFolder().Open(Path.Combine(Path.GetDirectoryName(file) ?? ".", suite.ModelName));
        if (program.Value is { } ready) return TckRunner.Run(name, suite, ready, FeelClock.Now());
        findings.AddRange(program.Findings);
        var reason = program.Findings.Count > 0 ? program.Findings[0].Message.En : "the model cannot be read";
        return new TckOutcome(name, 0, suite.Cases.Count, 0, suite.Cases.Select(test => new TckFailure(test.Id, null, "a model that can be read", reason)).ToList());
    }

    private static FileReading<TckSuite> Read(string file)
    {
        try
        {
            using var text = new StreamReader(file);
            return TckReader.Read(text, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new FileReading<TckSuite>(null, [PackArgument.CannotOpen(file)]);
        }
    }

    private static void Print(List<TckOutcome> suites, int passed, int failed, List<Finding> findings)
    {
        foreach (var suite in suites)
        {
            Output.Line($"{(suite.Failed == 0 ? "ĐẠT " : "HỎNG")} {suite.Name}: {suite.Passed} đạt, {suite.Failed} hỏng");
            foreach (var failure in suite.Failures) Output.Line($"    {failure.Case} {failure.Node}: cần {failure.Expected}, được {failure.Actual}");
        }

        Output.Lines(findings);
        Output.Line($"{suites.Count} bộ: {passed} đạt, {failed} hỏng.");
    }
}
