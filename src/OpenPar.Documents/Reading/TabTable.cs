using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading;

/// <summary>Reads a table whose cells are parted by tabs, with its header repeated at page breaks.</summary>
internal static class TabTable
{
    private static readonly AnnexColumn[] WithoutHeader = [AnnexColumn.Number, AnnexColumn.Title, AnnexColumn.Lead];

    /// <summary>Whether enough lines begin with a number and a tab.</summary>
    public static bool Fits(IReadOnlyList<TextLine> lines)
    {
        var rows = lines.Count(IsNumbered);
        return rows > 0 && (rows > 2 || lines.Any(IsHeader));
    }

    public static Draft Read(IReadOnlyList<TextLine> lines, string file, List<Finding> findings)
    {
        var first = lines.TakeWhile(line => !IsHeader(line) && !IsNumbered(line)).Count();
        var preamble = lines.Take(first).Select(line => line.Text).ToList();
        var columns = WithoutHeader;
        var rows = new List<TableRow>();
        var hasPoints = false;
        var newPage = false;
        for (var i = first; i < lines.Count; i++)
        {
            if (IsHeader(lines[i]))
            {
                (columns, i) = Columns(lines, i);
                hasPoints |= columns.Contains(AnnexColumn.MaxPoints);
                newPage = rows.Count > 0;
            }
            else if (lines[i].Text.Contains('\t', StringComparison.Ordinal))
            {
                rows.Add(new TableRow(lines[i].Number, null, newPage || (lines[i].NewPage && rows.Count > 0), Cells(lines[i].Text, columns)));
                newPage = false;
            }
            else findings.Add(Outside(lines[i], file));
        }

        var (drafts, total) = new TableRows(hasPoints).Read(rows);
        return new Draft(preamble, drafts, total);
    }

    private static bool IsHeader(TextLine line) => line.Text.Split('\t', 2) is [var head, _] && TableHeader.IsNumberHead(head);

    private static bool IsNumbered(TextLine line) =>
        line.Text.Split('\t', 2) is [var head, _] && CriterionCode.TryParse(head, out _);

    // A second header row has a blank number cell and names parts of what the first names.
    private static (AnnexColumn[] Columns, int Last) Columns(IReadOnlyList<TextLine> lines, int at)
    {
        var heads = lines[at].Text.Split('\t').ToList();
        while (at + 1 < lines.Count && lines[at + 1].Text.Split('\t') is [var number, .. var rest]
            && rest.Length > 0 && string.IsNullOrWhiteSpace(number)
            && rest.All(cell => cell.Trim().Length < 60) && rest.Any(cell => TableHeader.Of(cell) != AnnexColumn.Other)
            && rest.All(cell => string.IsNullOrWhiteSpace(cell) || TableHeader.Of(cell) != AnnexColumn.Other))
        {
            at++;
            for (var c = 0; c < rest.Length; c++)
            {
                if (c + 1 < heads.Count) heads[c + 1] += " " + rest[c];
                else heads.Add(rest[c]);
            }
        }

        return (TableHeader.Map(heads), at);
    }

    private static Dictionary<AnnexColumn, string> Cells(string line, AnnexColumn[] columns)
    {
        var cells = new Dictionary<AnnexColumn, string>();
        var texts = line.Split('\t');
        for (var c = 0; c < texts.Length && c < columns.Length; c++)
        {
            if (columns[c] != AnnexColumn.Other && !string.IsNullOrWhiteSpace(texts[c])) cells[columns[c]] = texts[c].Trim();
        }

        return cells;
    }

    private static Finding Outside(TextLine line, string file)
    {
        var text = VietnameseText.Clean(line.Text);
        var shown = text.Length <= 120 ? text : text[..120] + "…";
        return Finding.Info($"{file}, dòng {line.Number}",
            new LocalText($"Dòng ngoài bảng (chú thích hoặc tiêu đề), không thuộc tiêu chí nào: “{shown}”", $"A line outside the table (footnote or heading): “{shown}”"),
            new LocalText("Không cần làm gì nếu đúng là chú thích.", "Nothing to do if it is a footnote."));
    }
}
