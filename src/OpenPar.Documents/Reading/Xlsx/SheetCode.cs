using System.Globalization;

namespace OpenPar.Documents.Reading.Xlsx;

/// <summary>Names of cells: B7 is row 7, column 2.</summary>
internal static class SheetCode
{
    private const int LastColumn = 16_384;
    private const int LastRow = 1_048_576;

    /// <summary>Row and column from 1; null for anything Excel would not accept.</summary>
    public static (int Row, int Column)? Read(ReadOnlySpan<char> name)
    {
        name = name.Trim('$');
        var column = 0;
        var at = 0;
        for (; at < name.Length && char.IsAsciiLetter(name[at]) && column <= LastColumn; at++) column = (column * 26) + (char.ToUpperInvariant(name[at]) - 'A' + 1);
        return int.TryParse(name[at..].TrimStart('$'), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is >= 1 and <= LastRow && column is >= 1 and <= LastColumn
            ? (row, column) : null;
    }

    public static string Write(int row, int column) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    public static string Letters(int column)
    {
        var text = string.Empty;
        for (; column > 0; column = (column - 1) / 26) text = (char)('A' + ((column - 1) % 26)) + text;
        return text;
    }
}
