using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading;

/// <summary>Tells what the columns of a table without a header are for by what stands in them.</summary>
internal static class ColumnGuess
{
    private const int FewestRows = 3;

    /// <summary>The columns from a row on; null when the first does not hold numbers of criteria, or none holds titles.</summary>
    public static AnnexColumn[]? Of(Table table, TableGrid grid, int first)
    {
        var cells = Enumerable.Range(0, table.Columns).Select(column => Enumerable.Range(first, table.Rows - first).Select(row => grid[row, column])
            .Where(cell => cell.Column == column && cell.ColumnSpan == 1 && cell.Text.Trim().Length > 0).DistinctBy(cell => cell.Row).Select(cell => cell.Text.Trim()).ToList()).ToList();
        if (cells[0].Count < FewestRows || Share(cells[0], text => CriterionCode.TryParse(text, out _)) < 0.8 || !cells[0].Exists(text => text.TrimEnd('.').Contains('.', StringComparison.Ordinal))) return null;
        var columns = new AnnexColumn[table.Columns];
        columns[0] = AnnexColumn.Number;
        var title = Enumerable.Range(1, table.Columns - 1).Where(column => cells[column].Count * 3 >= cells[0].Count * 2 && Points(cells[column]) < 0.5)
            .Select(column => (int?)column).FirstOrDefault();
        if (title is not { } at) return null;
        columns[at] = AnnexColumn.Title;
        for (var column = at + 1; column < table.Columns; column++)
        {
            if (Kind(cells[column]) is var kind && kind == AnnexColumn.Lead && columns.Contains(kind)) kind = AnnexColumn.Coordinating;
            columns[column] = columns.Contains(kind) ? AnnexColumn.Other : kind;
        }

        return columns;
    }

    /// <summary>The column of titles under a header that names none: the first other column that is full of words; null without numbers in several levels.</summary>
    public static int? Title(Table table, TableGrid grid, AnnexHeader header)
    {
        List<string> Texts(int column) => [.. Enumerable.Range(header.Last + 1, table.Rows - header.Last - 1).Select(row => grid[row, column]).Where(cell => cell.Column == column).DistinctBy(cell => cell.Row).Select(cell => cell.Text.Trim()).Where(text => text.Length > 0)];
        var numbers = Texts(Array.IndexOf(header.Columns, AnnexColumn.Number));
        if (!numbers.Exists(text => CriterionCode.TryParse(text, out var code) && code.Level > 1)) return null;
        return Enumerable.Range(0, table.Columns).Where(column => header.Columns[column] == AnnexColumn.Other && Texts(column) is var texts && texts.Count * 2 > numbers.Count && texts.Average(text => text.Length) > 15)
            .Select(column => (int?)column).FirstOrDefault();
    }

    private static AnnexColumn Kind(List<string> cells)
    {
        if (cells.Count == 0) return AnnexColumn.Other;
        if (Points(cells) >= 0.9) return AnnexColumn.MaxPoints;
        if (Share(cells, AgencyNameSplitter.BeginsName) >= 0.6) return AnnexColumn.Lead;
        if (Share(cells, text => text.Split('\n').Any(RuleTextFinder.LooksLikeRule) || text.Contains("công thức", StringComparison.OrdinalIgnoreCase)) >= 0.4) return AnnexColumn.RuleText;
        return Share(cells, text => VietnameseText.Fold(text) is "dtxhh" or "dieu tra xhh" or "dieu tra xa hoi hoc" or "tu danh gia") >= 0.3 ? AnnexColumn.Note : AnnexColumn.Other;
    }

    private static double Points(List<string> cells) => Share(cells, text => NumberText.Read(text, NumberUse.Decimal) is { Ok: true, Value: >= 0 and <= 100 });

    private static double Share(List<string> cells, Func<string, bool> holds) => cells.Count == 0 ? 0 : cells.Count(holds) / (double)cells.Count;
}
