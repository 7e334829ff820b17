using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Rounds;

namespace OpenPar.Core.Tests.Rounds;

/// <summary>Votes of the council as they are typed.</summary>
public sealed class CouncilVotesTests
{
    [Fact]
    public void Typed_counts_are_read_as_they_stand_and_an_empty_one_is_none() => Prop.ForAll<int>(seed =>
    {
        var random = new Random(seed);
        string? Typed(int count) => count < 0 ? null : count.ToString(CultureInfo.InvariantCulture);
        var (inFavour, against, other) = (random.Next(CouncilVotes.Most + 1), random.Next(-9, CouncilVotes.Most + 1), random.Next(-9, CouncilVotes.Most + 1));
        var (votes, unread) = CouncilVotes.Read($" {inFavour} ", Typed(against), Typed(other));
        var parts = votes!.ToString().Split('/');
        return unread.Count == 0
            && votes == new CouncilVotes(inFavour, Math.Max(against, 0), Math.Max(other, 0))
            && votes.All == votes.For + votes.Against + votes.Other
            && CouncilVotes.Read(parts[0], parts[1], parts[2]).Votes == votes;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_typed_is_no_vote()
    {
        var (votes, unread) = CouncilVotes.Read("", " ", null);
        Assert.Null(votes);
        Assert.Empty(unread);
    }

    [Theory]
    [InlineData("bảy")]
    [InlineData("-1")]
    [InlineData("1000")]
    [InlineData("2,5")]
    public void What_is_no_count_is_named_by_its_field(string typed)
    {
        var (votes, unread) = CouncilVotes.Read("3", typed, typed);
        Assert.Null(votes);
        Assert.Equal(["votesAgainst", "votesOther"], unread);
    }
}
