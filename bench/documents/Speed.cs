using System.Diagnostics;
using System.Globalization;
using OpenPar.Documents.Tests.Corpus;

namespace OpenPar.Bench.Documents;

/// <summary>Prints time and memory of reading one long annex, the first reading of a new process.</summary>
internal static class Speed
{
    public static async Task PrintAsync(string corpus, string format, int rows)
    {
        var annex = CorpusAnnex.All(corpus).Single(annex => annex.Name == "three-hundred-rows");
        if (rows > 300) annex = Longer(annex, rows);
        var file = CorpusReading.File(annex, format, corpus);
        // What was needed to make the file is not counted as far as it can be given back.
        GC.Collect();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var read = (await CorpusReading.ReadAsync(annex, file, format, CancellationToken.None)).Rows.Count;
        watch.Stop();
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {rows} rows .{format} | {read} | {watch.Elapsed.TotalSeconds:0.00} s | {(process.TotalProcessorTime - before).TotalSeconds:0.00} s | {process.PeakWorkingSet64 / 1048576} MB |"));
    }

    // Rows of fields without fields below, so that every number is one of its own.
    private static CorpusAnnex Longer(CorpusAnnex annex, int rows)
    {
        var table = annex.Tables[0];
        var leaves = table.Rows.Where(row => row.Cells![2].Length > 0).ToList();
        string Number(int row) => string.Create(CultureInfo.InvariantCulture, $"{(row / 1000) + 1}.{(row / 10 % 100) + 1}.{(row % 10) + 1}");
        return annex with
        {
            Tables = [table with { Rows = [.. Enumerable.Range(0, rows).Select(row => new CorpusLine { Cells = [Number(row), .. leaves[row % leaves.Count].Cells!.Skip(1)] })] }],
        };
    }
}
