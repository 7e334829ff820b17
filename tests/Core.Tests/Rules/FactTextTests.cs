using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Rules;

namespace OpenPar.Core.Tests.Rules;

/// <summary>Figures as they are typed into forms and files.</summary>
public sealed class FactTextTests
{
    private static readonly FactDefinition List = new()
    {
        Name = "so",
        Label = "Các sở",
        Type = FactType.List,
        Columns = [new FactColumn("dung", "Sử dụng"), new FactColumn("giao", "Được giao")],
    };

    [Fact]
    public void What_is_written_reads_back_for_every_type_of_figure() => Prop.ForAll<int>(seed =>
    {
        var rule = AnyRule.Of(seed, 2);
        var facts = AnyFacts.Of(rule, seed);
        Assert.All(rule.Needs, fact => Assert.Equal(facts.Value(fact.Name), FactText.Read(fact, FactText.Write(fact, facts.Value(fact.Name)!.Value)).Value));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [InlineData(1234, FactType.Money)]
    [InlineData(999999, FactType.Number)]
    [InlineData(1234567.5, FactType.Money)]
    [InlineData(1234567, FactType.Money)]
    [InlineData(79.999, FactType.Percent)]
    [InlineData(1234, FactType.Count)]
    [InlineData(-1234, FactType.Number)]
    public void Numbers_with_three_digits_behind_a_point_read_back(double value, FactType type)
    {
        var fact = new FactDefinition { Name = "a", Label = "Số", Type = type };
        Assert.Equal(FactValue.Of((decimal)value), FactText.Read(fact, FactText.Write(fact, FactValue.Of((decimal)value))).Value);
    }

    [Theory]
    [InlineData("25/11/2025")]
    [InlineData("2025-11-25")]
    [InlineData("25-11-2025")]
    public void A_day_is_read_in_the_forms_officers_write(string text) =>
        Assert.Equal(FactValue.Of(new DateOnly(2025, 11, 25)), FactText.Read(new() { Name = "d", Label = "Ngày", Type = FactType.Date }, text).Value);

    [Theory]
    [InlineData("31/02/2025", FactType.Date)]
    [InlineData("có lẽ", FactType.YesNo)]
    [InlineData("Sở A; 3", FactType.List)]
    [InlineData("Sở A; ba; 4", FactType.List)]
    [InlineData("mười", FactType.Count)]
    public void What_cannot_be_read_says_what_to_type(string text, FactType type)
    {
        var reading = FactText.Read(List with { Type = type }, text);
        Assert.Null(reading.Value);
        Assert.False(string.IsNullOrWhiteSpace(reading.Problem!.Vi));
    }

    [Fact]
    public void A_list_has_one_item_a_line_with_its_figures_last()
    {
        var items = FactText.Read(List, "Sở Y tế; 3; 4\nBan Dân tộc; tôn giáo; 1,5; 2").Value!.Value.Items!;
        Assert.Equal(["Sở Y tế", "Ban Dân tộc; tôn giáo"], items.Select(i => i.Key));
        Assert.Equal(1.5m, items[1].Values["dung"]);
    }

    [Fact]
    public void A_list_longer_than_ten_thousand_items_is_refused_and_not_read() =>
        Assert.Null(FactText.Read(List, string.Join('\n', Enumerable.Range(0, 10_001).Select(i => $"S{i}; 1; 2"))).Value);
}
