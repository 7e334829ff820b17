namespace OpenPar.Core.Rules;

/// <summary>The value of one fact: exactly one of the parts is set, by the type of its definition.</summary>
/// <param name="Number">The number of a count, money, percent or number.</param>
/// <param name="Choice">The key of the chosen option.</param>
/// <param name="Date">The day.</param>
/// <param name="Yes">Yes or no.</param>
/// <param name="Items">The items of a list.</param>
public readonly record struct FactValue(decimal? Number, string? Choice, DateOnly? Date = null, bool? Yes = null, ItemList? Items = null)
{
    /// <summary>A number.</summary>
    public static FactValue Of(decimal number) => new(number, null);

    /// <summary>A chosen option.</summary>
    public static FactValue Of(string choice) => new(null, choice);

    /// <summary>A day.</summary>
    public static FactValue Of(DateOnly date) => new(null, null, date);

    /// <summary>Yes or no.</summary>
    public static FactValue Of(bool yes) => new(null, null, null, yes);

    /// <summary>A list of items.</summary>
    public static FactValue Of(ItemList items) => new(null, null, null, null, items);
}
