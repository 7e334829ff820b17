using OpenPar.Core.Plans.Reviewing;

namespace OpenPar.Core.Plans.Papers;

/// <summary>The unit in the head of the money column of a printed plan.</summary>
internal static class PlanMoney
{
    private static readonly (MoneyUnit Unit, string Name)[] Units =
        [(MoneyUnit.Million, "triệu đồng"), (MoneyUnit.Billion, "tỷ đồng"), (MoneyUnit.Thousand, "nghìn đồng"), (MoneyUnit.One, "đồng")];

    /// <summary>
    /// The unit with which the words of every row mean what people understood, to the letter of what they noted; null when no
    /// row needs one, or when none serves all rows.
    /// </summary>
    public static MoneyUnit? UnitOf(IReadOnlyList<PlanWords> rows) => rows.All(row => row[PlanField.MoneyMeant].Length == 0)
        ? null
        : Units.Where(unit => rows.All(row => Meant(row, unit.Unit) == row[PlanField.MoneyMeant])).Select(unit => (MoneyUnit?)unit.Unit).FirstOrDefault();

    public static string NameOf(MoneyUnit unit) => Units.Single(known => known.Unit == unit).Name;

    // What a reader of the column notes as understood.
    private static string Meant(PlanWords row, MoneyUnit unit)
    {
        var (bare, read) = (Budget.Read(row[PlanField.Money], null), Budget.Read(row[PlanField.Money], unit));
        return (bare.Kind, bare.AmountVnd, bare.Per) == (read.Kind, read.AmountVnd, read.Per) ? "" : read.Write();
    }
}
