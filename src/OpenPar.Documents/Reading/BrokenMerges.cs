using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading;

/// <summary>
/// Follows merged cells over page breaks: what such a cell says is printed on its first page only, so that the next page begins with a
/// blank cell. Whether it goes on there is a guess, to be flagged.
/// </summary>
internal sealed class BrokenMerges
{
    private readonly Dictionary<AnnexColumn, (Cell Cell, string Text)> open = [];

    /// <summary>The text of the merged cell a blank cell goes on with; null when there is none. To be asked of every row in order.</summary>
    public string? TextOf(AnnexColumn column, Cell cell, string text, int row, bool newPage, bool heading)
    {
        if (text.Length > 0)
        {
            if (cell.RowSpan > 1) open[column] = (cell, text);
            else open.Remove(column);
            return null;
        }

        if (!heading && open.TryGetValue(column, out var above) && (ReferenceEquals(above.Cell, cell) || (newPage && cell.Row == row)))
        {
            open[column] = (cell, above.Text);
            return above.Text;
        }

        open.Remove(column);
        return null;
    }
}
