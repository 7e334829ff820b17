namespace OpenPar.Documents.Tests.Corpus;

/// <summary>The labelled annexes are read as they are labelled.</summary>
[Collection("PDF")]
public class CorpusTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Corpus");

    public static TheoryData<string, string> Files() =>
        [.. from annex in CorpusAnnex.All(Folder) from format in new[] { "docx", "xlsx", "pdf" } select (annex.Name, format)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task An_annex_is_read_as_it_is_labelled_and_what_is_not_is_flagged(string name, string format)
    {
        var annex = CorpusAnnex.Load(Path.Combine(Folder, "Annexes", name + ".json"));
        var reading = await CorpusReading.ReadAsync(annex, CorpusReading.File(annex, format, Folder), format, TestContext.Current.CancellationToken);
        var score = CorpusScore.Of(annex, reading);
        var wrong = string.Join('\n', score.Wrong.Take(30));
        Assert.True(score.Accuracy >= 0.99, $"{score.Right} of {score.Cells} cells\n{wrong}");
        Assert.True(score.WrongFlagged == score.WrongCells, $"{score.WrongCells - score.WrongFlagged} wrong cells are not flagged\n{wrong}");
        Assert.True(score.Teds >= 0.99, $"TEDS {score.Teds}\n{wrong}");
    }

    [Fact]
    public void There_are_at_least_twelve_annexes() => Assert.True(CorpusAnnex.All(Folder).Count >= 12);

    [Fact]
    public void Equal_tables_are_alike_and_each_change_costs_its_share()
    {
        string[][] table = [["1", "abcd"], ["2", "efgh"]];
        Assert.Equal(1, TableSimilarity.Of(table, table));
        // Seven nodes: the table, two rows, four cells.
        Assert.Equal(1 - (0.5 / 7), TableSimilarity.Of(table, [["1", "abxy"], ["2", "efgh"]]), 12);
        Assert.Equal(1 - (3.0 / 7), TableSimilarity.Of(table, [["1", "abcd"]]), 12);
        Assert.Equal(1 - (1.0 / 7), TableSimilarity.Of(table, [["1", "abcd"], ["2"]]), 12);
    }
}
