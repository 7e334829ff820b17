using System.Text;
using OpenPar.Core.Text;

namespace OpenPar.Core.Frameworks.Drafting;

/// <summary>Rows copied from a table of Excel or Word: cells by tab, rows by line, columns known by the words of their heading.</summary>
public static class PastedRows
{
    /// <summary>Most rows taken at once.</summary>
    public const int MostRows = 2000;

    /// <summary>Longest text taken, in characters.</summary>
    public const int LongestText = 2_000_000;

    private enum Column
    {
        None,
        Code,
        Title,
        MaxPoints,
        RuleText,
        Guidance,
        Evidence,
        Note,
        Requirement,
    }

    // Folded words, the more particular first; the first that fits decides.
    private static readonly (string Word, Column Column)[] Headings =
    [
        ("diem toi da", Column.MaxPoints), ("diem chuan", Column.MaxPoints), ("thang diem", Column.MaxPoints), ("maximum", Column.MaxPoints),
        ("tai lieu kiem chung", Column.Evidence), ("kiem chung", Column.Evidence), ("evidence", Column.Evidence),
        ("cach tinh", Column.RuleText), ("cach cham", Column.RuleText), ("phuong phap", Column.RuleText), ("cong thuc", Column.RuleText), ("rule", Column.RuleText),
        ("huong dan", Column.Guidance), ("guidance", Column.Guidance), ("yeu cau", Column.Requirement), ("ghi chu", Column.Note), ("note", Column.Note),
        ("stt", Column.Code), ("so tt", Column.Code), ("ma", Column.Code), ("so", Column.Code), ("code", Column.Code),
        ("ten", Column.Title), ("tieu chi", Column.Title), ("linh vuc", Column.Title), ("noi dung", Column.Title), ("title", Column.Title),
        ("diem", Column.MaxPoints), ("max", Column.MaxPoints),
    ];

    private static readonly Column[] Usual = [Column.Code, Column.Title, Column.MaxPoints, Column.RuleText];

    /// <summary>The rows of a pasted block; empty when there are none. Without a heading the columns are code, title, maximum, scoring text.</summary>
    public static IReadOnlyList<DraftText> Read(string? pasted)
    {
        var text = pasted ?? "";
        var lines = Cells(text.Length > LongestText ? text[..LongestText] : text).Where(cells => cells.Any(c => c.Trim().Length > 0)).Take(MostRows + 1).ToList();
        if (lines.Count == 0) return [];
        var heading = Heading(lines[0]);
        var columns = heading ?? Usual;
        return [.. lines.Skip(heading is null ? 0 : 1).Take(MostRows).Select(cells => Row(cells, columns))];
    }

    private static Column[]? Heading(List<string> cells)
    {
        var columns = cells.Select(cell =>
        {
            var words = $" {VietnameseText.Fold(cell)} ";
            return Headings.FirstOrDefault(h => words.Contains($" {h.Word} ", StringComparison.Ordinal) || (h.Word.Length > 4 && words.Contains(h.Word, StringComparison.Ordinal))).Column;
        }).ToArray();
        // A first row with a code is a row, whatever its words; two columns of a heading must be known to call it one.
        return CriterionCode.TryParse(cells[0], out _) || columns.Count(c => c != Column.None) < Math.Min(2, cells.Count) ? null : columns;
    }

    private static DraftText Row(List<string> cells, Column[] columns)
    {
        string Cell(Column column)
        {
            var at = Array.IndexOf(columns, column);
            return at >= 0 && at < cells.Count ? VietnameseText.WellFormed(cells[at]).Trim().Normalize() : "";
        }

        return new DraftText
        {
            Code = Cell(Column.Code).TrimEnd('.'),
            Title = VietnameseText.Clean(Cell(Column.Title)),
            MaxPoints = Cell(Column.MaxPoints),
            RuleText = Cell(Column.RuleText),
            Guidance = Cell(Column.Guidance),
            Evidence = Cell(Column.Evidence),
            Note = Cell(Column.Note),
            Requirement = Cell(Column.Requirement),
        };
    }

    // Excel puts a cell of several lines between quotes and doubles the quotes inside.
    private static IEnumerable<List<string>> Cells(string text)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var (quoted, fresh) = (false, true);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"') cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') { cell.Append('"'); i++; }
                else quoted = false;
            }
            else if (c == '"' && fresh)
            {
                (quoted, fresh) = (true, false);
            }
            else if (c == '\t' || c == '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();
                fresh = true;
                if (c != '\n') continue;
                yield return row;
                row = [];
            }
            else if (c != '\r')
            {
                cell.Append(c);
                fresh = false;
            }
        }

        row.Add(cell.ToString());
        yield return row;
    }
}
