using OpenPar.Core.Organisations;

namespace OpenPar.Core.Tests.Organisations;

/// <summary>Whose figures of an earlier year are those of a unit of today.</summary>
public sealed class UnitsOfYearTests
{
    private static readonly DateOnly Change = new(2025, 3, 1);

    private static readonly Dictionary<AgencyId, Agency> Register = new[]
    {
        Agency("a", to: new DateOnly(2025, 2, 28)), Agency("b", to: new DateOnly(2025, 2, 28)), Agency("ab", from: Change), Agency("c"), Agency("d"), Agency("e", from: Change),
    }.ToDictionary(a => a.Id);

    private static readonly Succession[] Links =
    [
        Link("a", "ab", SuccessionKind.Merge), Link("b", "ab", SuccessionKind.Merge), Link("d", "c", SuccessionKind.Merge), Link("c", "e", SuccessionKind.Split),
        // A circle in the register must not hang anybody.
        Link("ab", "a", SuccessionKind.Rename),
    ];

    [Theory]
    [InlineData("ab", 2024, "a b", true)]
    [InlineData("ab", 2025, "ab", true)]
    [InlineData("c", 2024, "c d", true)]
    [InlineData("c", 2025, "c", true)]
    [InlineData("e", 2024, "", false)]
    [InlineData("e", 2025, "e", true)]
    public void Before_a_merger_the_predecessors_stand_and_a_split_leaves_the_figure_to_a_person(string unit, int year, string units, bool whole)
    {
        var found = UnitsOfYear.On(AgencyId.Parse(unit), new DateOnly(year, 12, 31), Register, Links);
        Assert.Equal((units, whole), (string.Join(' ', found.Units), found.Whole));
    }

    private static Agency Agency(string id, DateOnly? from = null, DateOnly? to = null) =>
        new() { Id = AgencyId.Parse(id), Name = id, Kind = AgencyKind.Department, ValidFrom = from, ValidTo = to };

    private static Succession Link(string before, string after, SuccessionKind kind) => new(AgencyId.Parse(before), AgencyId.Parse(after), Change, kind, null);
}
