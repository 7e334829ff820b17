using OpenPar.Core.Papers;
using OpenPar.Documents.Writing.Xlsx;

namespace OpenPar.Documents.Writing.Composed;

/// <summary>A named table as a sheet: title, frozen and repeated heads, typed cells.</summary>
internal static class ComposedSheet
{
    // Width of the table in characters; a wide A4 page holds about as many at a readable size.
    private const double Characters = 150;

    public static Sheet Of(PaperTable table, ComposedPaper paper)
    {
        var whole = table.Columns.Sum(column => column.Width);
        var draft = new SheetDraft([.. table.Columns.Select(column => Math.Max(7, Math.Round(column.Width * Characters / whole)))]).AddMark(paper.Trace)
            .AddAcross(PaperText.Capitals(paper.Title), Looks.Title);
        if (!string.IsNullOrWhiteSpace(paper.Subject)) draft.AddAcross(paper.Subject, Looks.Strong);
        if (table.Title.Length > 0) draft.AddAcross(table.Title, Looks.Strong);
        var head = AddHead(draft, table.Columns);
        foreach (var row in table.Rows) draft.Add([.. row.Cells.Select((cell, i) => CellOf(cell, table.Columns[i].Kind, row.Look, paper))]);
        if (table.Rows.Count == 0) draft.AddAcross(table.WhenEmpty, Looks.Body);
        return draft.Build(NameOf(table, paper)) with { FrozenRows = head.Last, PrintTitles = head };
    }

    private static string NameOf(PaperTable table, ComposedPaper paper)
    {
        var name = table.Title.Length > 0 ? table.Title : PaperKinds.NameOf(paper.Form).Vi;
        return name.Length > 1 ? char.ToUpperInvariant(name[0]) + name[1..].ToLowerInvariant() : name;
    }

    private static (int First, int Last) AddHead(SheetDraft draft, IReadOnlyList<PaperColumn> columns)
    {
        var first = draft.LastRow + 1;
        if (columns.Any(column => column.Group is not null)) AddGroups(draft, columns, first);
        draft.Add([.. columns.Select(column => Cell.Of(column.Group is null && draft.LastRow >= first ? "" : column.Head, Looks.Header))]).AddNumbers(columns.Count);
        return (first, draft.LastRow);
    }

    private static void AddGroups(SheetDraft draft, IReadOnlyList<PaperColumn> columns, int row)
    {
        draft.Add([.. columns.Select((column, i) => Cell.Of(column.Group is null ? column.Head : i > 0 && columns[i - 1].Group == column.Group ? "" : column.Group, Looks.Header))]);
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Group is not { } group)
            {
                draft.Merge(new Area(row, i + 1, row + 1, i + 1));
                continue;
            }

            var members = columns.Skip(i).TakeWhile(column => column.Group == group).Count();
            if (members > 1) draft.Merge(new Area(row, i + 1, row, i + members));
            i += members - 1;
        }
    }

    private static Cell CellOf(PaperCell cell, PaperColumnKind kind, PaperRowLook look, ComposedPaper paper)
    {
        var bold = look != PaperRowLook.Plain;
        if (kind is PaperColumnKind.Points or PaperColumnKind.Percent or PaperColumnKind.Whole or PaperColumnKind.Ordinal)
        {
            var rounding = CellText.RoundingOf(kind, paper.Rounding);
            var number = Looks.Number with { Bold = bold, Italic = cell.Unknown, Align = kind == PaperColumnKind.Ordinal ? CellAlign.Center : CellAlign.Right };
            if (cell.Number is not { } value) return Cell.Of(cell.Text, number);
            return Cell.Of(rounding.Apply(value), number with { Format = NumberFormat.Decimals(rounding.Digits) });
        }

        if (cell.Date is { } date) return Cell.Of(date, Looks.Text with { Bold = bold, Align = CellAlign.Center });
        return Cell.Of(CellText.Of(cell, kind, paper.Rounding), Looks.Text with { Bold = bold, Align = kind == PaperColumnKind.Mark ? CellAlign.Center : CellAlign.Left });
    }
}
