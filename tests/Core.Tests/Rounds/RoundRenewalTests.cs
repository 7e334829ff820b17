using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.Core.Tests.Rounds;

public sealed class RoundRenewalTests
{
    private static readonly Dictionary<AgencyId, Agency> Register = new[]
    {
        Of("so-a", "Sở A", until: new(2025, 2, 28)), Of("so-b", "Sở B"), Of("so-c", "Sở C"), Of("so-d", "Sở D", until: new(2025, 2, 28)), Of("so-e", "Sở E", until: new(2025, 2, 28)),
    }.ToDictionary(a => a.Id);

    private static readonly Succession[] Links =
    [
        new(Id("so-a"), Id("so-b"), new(2025, 3, 1), SuccessionKind.Merge, null),
        new(Id("so-e"), Id("so-b"), new(2025, 3, 1), SuccessionKind.Split, null),
        new(Id("so-e"), Id("so-c"), new(2025, 3, 1), SuccessionKind.Split, null),
    ];

    private static readonly RoundSetup Earlier = new(
        "Chỉ số CCHC năm 2024", 2024, ScoringWay.ByUnit, new(new(2024, 12, 2), new(2024, 12, 20), new(2024, 12, 31), new(2025, 1, 10), new(2025, 1, 17)),
        [new("Các sở", FrameworkId.Parse("noi-bo/1-2024"), [Id("so-a"), Id("so-b"), Id("so-d")], [new(CriterionCode.Parse("1"), Id("so-a")), new(CriterionCode.Parse("2"), Id("so-e"))])],
        new() { Grades = [new("Tốt", 80)] });

    [Fact]
    public void Units_that_ended_are_replaced_once_and_those_without_successor_are_told()
    {
        var renewal = RoundRenewal.Of(Earlier, 2025, Register, Links, WorkingCalendar.MondayToFriday);
        var group = Assert.Single(renewal.Setup.Groups);

        Assert.Equal([Id("so-b")], group.Units);
        Assert.Contains(renewal.Told, t => t.Severity == Severity.Info && t.Message.Vi == "Sở A được thay bằng Sở B.");
        Assert.Contains(renewal.Told, t => t.Severity == Severity.Warning && t.Message.Vi.StartsWith("Sở D không còn", StringComparison.Ordinal));
    }

    [Fact]
    public void A_supplier_with_one_heir_follows_and_one_with_two_is_left_to_a_person()
    {
        var renewal = RoundRenewal.Of(Earlier, 2025, Register, Links, WorkingCalendar.MondayToFriday);

        Assert.Equal([new SetupSupply(CriterionCode.Parse("1"), Id("so-b"))], renewal.Setup.Groups[0].Supplies);
        Assert.Contains(renewal.Told, t => t.Where == "2" && t.Message.Vi.Contains("nhiều đơn vị kế tiếp", StringComparison.Ordinal));
    }

    [Fact]
    public void Title_year_way_and_settings_follow_and_years_without_calendar_are_told()
    {
        var renewal = RoundRenewal.Of(Earlier, 2025, Register, Links, WorkingCalendar.MondayToFriday);

        Assert.Equal(("Chỉ số CCHC năm 2025", 2025, ScoringWay.ByUnit), (renewal.Setup.Title, renewal.Setup.Year, renewal.Setup.Way));
        Assert.Same(Earlier.Settings, renewal.Setup.Settings);
        Assert.Equal(new DateOnly(2025, 12, 2), renewal.Setup.Calendar.OpensOn);
        Assert.Contains(renewal.Told, t => t.Where == "2026");
        Assert.Equal("Kỳ nội bộ (2025)", RoundRenewal.Of(Earlier with { Title = "Kỳ nội bộ" }, 2025, Register, Links, WorkingCalendar.MondayToFriday).Setup.Title);
    }

    private static AgencyId Id(string text) => AgencyId.Parse(text);

    private static Agency Of(string id, string name, DateOnly? until = null) => new() { Id = Id(id), Name = name, Kind = AgencyKind.Department, ValidTo = until };
}
