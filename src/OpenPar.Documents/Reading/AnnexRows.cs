using System.Text.RegularExpressions;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading;

/// <summary>The rows of one annex of a document while they are collected, with the lines above them.</summary>
internal sealed partial class AnnexRows
{
    private AnnexColumn[] columns = [];
    private bool leavesOnly;

    public List<string> Preamble { get; } = [];

    public List<TableRow> Rows { get; } = [];

    /// <summary>What the columns are for; those of the last header.</summary>
    public AnnexColumn[] Columns
    {
        get => columns;
        set
        {
            columns = value;
            HasPoints |= value.Contains(AnnexColumn.MaxPoints);
            HasRuleColumn |= value.Contains(AnnexColumn.RuleText);
            HasTitle |= value.Contains(AnnexColumn.Title);
        }
    }

    /// <summary>True when no header said what the columns are for.</summary>
    public bool Guessed { get; set; }

    public bool HasTitle { get; private set; }

    /// <summary>Numbers that have parts: 1.1 and deeper.</summary>
    public int Deep { get; private set; }

    /// <summary>Rows with a number.</summary>
    public int Numbered { get; private set; }

    /// <summary>The number the annex begins with; null before there is one.</summary>
    public string? FirstNumber => Rows.Select(row => row.Cells.GetValueOrDefault(AnnexColumn.Number, string.Empty)).FirstOrDefault(IsNumber);

    private bool HasPoints { get; set; }

    private bool HasRuleColumn { get; set; }

    public static bool IsNumber(string text) => Number().IsMatch(text.Trim());

    public static bool SameNumber(string left, string right) => left.Trim().TrimEnd('.') == right.Trim().TrimEnd('.');

    /// <summary>Settles the numbers once all rows are there; false when there are no numbered rows.</summary>
    public bool Close()
    {
        leavesOnly = CodesInTitles();
        RomanNumbers.Settle(Rows);
        Numbered = Rows.Count(row => row.Cells.GetValueOrDefault(AnnexColumn.Number, string.Empty).Any(char.IsAsciiDigit));
        Deep = Rows.Count(row => row.Cells.GetValueOrDefault(AnnexColumn.Number, string.Empty).Trim().TrimEnd('.').Contains('.', StringComparison.Ordinal));
        return Numbered > 0;
    }

    /// <summary>The rows as drafts; null when none begins a criterion.</summary>
    public Draft? Draft()
    {
        var (drafts, sums) = new TableRows(HasPoints, HasRuleColumn).Read(Rows);
        if (Guessed) drafts.ForEach(draft => draft.Flag([AnnexFlags.ColumnsGuessed()]));
        return drafts.Count == 0 ? null : new Draft(Preamble, drafts, sums) { LeavesOnly = leavesOnly };
    }

    // Guidance counts its rows 1, 2, 3 and names the criterion in the title: "TCTP 1.3.1 - Tỷ lệ …".
    private bool CodesInTitles()
    {
        var titles = Rows.ConvertAll(row => CodeInTitle().Match(VietnameseText.Clean(row.Cells.GetValueOrDefault(AnnexColumn.Title, string.Empty))));
        if (titles.Count(match => match.Success) * 2 <= Rows.Count(row => row.Cells.ContainsKey(AnnexColumn.Number))) return false;
        for (var i = 0; i < Rows.Count; i++)
        {
            if (!titles[i].Success) continue;
            Rows[i].Cells[AnnexColumn.Number] = titles[i].Groups[1].Value;
            Rows[i].Cells[AnnexColumn.Title] = titles[i].Groups[2].Value;
        }

        return true;
    }

    [GeneratedRegex(@"^\s*(?:(?:TC|TCTP|LV|Tiêu chí|Tiêu chí thành phần|Lĩnh vực)\s+)?(\d{1,2}(?:\.\d{1,3}){1,5}\.?)\s*[-–:.]\s*(\S.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex CodeInTitle();

    [GeneratedRegex(@"^(?:\d{1,3}(?:\.\d{1,3}){0,5}|[IVX]{1,6})\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
