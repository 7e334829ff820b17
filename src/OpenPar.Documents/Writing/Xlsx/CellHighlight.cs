using DocumentFormat.OpenXml;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace OpenPar.Documents.Writing.Xlsx;

/// <summary>Cells that take another colour while a formula is true for them.</summary>
/// <param name="Cells">The cells; the formula is written for the first and moves along with the others.</param>
/// <param name="Formula">The formula, without "=".</param>
/// <param name="Ground">Colour of the ground as ARGB.</param>
public sealed record CellHighlight(IReadOnlyList<Area> Cells, string Formula, string Ground)
{
    internal static IEnumerable<S.ConditionalFormatting> All(IReadOnlyList<CellHighlight> highlights, StyleTable styles) =>
        highlights.Select((highlight, i) => new S.ConditionalFormatting(
            new S.ConditionalFormattingRule(new S.Formula(highlight.Formula))
            {
                Type = S.ConditionalFormatValues.Expression,
                FormatId = styles.Highlight(highlight.Ground),
                Priority = i + 1,
            })
        {
            SequenceOfReferences = new ListValue<StringValue> { InnerText = string.Join(' ', highlight.Cells.Select(area => area.ToString())) },
        });
}
