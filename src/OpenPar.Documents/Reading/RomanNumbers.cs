using System.Globalization;
using System.Text.RegularExpressions;
using OpenPar.Core.Frameworks;

namespace OpenPar.Documents.Reading;

/// <summary>
/// Annexes that number fields I, II, III: the field takes the arabic number. Where the rows below begin at 1 in each field they
/// take the field before them ("1.2" in field II is 2.1.2); where they carry it already ("2.1.2") they stay. Each change is flagged.
/// </summary>
internal static partial class RomanNumbers
{
    public static int? Value(string roman)
    {
        var value = 0;
        for (var i = 0; i < roman.Length; i++)
        {
            var (here, next) = (Digit(roman[i]), i + 1 < roman.Length ? Digit(roman[i + 1]) : 0);
            if (here == 0) return null;
            value += here < next ? -here : here;
        }

        return value > 0 ? value : null;
    }

    public static void Settle(List<TableRow> rows)
    {
        var fields = Enumerable.Range(0, rows.Count).Where(i => FieldOf(rows[i]) is not null).ToList();
        if (fields.Count < 2 || fields.Where((row, i) => FieldOf(rows[row]) != i + 1).Any()) return;
        var carried = fields.Select((row, i) => Below(rows, row, i + 1 < fields.Count ? fields[i + 1] : rows.Count)).ToList();
        var anew = carried.Select((numbers, i) => (numbers, field: i + 1)).Any(pair => pair.field > 1 && pair.numbers is ["1", ..]);
        var field = 0;
        for (var i = fields[0]; i < rows.Count; i++)
        {
            var written = Written(rows[i]);
            if (FieldOf(rows[i]) is { } roman)
            {
                field = roman;
                Change(rows, i, written, roman.ToString(CultureInfo.InvariantCulture));
            }
            else if (anew && CriterionCode.TryParse(written, out var code)) Change(rows, i, written, $"{field}.{code}");
        }
    }

    private static List<string> Below(List<TableRow> rows, int from, int to) =>
        [.. rows.Skip(from + 1).Take(to - from - 1).Select(Written).Where(text => text.Any(char.IsAsciiDigit)).Select(text => text.TrimEnd('.'))];

    private static string Written(TableRow row) => row.Cells.GetValueOrDefault(AnnexColumn.Number, string.Empty).Trim();

    private static int? FieldOf(TableRow row) => Roman().IsMatch(Written(row)) ? Value(Written(row).TrimEnd('.')) : null;

    private static void Change(List<TableRow> rows, int at, string from, string to)
    {
        rows[at].Cells[AnnexColumn.Number] = to;
        rows[at] = rows[at] with { Flags = [.. rows[at].Flags, AnnexFlags.Renumbered(from, to)] };
    }

    private static int Digit(char letter) => letter switch
    {
        'I' => 1,
        'V' => 5,
        'X' => 10,
        _ => 0,
    };

    [GeneratedRegex(@"^[IVX]{1,6}\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Roman();
}
