using OpenPar.Core.Organisations;

namespace OpenPar.Core.Tests.Organisations;

public sealed class SuccessionPathTests
{
    private static readonly DateOnly March = new(2025, 3, 1);

    [Fact]
    public void An_agency_that_exists_stands_for_itself()
    {
        var path = On("a", new DateOnly(2025, 2, 28), Agency("a", to: March.AddDays(-1)), Agency("b"));

        Assert.Equal(("a", false, false), (Assert.Single(path.Heirs).Id.ToString(), path.Replaced, path.Lost));
    }

    [Fact]
    public void An_agency_that_has_ended_is_followed_through_several_changes()
    {
        var path = On("a", new DateOnly(2025, 7, 1), Agency("a", to: March.AddDays(-1)), Agency("b", March, new DateOnly(2025, 5, 31)), Agency("c", new DateOnly(2025, 6, 1)));

        Assert.Equal("c", Assert.Single(path.Heirs).Id.ToString());
        Assert.True(path.Replaced);
        Assert.Equal(2, path.Steps.Count);
    }

    [Fact]
    public void A_link_that_is_not_yet_in_effect_does_not_count()
    {
        var path = On("a", March.AddDays(5), Agency("a", to: March.AddDays(-1)), Agency("b", March, March.AddDays(4)), Agency("c"));

        Assert.True(path.Lost);
    }

    [Fact]
    public void A_circle_of_links_ends()
    {
        var ended = March.AddDays(-1);
        var register = new[] { Agency("a", to: ended), Agency("b", to: ended) }.ToDictionary(a => a.Id);
        Succession[] links = [Link("a", "b", March), Link("b", "a", March)];

        Assert.True(SuccessionPath.On(register[AgencyId.Parse("a")], March, register, links).Lost);
    }

    private static SuccessionPath On(string id, DateOnly day, params Agency[] agencies)
    {
        var register = agencies.ToDictionary(a => a.Id);
        Succession[] links = [Link("a", "b", March), Link("b", "c", new DateOnly(2025, 6, 1))];
        return SuccessionPath.On(register[AgencyId.Parse(id)], day, register, links);
    }

    private static Agency Agency(string id, DateOnly? from = null, DateOnly? to = null) =>
        new() { Id = AgencyId.Parse(id), Name = id, Kind = AgencyKind.Department, ValidFrom = from, ValidTo = to };

    private static Succession Link(string from, string to, DateOnly on) => new(AgencyId.Parse(from), AgencyId.Parse(to), on, SuccessionKind.Merge, null);
}
