using System.Text.RegularExpressions;
using OpenPar.Core.Text;

namespace OpenPar.Core.Plans;

/// <summary>The unit sums are written in, as the head of a column or the words after a number name it.</summary>
public readonly partial record struct MoneyUnit
{
    private MoneyUnit(decimal dong) => Dong = dong;

    /// <summary>How many đồng one unit is: 1, 1 000, 1 000 000 or 1 000 000 000.</summary>
    public decimal Dong { get; }

    /// <summary>đồng.</summary>
    public static MoneyUnit One { get; } = new(1);

    /// <summary>nghìn (ngàn) đồng.</summary>
    public static MoneyUnit Thousand { get; } = new(1_000);

    /// <summary>triệu đồng.</summary>
    public static MoneyUnit Million { get; } = new(1_000_000);

    /// <summary>tỷ (tỉ) đồng.</summary>
    public static MoneyUnit Billion { get; } = new(1_000_000_000);

    /// <summary>
    /// The unit named in a text ("Kinh phí (triệu đồng)", "tr.đ", "1.000 đồng"); null when none is. Short forms that begin
    /// other words ("tỷ", "đ") count only where they are the whole text.
    /// </summary>
    public static MoneyUnit? In(string? text)
    {
        var folded = VietnameseText.Fold(text);
        var named = Named().Match(folded);
        return (named.Success ? named.Value : folded) switch
        {
            "1 000 dong" or "1000 dong" or "1 000 d" or "1000d" or "nghin dong" or "ngan dong" or "nghin" or "ngan" => Thousand,
            "trieu dong" or "tr dong" or "tr d" or "trd" or "trieu" or "tr" => Million,
            "ty dong" or "ti dong" or "ty" or "ti" => Billion,
            "dong" or "vnd" or "d" => One,
            _ => null,
        };
    }

    [GeneratedRegex(
        @"(?<=^|\s)(?:1 ?000 (?:dong|d)|1000d|(?:nghin|ngan|trieu|t[yi]|tr) dong|tr d|trd|dong|vnd)(?=\s|$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
