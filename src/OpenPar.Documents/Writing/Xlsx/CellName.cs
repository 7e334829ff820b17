using System.Globalization;

namespace OpenPar.Documents.Writing.Xlsx;

/// <summary>Names of cells and sheets as Excel writes them.</summary>
internal static class CellName
{
    private const int LongestSheetName = 31;

    /// <summary>"B7" for row 7, column 2.</summary>
    public static string Of(int row, int column) => Column(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>"AB" for 28.</summary>
    public static string Column(int column)
    {
        var name = "";
        for (; column > 0; column = (column - 1) / 26) name = (char)('A' + ((column - 1) % 26)) + name;
        return name;
    }

    /// <summary>Names Excel accepts: 1–31 units, without : \ / ? * [ ], no apostrophe at the ends, none twice.</summary>
    public static IReadOnlyList<string> Sheets(IEnumerable<string> wished)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "History" };
        var names = new List<string>();
        foreach (var wish in wished)
        {
            var clean = string.Concat(string.Join(' ', PaperText.Lines(wish)).Select(c => c is ':' or '\\' or '/' or '?' or '*' or '[' or ']' ? '-' : c));
            clean = clean.Trim('\'', ' ');
            if (clean.Length == 0) clean = "Trang";
            var name = PaperText.Cut(clean, LongestSheetName).TrimEnd('\'');
            for (var i = 2; !taken.Add(name); i++)
            {
                var tail = $" ({i})";
                name = PaperText.Cut(clean, LongestSheetName - tail.Length) + tail;
            }

            names.Add(name);
        }

        return names;
    }

    /// <summary>A sheet's name inside a reference.</summary>
    public static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";
}
