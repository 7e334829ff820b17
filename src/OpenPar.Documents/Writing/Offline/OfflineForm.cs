using System.Globalization;
using OpenPar.Core.Papers;
using OpenPar.Core.Rounds.Offline;
using OpenPar.Documents.Writing.Xlsx;

namespace OpenPar.Documents.Writing.Offline;

/// <summary>
/// The sheet that is filled. Each node is a line, each leaf is followed by what earns its points and one line an input. Keys stand in a
/// hidden column; another one says which inputs count as missing while they are empty.
/// </summary>
internal sealed class OfflineForm
{
    private const int Required = 9;
    private const int Visible = 7;
    private const int LongestRequirement = 900;
    private const double RoomToWrite = 33;
    private static readonly double[] Widths = [8, 58, 15, 20, 11, 11, 11, 80, 10];
    private static readonly string[] Heads = ["Mã", "Tiêu chí / số liệu kê khai", "Đơn vị tính", OfflineFormat.InputHead, "Điểm tối đa", "Điểm tự chấm hiện có", "Điểm năm trước"];

    private readonly SheetDraft draft = new(Widths);
    private readonly List<CellCheck> checks = [];
    private readonly List<int> required = [];
    private readonly List<CellHighlight> exceeding = [];
    private readonly OfflineOptions options;

    private OfflineForm(OfflineOptions options) => this.options = options;

    public static Sheet Build(OfflineSheet sheet, PaperTrace trace, OfflineOptions options)
    {
        var form = new OfflineForm(options);
        var head = form.AddHead(sheet, trace);
        foreach (var row in sheet.Rows) form.AddRow(row);
        return form.draft.Build(OfflineFormat.Form) with
        {
            FrozenRows = head,
            PrintTitles = (head, head),
            HiddenColumns = [Visible + 1, Required],
            Protected = true,
            Checks = form.checks,
            Highlights = form.Highlights(),
        };
    }

    private int AddHead(OfflineSheet sheet, PaperTrace trace)
    {
        draft.AddMark(trace).AddMerged((Cell.Of($"PHIẾU TỰ CHẤM ĐIỂM {sheet.Year} - {PaperText.Capitals(sheet.Unit)}", Looks.Title), Visible));
        draft.AddMerged((Cell.Of($"{sheet.Round}. Theo {sheet.Decision}. {trace.Version} ngày {trace.DataOn:dd/MM/yyyy}.", Looks.Slanted with { Points = 11 }), Visible));
        var at = draft.LastRow + 1;
        var last = at + 1 + sheet.Rows.Sum(row => 2 + row.Fields().Count());
        var empty = sheet.Fields.Count(field => OfflineInput.Kept(field) && field.Required && OfflineText.Plain(field.Text).Length == 0);
        var count = string.Create(CultureInfo.InvariantCulture, $"SUMPRODUCT((I{at + 2}:I{last}=1)*(LEN(D{at + 2}:D{last})=0))");
        draft.AddMerged(
            (Cell.Of("Chỉ nhập vào ô có màu: vàng là còn trống, xanh là đã nhập hoặc tùy chọn.", OfflineLooks.Note), 2),
            (Cell.Of("Số ô còn trống:", OfflineLooks.Note with { Align = CellAlign.Right }), 1),
            (Cell.Computed(count, empty, new CellLook { Bold = true, Align = CellAlign.Left, Format = NumberFormat.Whole }), 1), (Cell.Of("", default(CellLook)), 3));
        draft.Add([.. Heads.Select(text => Cell.Of(text, Looks.Header))]);
        return draft.LastRow;
    }

