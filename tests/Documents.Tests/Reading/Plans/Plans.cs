using System.Globalization;
using System.Text;
using OpenPar.Core.Plans;
using OpenPar.Documents.Reading.Plans;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Tests.Reading.Plans;

/// <summary>Short ways to read plans in tests and to write down what was read.</summary>
internal static class Plans
{
    public static async Task<Plan> ReadFileAsync(string path, PlanReading? reading = null)
    {
        await using var file = File.OpenRead(path);
        return await PlanReader.ReadAsync(file, path, reading ?? new PlanReading(), TestContext.Current.CancellationToken);
    }

    public static Task<Plan> ReadAsync(string text, PlanReading? reading = null) =>
        PlanReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), "mau.txt", reading ?? new PlanReading(), TestContext.Current.CancellationToken);

    public static Plan Read(params Block[] blocks) => PlanReader.Read(Document(blocks), new PlanReading());

    public static SourceDocument Document(params Block[] blocks) => new("mau.docx", blocks, []);

    public static TextBlock Text(string text, int line = 1) => new(text, new Place(line));

    /// <summary>A table from its rows; "^" is covered by the cell above, "&lt;" by the cell to the left.</summary>
    public static Table Grid(params string[][] rows)
    {
        var cells = new List<Cell>();
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < rows[r].Length; c++)
            {
                if (rows[r][c] is "^" or "<") continue;
                var down = 1;
                while (r + down < rows.Length && rows[r + down][c] == "^") down++;
                var right = 1;
                while (c + right < rows[r].Length && rows[r][c + right] == "<") right++;
                cells.Add(new Cell(r, c, down, right, rows[r][c], new Place(r + 10)));
            }
        }

        return new Table(rows.Length, rows[0].Length, cells, new Place(10));
    }

    /// <summary>What was read, one line a fact.</summary>
    public static IEnumerable<string> Lines(Plan plan)
    {
        yield return $"plan: {plan.Head.Title} | {plan.Head.Year} | {plan.Head.Issuer}";
        foreach (var annex in plan.Annexes) yield return $"annex {annex.Number}: {annex.Kind} | {annex.Title} | {annex.Rows} | {annex.Sections}";
        foreach (var row in plan.Rows)
        {
            yield return $"{row.Section} {row.SectionTitle} / {row.Number} @ {row.Source.Line}";
            foreach (var (name, values) in Lists(row).Where(list => list.Values.Count > 0)) yield return $"  {name}: {string.Join(" # ", values)}";
            yield return $"  time: {row.Deadline.Kind} {Day(row.Deadline.From)}..{Day(row.Deadline.To)} “{row.Deadline.Text}”";
            yield return $"  money: {row.Budget.Kind} {row.Budget.AmountVnd?.ToString(CultureInfo.InvariantCulture)} “{row.Budget.Text}”";
            foreach (var flag in row.Flags) yield return $"  ! {flag.Kind}: {flag.Reason.Vi}";
        }

        foreach (var finding in plan.Findings) yield return $"{finding.Severity}: {finding.Message.Vi}";
    }

    private static (string Name, IReadOnlyList<string> Values)[] Lists(PlanRow row) =>
    [
        ("objectives", row.Objectives), ("tasks", row.Tasks), ("activities", row.Activities), ("products", row.Products),
        ("lead", row.Lead), ("coordinating", row.Coordinating),
    ];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
