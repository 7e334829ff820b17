using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Fonts;

/// <summary>Converts a whole document whose letters show an old font that the file does not name, every place marked.</summary>
internal static class OldFontRepair
{
    private const int Sample = 100_000;

    public static SourceDocument Apply(SourceDocument document)
    {
        if (OldFontGuess.Of(SampleOf(document)) is not { } font) return document;
        return document with
        {
            Blocks = [.. document.Blocks.Select(block => Converted(block, font))],
            Findings = [.. document.Findings, DocumentFindings.OldFont(document.File, font.Name)],
        };
    }

    private static string SampleOf(SourceDocument document)
    {
        var text = new System.Text.StringBuilder();
        foreach (var part in document.Blocks.SelectMany(Texts))
        {
            if (text.Length > Sample) break;
            text.Append(part).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Texts(Block block) => block is Table table ? table.Cells.Select(cell => cell.Text) : [((TextBlock)block).Text];

    private static Block Converted(Block block, OldFont font) => block switch
    {
        TextBlock text when font.Convert(text.Text) is var plain && plain != text.Text => text with { Text = plain, Marks = [.. text.Marks, font.Mark()] },
        Table table => table with { Cells = [.. table.Cells.Select(cell => Converted(cell, font))] },
        _ => block,
    };

    private static Cell Converted(Cell cell, OldFont font) =>
        font.Convert(cell.Text) is var plain && plain != cell.Text ? cell with { Text = plain, Marks = [.. cell.Marks, font.Mark()] } : cell;
}
