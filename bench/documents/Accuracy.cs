using System.Globalization;
using OpenPar.Documents.Tests.Corpus;

namespace OpenPar.Bench.Documents;

/// <summary>Prints how well each annex of the corpus is read, by kind and by format.</summary>
internal static class Accuracy
{
    private static readonly string[] Formats = ["docx", "xlsx", "pdf"];

    public static async Task PrintAsync(string corpus)
    {
        var scores = new List<(CorpusAnnex Annex, string Format, CorpusScore Score)>();
        foreach (var annex in CorpusAnnex.All(corpus))
        {
            foreach (var format in Formats)
            {
                var reading = await CorpusReading.ReadAsync(annex, CorpusReading.File(annex, format, corpus), format, CancellationToken.None);
                scores.Add((annex, format, CorpusScore.Of(annex, reading)));
            }
        }

        Console.WriteLine("| annex | kind | file | cells | right | % | TEDS | wrong and flagged |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var (annex, format, score) in scores) Line(annex.Name, annex.Kind, format, [score]);
        Console.WriteLine();
        Console.WriteLine("| kind | file | cells | right | % | TEDS (mean) | wrong and flagged |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var group in scores.GroupBy(one => (one.Annex.Kind, one.Format)).OrderBy(group => group.Key.Kind, StringComparer.Ordinal)) Line(group.Key.Kind, group.Key.Format, null, [.. group.Select(one => one.Score)]);
        Line("all", "all", null, [.. scores.Select(one => one.Score)]);
        var wrong = scores.SelectMany(one => one.Score.Wrong.Select(text => $"- .{one.Format} {text}")).ToList();
        if (wrong.Count == 0) return;
        Console.WriteLine();
        Console.WriteLine("Wrong cells (expected ≠ read):");
        Console.WriteLine();
        foreach (var text in wrong) Console.WriteLine(text);
    }

    private static void Line(string first, string second, string? third, IReadOnlyList<CorpusScore> scores)
    {
        var (cells, right, flagged) = (scores.Sum(score => score.Cells), scores.Sum(score => score.Right), scores.Sum(score => score.WrongFlagged));
        var heads = third is null ? $"| {first} | {second} |" : $"| {first} | {second} | {third} |";
        var share = cells == right ? "–" : $"{flagged} of {cells - right}";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{heads} {cells} | {right} | {100.0 * right / cells:0.00} | {scores.Average(score => score.Teds):0.0000} | {share} |"));
    }
}
