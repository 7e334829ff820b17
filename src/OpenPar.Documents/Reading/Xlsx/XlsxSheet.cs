using System.Xml;
using OpenPar.Documents.Reading.Fonts;
using OpenPar.Documents.Reading.Package;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Xlsx;

/// <summary>A cell of a sheet that shows something; row and column from 1.</summary>
internal readonly record struct SheetCell(int Row, int Column, string Text, IReadOnlyList<CellMark> Marks)
{
    /// <summary>The number behind what is shown; null for a text and for a day or time.</summary>
    public decimal? Number { get; init; }

    /// <summary>The day behind what is shown, when the cell shows one.</summary>
    public DateOnly? Day { get; init; }
}

/// <summary>The cells of one sheet that show something, its merges, and what of it is hidden.</summary>
internal sealed class XlsxSheet(string name, XlsxStyles styles, List<SharedText> texts, DocumentDraft draft)
{
    private const int Merges = 100_000;
    private int row;
    private int column;

    public string Name { get; } = name;

    /// <summary>By row, then column, as a sound file has them.</summary>
    public List<SheetCell> Cells { get; } = [];

    public bool Any => Cells.Count > 0;

    /// <summary>Cells with a formula that has no result, or an error for one.</summary>
    public HashSet<(int Row, int Column)> Unresolved { get; } = [];

    /// <summary>Cells whose value a formula gives.</summary>
    public HashSet<(int Row, int Column)> Computed { get; } = [];

    public HashSet<int> HiddenRows { get; } = [];

    public List<(int From, int To)> HiddenColumns { get; } = [];

    /// <summary>Merged ranges by their upper left cell: last row and last column.</summary>
    public Dictionary<(int Row, int Column), (int Row, int Column)> Merged { get; } = [];

    public void Read(XmlReader reader)
    {
        reader.MoveToContent();
        reader.Children(name =>
        {
            switch (name)
            {
                case "cols": reader.Children(_ => Column(reader)); break;
                case "sheetData": reader.Children(_ => Row(reader)); break;
                case "mergeCells": reader.Children(_ => Merge(reader)); break;
                default: reader.Skip(); break;
            }
        });
    }

    private void Column(XmlReader reader)
    {
        if (reader.Attribute("hidden") is "1" or "true" && PackageXml.Number(reader.Attribute("min")) is { } from && PackageXml.Number(reader.Attribute("max")) is { } to)
            HiddenColumns.Add((from, to));
        reader.Skip();
    }

    private void Row(XmlReader reader)
    {
        row = PackageXml.Number(reader.Attribute("r")) is >= 1 and <= 1_048_576 and var stated ? stated : row + 1;
        column = 0;
        if (reader.Attribute("hidden") is "1" or "true") HiddenRows.Add(row);
        if (draft.Full) reader.Skip();
        else reader.Children(_ => Cell(reader));
    }

    private void Merge(XmlReader reader)
    {
        if (reader.Attribute("ref")?.Split(':') is [var first, var last] && SheetCode.Read(first) is { } from && SheetCode.Read(last) is { } to
            && to.Row >= from.Row && to.Column >= from.Column && Merged.Count < Merges) Merged.TryAdd(from, to);
        reader.Skip();
    }

    private void Cell(XmlReader reader)
    {
        var (type, style) = (reader.Attribute("t"), PackageXml.Number(reader.Attribute("s")) ?? 0);
        var place = reader.Attribute("r") is { } code ? SheetCode.Read(code) : null;
        column = place?.Column ?? column + 1;
        var at = place?.Row ?? row;
        string? value = null;
        SharedText? rich = null;
        var formula = false;
        reader.Children(name =>
        {
            if (name == "v") value = reader.ReadElementContentAsString();
            else if (name == "is") rich = SharedText.Of(reader.Tree(20_000, out _));
            else
            {
                formula |= name == "f";
                reader.Skip();
            }
        });
        if (formula && string.IsNullOrEmpty(value) && type != "str") draft.Once("formula" + Name, () => SheetFindings.NoValue(Where(at)));
        if (formula && Computed.Count < ReadingLimits.Cells) Computed.Add((at, column));
        if ((type == "e" || (formula && string.IsNullOrEmpty(value) && type != "str")) && Unresolved.Count < ReadingLimits.Cells) Unresolved.Add((at, column));
        if (type == "e") draft.Once("error" + Name, () => SheetFindings.ErrorValue(Where(at), value ?? string.Empty));
        Keep(at, type, value, rich, style);
    }

    private void Keep(int at, string? type, string? value, SharedText? rich, int style)
    {
        OldFont? converted = null;
        var text = type switch
        {
            "s" => PackageXml.Number(value) is >= 0 and var id && id < texts.Count ? texts[id].Write(styles.Font(style), out converted) : string.Empty,
            "inlineStr" => rich?.Write(styles.Font(style), out converted),
            "str" => SharedText.Plain(value ?? string.Empty),
            "b" => value == "1" ? "TRUE" : "FALSE",
            "e" => value,
            "d" => value,
            _ => value is null ? rich?.Write(styles.Font(style), out converted) : styles.Format(style).Write(value),
        };
        if (string.IsNullOrWhiteSpace(text) || column is < 1 or > 16_384 || !draft.Count(1)) return;
        if (text.Length > ReadingLimits.TextLength)
        {
            draft.Once("long", () => DocumentFindings.TextCut(Where(at)));
            text = text[..ReadingLimits.TextLength];
        }

        var marks = new List<CellMark>();
        if (converted is not null)
        {
            marks.Add(converted.Mark());
            draft.Once("font" + converted.Name, () => DocumentFindings.OldFont(draft.File, converted.Name));
        }

        text = CellMarks.Composed(text, marks).Trim();
        if (text.Length == 0) return;
        var (number, day) = type is null or "n" && value is not null ? styles.Format(style).Value(value) : (null, null);
        Cells.Add(new SheetCell(at, column, text, marks.Count == 0 ? [] : marks) { Number = number, Day = day });
    }

    private string Where(int at) => $"{draft.File}, trang tính {Name}, ô {SheetCode.Write(at, column)}";
}
