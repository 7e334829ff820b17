using System.Globalization;
using OpenPar.Core.Frameworks;

namespace OpenPar.Documents.Tests.Reading;

/// <summary>Each sample annex reads exactly as its approved result says.</summary>
public class SampleTests
{
    [Theory]
    [InlineData("tab-table")]
    [InlineData("bare-text")]
    [InlineData("faulty")]
    public async Task A_sample_reads_as_approved(string name)
    {
        var annex = await Annexes.ReadFileAsync(Path.Combine(Annexes.SampleFolder, name + ".txt"));
        var expected = await File.ReadAllTextAsync(Path.Combine(Annexes.SampleFolder, name + ".expected"), TestContext.Current.CancellationToken);
        Assert.Equal(expected.TrimEnd(), string.Join('\n', Lines(annex)).TrimEnd(), ignoreLineEndingDifferences: true);
    }

    private static IEnumerable<string> Lines(Annex annex)
    {
        if (annex.Title is not null) yield return $"title: {annex.Title}";
        if (annex.Document is not null) yield return $"document: {annex.Document}";
        foreach (var row in annex.Rows)
        {
            var method = row.Method == ScoringMethod.Unknown ? string.Empty : row.Method.ToString();
            yield return Spaced($"{row.Code} | {row.Title} | {row.MaxPoints?.ToString(CultureInfo.InvariantCulture)} | {method} | {string.Join("; ", row.Lead)} | ")
                + string.Join(' ', row.Flags.Select(flag => flag.Kind));
            if (row.Coordinating.Count > 0) yield return $"  coordinating: {string.Join("; ", row.Coordinating)}";
            if (row.Evidence.Count > 0) yield return $"  evidence: {string.Join(" # ", row.Evidence)}";
            if (row.RuleText is not null) yield return $"  rule: {row.RuleText.Replace("\n", " # ", StringComparison.Ordinal)}";
            if (row.Note is not null) yield return $"  note: {row.Note}";
        }

        foreach (var finding in annex.Findings) yield return $"{finding.Severity} @ {finding.Where.Split("dòng ")[^1]}";
    }

    // An empty cell is written "| |".
    private static string Spaced(string line)
    {
        var cells = line.Split(" | ");
        return string.Join(" | ", cells).Replace(" |  | ", " | | ", StringComparison.Ordinal).Replace(" |  | ", " | | ", StringComparison.Ordinal);
    }
}
