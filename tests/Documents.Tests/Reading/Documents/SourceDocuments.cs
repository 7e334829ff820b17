using System.Text;
using OpenPar.Documents.Reading;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Tests.Reading.Documents;

/// <summary>Short ways to read documents in tests and to look at what came out.</summary>
internal static class SourceDocuments
{
    public static Task<SourceDocument> ReadAsync(byte[] bytes, string name = "mau.bin") =>
        DocumentReader.ReadAsync(new MemoryStream(bytes), name, TestContext.Current.CancellationToken);

    public static Task<SourceDocument> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    public static async Task<SourceDocument> ReadFileAsync(string path)
    {
        await using var file = File.OpenRead(path);
        return await DocumentReader.ReadAsync(file, path, TestContext.Current.CancellationToken);
    }

    public static Table OneTable(this SourceDocument document) => Assert.Single(document.Blocks.OfType<Table>());

    public static List<string> Texts(this SourceDocument document) => [.. document.Blocks.OfType<TextBlock>().Select(block => block.Text)];

    /// <summary>A row as "a | b×2 | c", spans written as columns×rows where they are more than one.</summary>
    public static string Row(this Table table, int row) => string.Join(" | ", table.Cells.Where(cell => cell.Row == row).Select(Shown));

    public static List<string> AllRows(this Table table) => [.. Enumerable.Range(0, table.Rows).Select(table.Row)];

    /// <summary>Fails unless every place of the grid is covered once.</summary>
    public static void IsWhole(this Table table)
    {
        var covered = new int[table.Rows * table.Columns];
        foreach (var cell in table.Cells)
        {
            for (var r = cell.Row; r < cell.Row + cell.RowSpan; r++)
            {
                for (var c = cell.Column; c < cell.Column + cell.ColumnSpan; c++) covered[(r * table.Columns) + c]++;
            }
        }

        Assert.All(covered, times => Assert.Equal(1, times));
    }

    private static string Shown(Cell cell)
    {
        var text = cell.Text.Replace("\n", "⏎", StringComparison.Ordinal);
        if (cell.ColumnSpan > 1) text += $" ↔{cell.ColumnSpan}";
        return cell.RowSpan > 1 ? $"{text} ↕{cell.RowSpan}" : text;
    }
}
