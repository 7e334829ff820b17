using System.Text.RegularExpressions;
using OpenPar.Core.Text;

namespace OpenPar.Core.Plans.Money;

/// <summary>Decides what a cleaned cell of the money column says.</summary>
internal static partial class BudgetReader
{
    // A single row above a thousand billion is more likely a column in đồng under a head in millions.
    private const decimal Unlikely = 1_000_000_000_000m;

    public static Budget Read(string text, MoneyUnit? unit)
    {
        var core = text.TrimEnd('.', ';', ',', ' ');
        if (core.Length == 0 || Dash().IsMatch(core)) return new Budget(BudgetKind.None, null, text);
        if (Sum().Match(core) is { Success: true } sum) return OfSum(sum, core, text, unit);
        var folded = VietnameseText.Fold(core);
        if (Nothing().IsMatch(folded)) return new Budget(BudgetKind.Zero, 0, text);
        if (Pilot().IsMatch(folded)) return new Budget(BudgetKind.Pilot, null, text) { Doubt = Digits(core) };
        if (Source().IsMatch(folded)) return new Budget(BudgetKind.Allocated, null, text) { Doubt = Digits(core) };
        return Unknown(text, new LocalText($"Chưa hiểu kinh phí “{Short(text)}”; giữ nguyên chữ.", $"The money “{Short(text)}” was not understood; the text is kept."));
    }

    private static Budget OfSum(Match sum, string core, string text, MoneyUnit? column)
    {
        var written = sum.Groups["number"].Value;
        var own = MoneyUnit.In(sum.Groups["unit"].Value);
        var per = sum.Groups["per"].Value.Trim();
        var rest = sum.Groups["rest"].Value.Trim();
        if (Number(written) is not { } number)
            return Unknown(text, new LocalText($"Số “{written}” có thể hiểu theo nhiều cách; giữ nguyên chữ.", $"The number “{written}” can be read in more than one way; the text is kept."));
        if (rest.Length > 0 && Another().IsMatch(rest))
            return Unknown(text, new LocalText($"“{Short(text)}” nêu nhiều số tiền; giữ nguyên chữ.", $"“{Short(text)}” names several sums; the text is kept."));
        if (own is null && rest.Length > 0 && char.IsLetter(rest[0]))
            return Unknown(text, new LocalText($"“{Short(text)}” không phải là số tiền; giữ nguyên chữ.", $"“{Short(text)}” is no sum of money; the text is kept."));
        if (number == 0) return new Budget(BudgetKind.Zero, 0, text) { Doubt = Left(rest) };
        if ((own ?? column ?? Guessed(number)) is not { } unit)
            return Unknown(text, new LocalText($"“{Short(text)}” không nêu đơn vị tiền và tiêu đề cột cũng không.", $"“{Short(text)}” names no unit of money and neither does the head of the column."));
        if (number > NumberText.Largest / unit.Dong)
            return Unknown(text, new LocalText($"“{Short(text)}” quá lớn.", $"“{Short(text)}” is too large."));
        // Dividing by one with all decimals drops trailing zeros: 1,5 triệu is 1500000, not 1500000.0.
        var value = number * unit.Dong / 1.0000000000000000000000000000m;
        return new Budget(per.Length > 0 ? BudgetKind.PerUnit : BudgetKind.Amount, value, text)
        {
            Per = per.Length > 0 ? per : null,
            Doubt = Left(rest) ?? Doubts(written, number, value, own ?? column, core),
        };
    }

