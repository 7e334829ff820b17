using System.CommandLine;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Text;

namespace OpenPar.Cli.Commands;

/// <summary><c>framework import FILE</c>: reads a criteria or assignment annex and shows what was understood; saves nothing.</summary>
internal static class FrameworkImport
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Phụ lục: Word, Excel, PDF có lớp chữ, HTML hoặc văn bản · annex: Word, Excel, PDF with a text layer, HTML or text" };
        var annexNumber = new Option<int?>("--annex") { Description = "Chỉ đọc bảng N khi tệp có nhiều bảng tiêu chí (số ghi ở tiêu đề, hoặc thứ tự) · read table N of a file with several (as its heading numbers it, or by order)" };
        var format = Output.FormatOption();
        var command = new Command("import", "Đọc phụ lục tiêu chí, phân công; không lưu gì · read an annex, save nothing") { file, annexNumber, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var annex = await AnnexFile.ReadAsync(parsed.GetRequiredValue(file), cancellationToken, parsed.GetValue(annexNumber));
            if (parsed.GetValue(format) == "json") AnnexJson.Write(AnnexJson.Of(annex));
            else WriteText(annex);
            return AnnexFile.HasErrors(annex) ? Exit.Findings : Exit.Ok;
        });
        return command;
    }

    private static void WriteText(Annex annex)
    {
        if (annex.Title is not null) Output.Line(annex.Title);
        if (annex.Document is not null) Output.Line($"({annex.Document})");
        foreach (var row in annex.Rows) WriteRow(row);
        Output.Lines(annex.Findings);
        Output.Line($"{annex.Rows.Count} dòng, {annex.Rows.Sum(row => row.Flags.Count)} chỗ đã suy đoán hoặc sửa, {annex.Findings.Count} vấn đề.");
    }

    private static void WriteRow(AnnexRow row)
    {
        var indent = new string(' ', 2 * (row.Code.Level - 1));
        var points = row.MaxPoints is { } max ? $" · {NumberText.Write(max)} điểm" : string.Empty;
        var method = row.Method == ScoringMethod.Survey ? " · điều tra XHH" : string.Empty;
        var lead = row.Lead.Count > 0 ? $" — {string.Join("; ", row.Lead)}" : string.Empty;
        Output.Line($"{indent}{row.Code} {row.Title}{points}{method}{lead}");
        foreach (var flag in row.Flags) Output.Line($"{indent}    ⚑ {flag.Reason.Vi}");
    }
}