    private void AddRow(OfflineRow row)
    {
        var look = row.Leaf is null ? OfflineLooks.Of(row.Code.Level) : OfflineLooks.Leaf;
        var points = look.Points() with { Format = "0.00####" };
        draft.AddMerged(
            (Cell.Of(row.Code.ToString(), look with { Align = CellAlign.Center }), 1), (Cell.Of(row.Title, look), 3),
            (row.MaxPoints is null && row.Leaf is not null ? Cell.Of(PointsText.Unknown, points with { Italic = true, Bold = false }) : Cell.Of(row.MaxPoints, points), 1),
            (Cell.Of(row.Leaf?.SelfPoints, points), 1), (Cell.Of(row.Leaf?.LastYearPoints, points), 1));
        if (row.Leaf is not { } leaf) return;
        AddRequirement(leaf);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var field in row.Fields())
        {
            AddField(field);
            if (field.Key.Kind == OfflineFieldKind.Figure) lines[field.Key.Fact] = draft.LastRow;
        }

        foreach (var fact in leaf.Figures.Select(figure => figure.Fact))
        {
            if (fact.AtMost is { } other && lines.TryGetValue(fact.Name, out var line) && lines.TryGetValue(other, out var bound)) AddBound(line, bound);
        }
    }

    private void AddBound(int line, int bound)
    {
        var (cell, limit) = (Area.Of(line, OfflineFormat.InputColumn), CellName.Of(bound, OfflineFormat.InputColumn));
        exceeding.Add(new CellHighlight([cell], $"AND(ISNUMBER({cell.FirstName}),ISNUMBER({limit}),{cell.FirstName}>{limit})", OfflineLooks.Exceeding));
    }

    private void AddRequirement(OfflineLeaf leaf)
    {
        var text = PaperText.Cut(OfflineText.Plain(leaf.Requirement), LongestRequirement);
        if (!leaf.Writable) text = $"Dòng này hiện không nhận sửa đổi.{(text.Length > 0 ? "\n" : "")}{text}";
        if (text.Length > 0) draft.AddMerged((Cell.Of("", OfflineLooks.Requirement), 1), (Cell.Of(text, OfflineLooks.Requirement), Visible - 1));
    }

    private void AddField(OfflineField field)
    {
        var kept = OfflineInput.Kept(field);
        var needed = kept && field.Required;
        var input = OfflineInput.Cell(field);
        var label = field.Hint is { } hint ? $"{field.Label}\n({hint})" : field.Label;
        var wide = OfflineInput.Wide(field);
        var (name, unit) = (field.Key.Kind == OfflineFieldKind.Figure && field.Key.Fact.Length <= 3 ? field.Key.Fact : "", field.Unit ?? "");
        List<(Cell, int)> cells = [(Cell.Of(name, OfflineLooks.Name), 1), (Cell.Of(label, OfflineLooks.Label), 1), (Cell.Of(unit, OfflineLooks.Unit), 1)];
        if (wide) cells.Add((input, 4));
        else cells.AddRange([(input, 1), (Cell.Of(OfflineInput.Hint(field), OfflineLooks.Hint), 3)]);
        cells.AddRange([(Cell.Of(kept ? field.Key.ToString() : OfflineFormat.Closed, default(CellLook)), 1), (needed ? Cell.Of(1m, new CellLook { Format = NumberFormat.General }) : Cell.Of("", default(CellLook)), 1)]);
        draft.AddMerged([.. cells]);
        if (field.Key.Kind == OfflineFieldKind.Explanation) draft.AtLeast(RoomToWrite);
        if (!kept) return;
        var at = Area.Of(draft.LastRow, OfflineFormat.InputColumn);
        checks.Add(OfflineInput.Check(field, at, options));
        if (needed) required.Add(draft.LastRow);
    }

    private List<CellHighlight> Highlights()
    {
        var highlights = new List<CellHighlight>(exceeding);
        if (required.Count == 0) return highlights;
        // One rule for the whole column: the hidden mark beside says where an empty cell counts.
        var (first, last) = (required[0], required[^1]);
        highlights.Add(new CellHighlight(
            [new Area(first, OfflineFormat.InputColumn, last, OfflineFormat.InputColumn)],
            string.Create(CultureInfo.InvariantCulture, $"AND($I{first}=1,LEN($D{first})=0)"), OfflineLooks.Missing));
        return highlights;
    }
}