    private static LocalText? Doubts(string written, decimal number, decimal value, MoneyUnit? stated, string core)
    {
        if (stated is null)
            return new LocalText($"“{core}” không nêu đơn vị; hiểu là đồng.", $"“{core}” names no unit; đồng was taken.");
        if (written.Contains(',', StringComparison.Ordinal) && written.Split(',')[^1].Length == 3 && !written.Contains('.', StringComparison.Ordinal))
            return new LocalText($"“{written}” được hiểu là {NumberText.Write(number)} (dấu phẩy thập phân); nếu là hàng nghìn thì viết bằng dấu chấm.", $"The comma of “{written}” was taken as a decimal mark.");
        return value >= Unlikely
            ? new LocalText($"{NumberText.Write(value)} đồng là quá lớn cho một dòng; kiểm tra đơn vị tính của cột.", $"{NumberText.Write(value)} đồng is too much for one row; check the unit of the column.")
            : null;
    }

    // Points group thousands; one point before other than three digits, or a comma, marks decimals.
    private static decimal? Number(string written)
    {
        var plain = written.Replace(" ", string.Empty, StringComparison.Ordinal);
        var use = plain.Contains(',', StringComparison.Ordinal) || !Grouped().IsMatch(plain) ? NumberUse.Decimal : NumberUse.Count;
        return NumberText.Read(plain, use).Value;
    }

    private static MoneyUnit? Guessed(decimal number) => number >= 1_000_000 && number % 1_000 == 0 ? MoneyUnit.One : null;

    private static Budget Unknown(string text, LocalText doubt) => new(BudgetKind.Unknown, null, text) { Doubt = doubt };

    private static LocalText? Left(string rest) => rest.Length == 0 ? null : new LocalText(
        $"Phần “{Short(rest)}” của kinh phí chưa thành giá trị; giữ nguyên chữ.", $"The part “{Short(rest)}” of the money did not become a value; the text is kept.");

    private static LocalText? Digits(string core) => MoneyDigits().IsMatch(core)
        ? new LocalText($"“{Short(core)}” có số tiền chưa thành giá trị; giữ nguyên chữ.", $"“{Short(core)}” holds a sum that did not become a value; the text is kept.")
        : null;

    private static string Short(string text) => text.Length <= 120 ? text : text[..120] + "…";

    [GeneratedRegex(@"^[\-–—−_.…]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

    [GeneratedRegex(
        @"^(?:[Kk]inh phí\s*:?\s*|[Kk]hoảng\s+)?(?<number>\d[\d.,]*(?: \d{3}(?!\d))*)\s*(?<unit>nghìn đồng|ngàn đồng|triệu đồng|tỷ đồng|tỉ đồng|nghìn|ngàn|triệu|tỷ|tỉ|tr\.?\s?đồng|tr\.?\s?đ|trđ|tr|đồng|VNĐ|VND|vnđ|đ)?(?![\p{L}\d])\s*(?:/\s*(?<per>\p{L}[\p{L} ]*(?:/\s*\p{L}[\p{L} ]*)?))?(?<rest>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Sum();

    [GeneratedRegex(@"^\d{1,3}(?:\.\d{3})+$|^\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\d", RegexOptions.CultureInvariant)]
    private static partial Regex Another();

    [GeneratedRegex(@"\d[\d.,]*\s*(?:nghìn|ngàn|triệu|tỷ|tỉ|tr\.?\s?đ|đồng|VNĐ)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MoneyDigits();

    [GeneratedRegex("^khong(?: co| can| phat sinh| su dung| bo tri)?(?: kinh phi)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Nothing();

    [GeneratedRegex("^(?:thuc hien )?thi diem(?: |$)", RegexOptions.CultureInvariant)]
    private static partial Regex Pilot();

    [GeneratedRegex(
        "(?:^| )(?:du toan|kinh phi theo|theo (?:de an|du an|ke hoach|quy dinh|nghi quyet)|ngan sach|nsnn|nguon (?:kinh phi|ngan sach|von)|kinh phi (?:thuong xuyen|duoc (?:cap|giao)|hang nam|cchc|chi thuong xuyen|hoat dong|tu chu|su nghiep|long ghep|nam)|duoc (?:cap|giao)|long ghep|chi thuong xuyen|xa hoi hoa)(?: |$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Source();
}
