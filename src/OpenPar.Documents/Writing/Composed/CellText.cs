using OpenPar.Core.Frameworks;
using OpenPar.Core.Papers;

namespace OpenPar.Documents.Writing.Composed;

/// <summary>A cell as papers print it: points by the framework's rounding, percentages with two decimals, days as dd/MM/yyyy.</summary>
public static class CellText
{
    /// <summary>The text; empty for an empty cell.</summary>
    public static string Of(PaperCell cell, PaperColumnKind kind, OutputRounding rounding)
    {
        ArgumentNullException.ThrowIfNull(rounding);
        if (cell.Number is { } number) return PointsText.Write(number, RoundingOf(kind, rounding));
        if (cell.Date is { } date) return PointsText.Write(date);
        return cell.Text ?? "";
    }

    internal static OutputRounding RoundingOf(PaperColumnKind kind, OutputRounding rounding) => kind switch
    {
        PaperColumnKind.Whole or PaperColumnKind.Ordinal => new OutputRounding(0, RoundingMode.HalfUp),
        PaperColumnKind.Percent => new OutputRounding(2, RoundingMode.HalfUp),
        _ => rounding,
    };
}
