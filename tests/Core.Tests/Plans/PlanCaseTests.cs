using System.Globalization;
using OpenPar.Core.Plans;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace OpenPar.Core.Tests.Plans;

/// <summary>Runs <c>Cases/Plans/*.yaml</c>: words of plans → typed times and sums, as an official can read them.</summary>
public sealed class PlanCaseTests
{
    public static TheoryData<string> Times() => [.. Load<TimeCase>("deadlines.yaml").Select(one => one.Text + (one.Year is null ? "" : $" | {one.Year}"))];

    public static TheoryData<string> Sums() => [.. Load<SumCase>("budgets.yaml").Select(one => $"{one.Text} | {one.Column}")];

    [Theory]
    [MemberData(nameof(Times))]
    public void The_time_is_read_as_written(string key)
    {
        var one = Load<TimeCase>("deadlines.yaml").Single(c => c.Text + (c.Year is null ? "" : $" | {c.Year}") == key);
        var read = Deadline.Read(one.Text, one.Year);
        Assert.Equal(
            (one.Kind, Day(one.From), Day(one.To), Every(one.Every), one.Doubt == "yes", one.Assumed == "yes", one.Text),
            (read.Kind, read.From, read.To, read.Every, read.Doubt is not null, read.YearAssumed, read.Text));
    }

    [Theory]
    [MemberData(nameof(Sums))]
    public void The_money_is_read_as_written(string key)
    {
        var one = Load<SumCase>("budgets.yaml").Single(c => $"{c.Text} | {c.Column}" == key);
        var read = Budget.Read(one.Text, MoneyUnit.In(one.Column));
        Assert.Equal((one.Kind, one.Vnd, one.Per, one.Doubt == "yes", one.Text), (read.Kind, read.AmountVnd, read.Per, read.Doubt is not null, read.Text));
    }

    [Fact]
    public void Every_kind_has_a_case()
    {
        Assert.Equal(Enum.GetValues<DeadlineKind>(), Load<TimeCase>("deadlines.yaml").Select(one => one.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<BudgetKind>(), Load<SumCase>("budgets.yaml").Select(one => one.Kind).Distinct().Order());
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static RecurrencePeriods Every(string? text) => text is null ? RecurrencePeriods.None : Enum.Parse<RecurrencePeriods>(text, ignoreCase: true);

    private static List<T> Load<T>(string file) =>
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
            .Deserialize<CaseFile<T>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "Plans", file))).Cases;

    internal sealed class CaseFile<T>
    {
        public List<T> Cases { get; set; } = [];
    }

    internal sealed class TimeCase
    {
        public string Text { get; set; } = "";

        public int? Year { get; set; }

        public DeadlineKind Kind { get; set; }

        public string? From { get; set; }

        public string? To { get; set; }

        public string? Every { get; set; }

        public string? Doubt { get; set; }

        public string? Assumed { get; set; }
    }

    internal sealed class SumCase
    {
        public string Text { get; set; } = "";

        public string? Column { get; set; }

        public BudgetKind Kind { get; set; }

        public decimal? Vnd { get; set; }

        public string? Per { get; set; }

        public string? Doubt { get; set; }
    }
}
