using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Text;

/// <summary>Tables with a line for each row and a tab between cells, their headers repeated where a page began.</summary>
internal static class RowLines
{
    public static void Read(IReadOnlyList<TextLine> lines, DocumentDraft draft)
    {
        var runs = Runs(lines);
        // A lone line with a tab is a letterhead, unless the file shows what its rows look like.
        var tabled = runs.Any(run => run.Tabs && run.Count > 1);
        foreach (var run in runs)
        {
            if (run.Tabs && tabled) draft.Add(Table(lines, run, draft));
            else for (var i = run.From; i < run.From + run.Count; i++) draft.Add(TextReader.Block(lines[i]));
        }
    }

    private readonly record struct Run(int From, int Count, bool Tabs);

    private static List<Run> Runs(IReadOnlyList<TextLine> lines)
    {
        var runs = new List<Run>();
        for (var i = 0; i < lines.Count; i++)
        {
            var tabs = lines[i].Text.Contains('\t', StringComparison.Ordinal);
            if (runs.Count > 0 && runs[^1].Tabs == tabs) runs[^1] = runs[^1] with { Count = runs[^1].Count + 1 };
            else runs.Add(new Run(i, 1, tabs));
        }

        return runs;
    }

    private static Table? Table(IReadOnlyList<TextLine> lines, Run run, DocumentDraft draft)
    {
        var table = new TableDraft(new Place(lines[run.From].Number));
        var heads = Heads(lines, run);
        var afterHead = false;
        for (var r = 0; r < run.Count; r++)
        {
            var line = lines[run.From + r];
            var cells = line.Text.Split('\t');
            if (cells.Length > ReadingLimits.Columns) draft.Once("wide", () => DocumentFindings.TooWide($"{draft.File}, dòng {line.Number}"));
            if (!draft.Count(cells.Length)) break;
            for (var c = 0; c < Math.Min(cells.Length, ReadingLimits.Columns); c++) table.Add(TextReader.Cell(r, c, cells[c], line.Number));
            var repeats = r >= heads.Count && heads.Contains(line.Text.Trim());
            if (repeats) table.Mark(r, RowMarks.RepeatedHeader);
            else if (afterHead || (line.NewPage && r > 0)) table.Mark(r, RowMarks.NewPage);
            afterHead = repeats;
        }

        return table.Build();
    }

    // The first row, and the one below it where it only fills in what the first leaves open.
    private static List<string> Heads(IReadOnlyList<TextLine> lines, Run run)
    {
        var first = lines[run.From].Text;
        var second = run.Count > 1 ? lines[run.From + 1].Text : string.Empty;
        return second.StartsWith('\t') ? [first.Trim(), second.Trim()] : [first.Trim()];
    }
}
