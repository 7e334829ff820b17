using System.CommandLine;
using OpenPar.Core.Findings;
using OpenPar.Core.Plans;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Plans;

namespace OpenPar.Cli.Commands;

/// <summary><c>plan import FILE</c>: reads the tables of a plan and shows what was understood; saves nothing.</summary>
internal static class PlanImport
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Kế hoạch: Word, Excel, PDF có lớp chữ, văn bản, HTML · plan: Word, Excel, PDF with a text layer, text, HTML" };
        var annex = new Option<int?>("--annex") { Description = "Chỉ đọc phụ lục N (số ghi ở tiêu đề, hoặc thứ tự bảng) · read only annex N (as its heading numbers it, or by order)" };
        var kind = new Option<string?>("--kind") { Description = "Đọc như plan (biểu kế hoạch), framework (khung nhiệm vụ) hoặc improvement (kế hoạch cải thiện), dù tiêu đề cột ghi gì · read as this kind" };
        kind.AcceptOnlyFromAmong("plan", "framework", "improvement");
        var format = Output.FormatOption();
        var command = new Command("import", "Đọc kế hoạch; không lưu gì · read a plan, save nothing") { file, annex, kind, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var reading = new PlanReading(parsed.GetValue(annex), Kind(parsed.GetValue(kind)));
            var path = parsed.GetValue(file)!;
            var plan = await OpenedFile.ReadAsync(path, stream => PlanReader.ReadAsync(stream, path, reading, cancellationToken), finding => new Plan(new PlanHead(null, null, null), [], [], [finding]));
            if (parsed.GetValue(format) == "json") Output.Json(PlanJson.Of(plan));
            else WriteText(plan);
            return plan.Findings.Any(finding => finding.Severity == Severity.Error) ? Exit.Findings : Exit.Ok;
        });
        return command;
    }

    private static PlanKind? Kind(string? name) => name switch
    {
        "plan" => PlanKind.PlanTable,
        "framework" => PlanKind.TaskFramework,
        "improvement" => PlanKind.Improvement,
        _ => null,
    };

    private static void WriteText(Plan plan)
    {
        if (plan.Head.Title is { } title) Output.Line(title);
        if (plan.Head.Issuer is { } issuer) Output.Line($"{issuer}{(plan.Head.Year is { } year ? $", năm {year}" : "")}");
        foreach (var annex in plan.Annexes)
        {
            if (plan.Annexes.Count > 1 || annex.Title is not null) Output.Line($"[{annex.Number}] {annex.Title ?? "Bảng không có tên"}: {annex.Rows} dòng, {annex.Sections} mục");
            string? section = null;
            foreach (var row in plan.Rows.Where(row => row.Annex == annex.Number))
            {
                if (row.Section != section) Output.Line($"{section = row.Section}. {row.SectionTitle}");
                WriteRow(row);
            }
        }

        Output.Lines(plan.Findings);
        Output.Line($"{plan.Rows.Count} dòng, {plan.Rows.Sum(row => row.Flags.Count)} chỗ đã suy đoán hoặc sửa, {plan.Findings.Count} vấn đề.");
    }

    private static void WriteRow(PlanRow row)
    {
        var what = row.Tasks.Concat(row.Activities).Concat(row.Objectives).FirstOrDefault() ?? "(không có nội dung)";
        Output.Line($"  {row.Number} {what}".TrimEnd());
        if (row.Lead.Count > 0) Output.Line($"      chủ trì: {string.Join("; ", row.Lead)}{(row.Coordinating.Count > 0 ? $" · phối hợp: {string.Join("; ", row.Coordinating)}" : "")}");
        if (row.Deadline.Text.Length > 0) Output.Line($"      thời gian: {row.Deadline.Text}{Days(row.Deadline)}");
        if (row.Budget.Kind != BudgetKind.None) Output.Line($"      kinh phí: {row.Budget.Text}{(row.Budget.AmountVnd is { } sum ? $" ({NumberText.Write(sum)} đồng)" : "")}");
        foreach (var flag in row.Flags) Output.Line($"      ⚑ {flag.Reason.Vi}");
    }

    private static string Days(Deadline deadline) => (deadline.From, deadline.To) switch
    {
        (null, null) => string.Empty,
        (null, { } to) => $" (đến {DayText.Write(to)})",
        ({ } from, null) => $" (từ {DayText.Write(from)})",
        ({ } from, { } to) => $" ({DayText.Write(from)}–{DayText.Write(to)})",
    };
}
