using OpenPar.Core.Plans.Money;
using OpenPar.Core.Text;

namespace OpenPar.Core.Plans;

/// <summary>The money a plan states for a row, typed as far as its words allow and always with those words.</summary>
/// <param name="Kind">What the plan says.</param>
/// <param name="AmountVnd">The sum in đồng (for <see cref="BudgetKind.PerUnit"/> of one unit, for <see cref="BudgetKind.Zero"/> 0); null where there is none.</param>
/// <param name="Text">The words of the plan, composed, white space as single blanks; empty when the cell was.</param>
public sealed record Budget(BudgetKind Kind, decimal? AmountVnd, string Text)
{
    /// <summary>What the sum is for one of, as written ("đơn vị"); null for other kinds.</summary>
    public string? Per { get; init; }

    /// <summary>What a person should check; null when the words have one meaning and all of them were understood.</summary>
    public LocalText? Doubt { get; init; }

    /// <summary>
    /// Reads what stands in the money column. A point groups thousands ("2.300" triệu is 2,300,000,000 đồng), a comma marks decimals;
    /// never throws, and what is not certain is named in <see cref="Doubt"/>.
    /// </summary>
    /// <param name="text">The cell as written.</param>
    /// <param name="unit">Unit of the column; a unit in the cell itself goes before. Null when the column names none.</param>
    public static Budget Read(string? text, MoneyUnit? unit) => BudgetReader.Read(VietnameseText.Clean(text), unit);

    /// <summary>The usual Vietnamese writing of the typed value with its unit; reading it gives the same kind and sum.</summary>
    public string Write() => Kind switch
    {
        BudgetKind.Amount when AmountVnd is { } sum => $"{NumberText.Write(sum)} đồng",
        BudgetKind.PerUnit when AmountVnd is { } sum => $"{NumberText.Write(sum)} đồng/{Per}",
        BudgetKind.Zero => "0",
        BudgetKind.None => string.Empty,
        _ => Text,
    };
}
