using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Organisations;

namespace OpenPar.Core.Tests.Organisations;

public sealed class LineageTests
{
    private static readonly DateOnly March = new(2025, 3, 1), Today = new(2026, 1, 5);

    [Fact]
    public void Merged_units_are_stood_for_by_the_new_one_which_continues_all_their_years()
    {
        var lineage = Of([Link("a", "c", SuccessionKind.Merge), Link("b", "c", SuccessionKind.Merge)], Ended("a"), Ended("b"), Living("c"));

        Assert.Equal(["c"], Heirs(lineage, "a"));
        Assert.Equal(["c"], Heirs(lineage, "c"));
        Assert.Equal([("a", false, null), ("b", false, null)], Forebears(lineage, "c"));
    }

    [Fact]
    public void A_renamed_unit_is_the_same_until_something_else_lies_between()
    {
        var lineage = Of([Link("old", "mid", SuccessionKind.Merge), Link("mid", "new", SuccessionKind.Rename)], Ended("old"), Ended("mid"), Living("new"));

        Assert.Equal([("mid", true, null), ("old", false, null)], Forebears(lineage, "new"));
    }

    [Fact]
    public void A_part_that_was_split_off_continues_the_years_before_and_the_rest_names_it()
    {
        var lineage = Of([Link("whole", "part", SuccessionKind.Split), Link("older", "whole", SuccessionKind.Merge)], Ended("older"), Living("whole"), Living("part"));

        Assert.Equal(["whole"], Heirs(lineage, "whole"));
        Assert.Equal([("whole", false, 2024), ("older", false, 2024)], Forebears(lineage, "part"));
        Assert.Equal(["part"], lineage.PartsOf(AgencyId.Parse("whole")).Select(l => l.Successor.ToString()));
        Assert.Empty(lineage.PartsOf(AgencyId.Parse("older")));
    }

    [Fact]
    public void A_handed_over_duty_makes_nobody_a_successor_while_the_agency_lives()
    {
        Assert.Empty(Forebears(Of([Link("a", "b", SuccessionKind.Transfer)], Living("a"), Living("b")), "b"));
        Assert.Equal([("a", false, null)], Forebears(Of([Link("a", "b", SuccessionKind.Transfer)], Ended("a"), Living("b")), "b"));
        Assert.Equal(["a"], Heirs(Of([], Ended("a")), "a"));
        Assert.Equal(["unknown"], Heirs(Of([]), "unknown"));
    }

    [Fact]
    public void Whoever_stands_for_an_ended_agency_continues_it_whatever_the_links()
    {
        var agencies = Gen.Choose(0, 5);
        var links = Gen.ListOf(agencies.SelectMany(from => agencies.SelectMany(to => Gen.Choose(0, 3).Select(kind => (from, to, kind)))));
        var registers = Gen.ArrayOf(Gen.Elements(true, false), 6);
        Prop.ForAll(links.SelectMany(l => registers.Select(r => (l, r))).ToArbitrary(), given =>
        {
            var lineage = Of(
                [.. given.l.Where(l => l.from != l.to).Select(l => Link($"u{l.from}", $"u{l.to}", (SuccessionKind)l.kind))],
                [.. given.r.Select((living, i) => living ? Living($"u{i}") : Ended($"u{i}"))]);
            return given.r.Index().All(u => Heirs(lineage, $"u{u.Index}") is var heirs && heirs.Count > 0
                && heirs.All(h => h == $"u{u.Index}" || Forebears(lineage, h).Exists(f => f.Agency == $"u{u.Index}" && f.LastYear is null)));
        }).QuickCheckThrowOnFailure();
    }

    private static Lineage Of(Succession[] links, params Agency[] agencies) => new(agencies.ToDictionary(a => a.Id), links, Today);

    private static List<string> Heirs(Lineage lineage, string agency) => [.. lineage.HeirsOf(AgencyId.Parse(agency)).Select(a => a.ToString())];

    private static List<(string Agency, bool Renamed, int? LastYear)> Forebears(Lineage lineage, string agency) =>
        [.. lineage.ForebearsOf(AgencyId.Parse(agency)).Select(f => (f.Agency.ToString(), f.Renamed, f.LastYear))];

    private static Agency Living(string id) => new() { Id = AgencyId.Parse(id), Name = id, Kind = AgencyKind.Department };

    private static Agency Ended(string id) => Living(id) with { ValidTo = March.AddDays(-1) };

    private static Succession Link(string from, string to, SuccessionKind kind) => new(AgencyId.Parse(from), AgencyId.Parse(to), March, kind, null);
}
