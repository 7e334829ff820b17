using System.Text.Json;
using OpenPar.Core.Frameworks;

namespace OpenPar.Core.Papers;

/// <summary>What a recorded state says, read back from its canonical JSON.</summary>
/// <param name="Values">The named values.</param>
/// <param name="Tables">The tables; days have become texts.</param>
/// <param name="Rounding">How points are shown.</param>
public sealed record RecordedState(IReadOnlyList<PaperValue> Values, IReadOnlyList<PaperTable> Tables, OutputRounding Rounding)
{
    /// <summary>Reads a state that <see cref="PaperState"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no such state.</exception>
    public static RecordedState Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new RecordedState(
            [.. root.GetProperty("values").EnumerateArray().Select(value => new PaperValue(Text(value, "name"), Text(value, "label"), Text(value, "text")))],
            [.. root.GetProperty("tables").EnumerateArray().Select(Table)],
            new OutputRounding(root.GetProperty("digits").GetInt32(), Enum.Parse<RoundingMode>(Text(root, "rounding"))));
    }

    private static PaperTable Table(JsonElement table) => new(
        Text(table, "name"), Text(table, "title"),
        [.. table.GetProperty("columns").EnumerateArray()
            .Select(column => new PaperColumn(Text(column, "name"), Text(column, "head"), 1, Enum.Parse<PaperColumnKind>(Text(column, "kind"))))],
        [.. table.GetProperty("rows").EnumerateArray().Select(row => new PaperRow(
            Enum.Parse<PaperRowLook>(Text(row, "look")), [.. row.GetProperty("cells").EnumerateArray().Select(Cell)]))]);

    private static PaperCell Cell(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Number => PaperCell.Of(cell.GetDecimal()),
        JsonValueKind.Null => PaperCell.Empty,
        _ => PaperCell.Of(cell.GetString()),
    };

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
