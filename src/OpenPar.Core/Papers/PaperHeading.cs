namespace OpenPar.Core.Papers;

/// <summary>
/// The head of an official paper as Nghị định 30/2020/NĐ-CP, Điều 8 asks for it: who issues, number, place and date.
/// What is not decided yet stays null and is left open on the paper, as in a draft.
/// </summary>
public sealed record PaperHeading
{
    /// <summary>The body above the issuing one, such as "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK"; null when there is none. A line break is kept.</summary>
    public string? SuperiorAgency { get; init; }

    /// <summary>The body that issues the paper. A line break is kept.</summary>
    public required string IssuingAgency { get; init; }

    /// <summary>
    /// Number and symbol, such as "12/BC-SNV". "/BC-SNV" leaves room for the number; null leaves room for both.
    /// </summary>
    public string? Number { get; init; }

    /// <summary>Name of the place (địa danh); null leaves it open.</summary>
    public string? Place { get; init; }

    /// <summary>Date of issue; null leaves day, month and year open.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The head of a body by its ordinary name: "UBND tỉnh Đắk Lắk" is written out over two lines.</summary>
    public static PaperHeading Of(string agency, string symbol)
    {
        const string shortName = "UBND ";
        ArgumentNullException.ThrowIfNull(agency);
        var name = agency.StartsWith(shortName, StringComparison.OrdinalIgnoreCase) ? $"Ủy ban nhân dân\n{agency[shortName.Length..]}" : agency;
        return new PaperHeading { IssuingAgency = name.ToUpperInvariant(), Number = symbol };
    }

    /// <summary>
    /// Place and date as written: "Đắk Lắk, ngày 05 tháng 01 năm 2026". Days below 10 and the months 1 and 2 carry a zero
    /// (Nghị định 30/2020/NĐ-CP, Phụ lục I). An open date reads "ngày … tháng … năm …".
    /// </summary>
    public string PlaceAndDate() => $"{(string.IsNullOrWhiteSpace(Place) ? "…" : Place)}, {DateText()}";

    /// <summary>The date as written, without the place.</summary>
    public string DateText() => Date is { } d
        ? $"ngày {d.Day:00} tháng {(d.Month < 3 ? $"{d.Month:00}" : $"{d.Month}")} năm {d.Year:0000}"
        : "ngày … tháng … năm …";

    /// <summary>Number and symbol as another text cites them: "12/BC-SNV", "…/BC-SNV" while the number is open.</summary>
    public string NumberText() => string.IsNullOrWhiteSpace(Number) ? "…" : Number.StartsWith('/') ? $"…{Number}" : Number;

    /// <summary>Number and symbol as written, with room where they are still open: "Số: 12/BC-SNV", "Số:          /BC-SNV".</summary>
    public string NumberLine()
    {
        const string room = "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0";
        if (string.IsNullOrWhiteSpace(Number)) return $"Số:{room}/{room}";
        return Number.StartsWith('/') ? $"Số:{room}{Number}" : $"Số: {Number}";
    }
}
