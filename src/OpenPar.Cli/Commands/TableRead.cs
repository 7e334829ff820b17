using System.CommandLine;
using OpenPar.Core.Findings;
using OpenPar.Documents.Reading.Plans;

namespace OpenPar.Cli.Commands;

/// <summary><c>table read FILE</c>: shows every table of a file with what it is and its cells typed; saves nothing.</summary>
internal static class TableRead
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Word, Excel, PDF, HTML hoặc văn bản · Word, Excel, PDF, HTML or text" };
        var format = Output.FormatOption();
        var command = new Command("read", "Đọc mọi bảng của tệp, ô có kiểu; không lưu gì · read all tables of a file, save nothing") { file, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            var reading = await OpenedFile.ReadAsync(path, stream => TableReader.ReadAsync(stream, path, cancellationToken), finding => new TableReading([], [finding]));
            if (parsed.GetValue(format) == "json") Output.Json(Document(reading));
            else WriteText(reading);
            return reading.Findings.Any(finding => finding.Severity == Severity.Error) ? Exit.Findings : Exit.Ok;
        });
        return command;
    }

    private static object Document(TableReading reading) => new
    {
        Tables = reading.Tables.Select(table => new
        {
            table.Number,
            table.Title,
            table.Recognition.Kind,
            Reason = table.Recognition.Reason.Vi,
            Header = table.Heads,
            Rows = table.Rows.Select(row => new
            {
                Cells = row.Cells.Select(cell => new { cell.Text, cell.Kind, Value = cell.Number, cell.Names, Flags = cell.Flags.Select(flag => new { flag.Kind, Reason = flag.Reason.Vi }) }),
                Source = new { row.Place.Line, row.Place.Page, row.Place.Sheet, row.Place.Cell },
            }),
        }),
        Findings = reading.Findings.Select(AnnexJson.Of),
    };

    private static void WriteText(TableReading reading)
    {
        foreach (var table in reading.Tables)
        {
            Output.Line($"[{table.Number}] {table.Title ?? "Bảng không có tên"}");
            Output.Line(string.Join(" | ", table.Heads));
            foreach (var row in table.Rows)
            {
                Output.Line(string.Join(" | ", row.Cells.Select(cell => cell.Text.Replace('\n', ' '))));
                foreach (var flag in row.Cells.SelectMany(cell => cell.Flags).Distinct()) Output.Line($"    ⚑ {flag.Reason.Vi}");
            }
        }

        Output.Lines(reading.Findings);
        Output.Line($"{reading.Tables.Count} bảng, {reading.Tables.Sum(table => table.Rows.Count)} dòng, {reading.Findings.Count} vấn đề.");
    }
}
