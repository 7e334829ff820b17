using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Organisations;
using OpenPar.Core.Plans;

namespace OpenPar.Core.Tests.Plans;

/// <summary>Typed times and sums come back from their own writing, and no word disappears without being said.</summary>
public sealed class PlanValueProperties
{
    private static readonly string[] Pieces =
        ["quý", "I", "IV", "tháng", "năm", "2022", "12", "31", "/", "-", ",", ";", "đến", "từ", "trước", "hàng", "định kỳ", "thường xuyên", "theo", "khi có", "6", "0", ".", "(", "ngày", "\n", "đ", "tỷ"];

    private static readonly string[] Strangers = ["sở", "nếu đủ người", "xem ghi chú", "lần hai", "(tạm)", "và lễ tổng kết", "phòng 12"];

    private static readonly Gen<string> Times =
        from day in Gen.Choose(1, 28)
        from month in Gen.Choose(1, 12)
        from quarter in Gen.Elements("I", "II", "III", "IV", "1", "3")
        from year in Gen.Choose(2000, 2040)
        from later in Gen.Choose(0, 5)
        from form in Gen.Elements(
            $"{day}/{month}/{year}", $"{day:00}/{month:00}/{year}", $"Tháng {month}/{year}", $"tháng {month:00} năm {year}", $"{month}/{year}",
            $"Quý {quarter}/{year}", $"Quý {quarter} năm {year}", $"Năm {year}", $"Trước ngày {day}/{month}/{year}", $"Đến {day}/{month}/{year}",
            $"{month}/{year}-{month}/{year + later}", $"Từ {day}/{month}/{year} đến {day}/{month}/{year + later}", $"{year}-{year + later}", "Thường xuyên",
            $"Thường xuyên trong năm {year}", "Định kỳ hàng quý", "Hàng năm", "Định kỳ 6 tháng, năm", $"6 tháng đầu năm {year}", $"Từ tháng {month}/{year}")
        select form;

    private static readonly Gen<string> Sums =
        from whole in Gen.Choose(1, 999)
        from thousands in Gen.Choose(0, 999)
        from unit in Gen.Elements(" đồng", " triệu đồng", " tỷ đồng", " nghìn đồng", " triệu", "")
        from per in Gen.Elements("", "", "/đơn vị", "/xã")
        from form in Gen.Elements($"{whole}{unit}{per}", $"{whole}.{thousands:000}{unit}{per}", $"{whole},5{unit}{per}", "0", "", "Theo dự toán được cấp", "Thí điểm")
        select form;

    [Fact]
    public void A_time_written_in_a_usual_way_comes_back_from_its_writing() => Prop.ForAll(Times.ToArbitrary(), text =>
    {
        var read = Deadline.Read(text, null);
        var again = Deadline.Read(read.Write(), null);
        return read.Kind != DeadlineKind.Unknown && (read.From, read.To, read.Every) == (again.From, again.To, again.Every)
            && (read.Kind == again.Kind || (read.Kind == DeadlineKind.Range && again.From != null));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_sum_comes_back_from_its_writing() => Prop.ForAll(Sums.ToArbitrary(), text =>
    {
        var read = Budget.Read(text, MoneyUnit.Million);
        var again = Budget.Read(read.Write(), null);
        return read.Kind != BudgetKind.Unknown && (read.Kind, read.AmountVnd, read.Per) == (again.Kind, again.AmountVnd, again.Per);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_strange_word_beside_a_time_or_sum_is_kept_and_said() =>
        Prop.ForAll(Times.Zip(Gen.Elements(Strangers)).ToArbitrary(), Sums.ToArbitrary(), (time, sum) =>
        {
            var (words, stranger) = time;
            var read = Deadline.Read($"{words} {stranger}", 2022);
            var money = Budget.Read($"{sum} {stranger}", MoneyUnit.Million);
            return read.Text.EndsWith(stranger, StringComparison.Ordinal) && (read.Doubt is not null || read.Kind is DeadlineKind.Recurring)
                && money.Text.EndsWith(stranger, StringComparison.Ordinal)
                && (money.Doubt is not null || money.Kind is BudgetKind.Allocated or BudgetKind.Pilot || money.Per?.EndsWith(stranger, StringComparison.Ordinal) == true);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_answered() => Prop.ForAll<string, int>((text, year) => Answered(text, year)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_heap_of_the_words_of_time_is_answered() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().ToArbitrary(), pieces => Answered(string.Join(' ', pieces), 2022)).QuickCheckThrowOnFailure();

    private static bool Answered(string? text, int year)
    {
        var time = Deadline.Read(text, year is >= 1 and <= 9999 ? year : null);
        var money = Budget.Read(text, MoneyUnit.Million);
        _ = AgencyCell.Split(text);
        _ = Target.AllIn(text);
        return (time.From is null || time.To is null || time.From <= time.To)
            && (time.Kind != DeadlineKind.Unknown || time.Text.Length == 0 || time.Doubt is not null || !time.Text.Any(char.IsLetterOrDigit))
            && (money.Kind is not (BudgetKind.Amount or BudgetKind.PerUnit or BudgetKind.Zero) || money.AmountVnd >= 0)
            && (money.Kind != BudgetKind.Unknown || money.Doubt is not null);
    }
}
