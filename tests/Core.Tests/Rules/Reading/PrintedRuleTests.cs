using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Rules.Printing;
using OpenPar.Core.Rules.Reading;

namespace OpenPar.Core.Tests.Rules.Reading;

/// <summary>What the printer of annex wording writes, the reader of rule text reads back to the same rule, part for part.</summary>
public sealed class PrintedRuleTests
{
    public static TheoryData<string> Kinds() => [.. AnnexRule.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_printed_rule_is_read_back_to_the_same_rule(string kind) => Prop.ForAll<int, int>((one, other) =>
    {
        const decimal Max = 2;
        var rule = new AnnexRule(new Random((one * 7919) + other), Max).Of(kind);
        var text = AnnexText.Of(rule, Max);

        var read = RuleSuggestion.Of(text, Max);

        Assert.True(read.Rule is not null, $"not read:\n{text}");
        var (expected, found) = (SpokenRule.Of(rule), SpokenRule.Of(read.Rule));
        Assert.True(expected == found, $"{text}\n{expected}\n{found}");
        Assert.True(read.Unread.Count == 0, $"unread {string.Join(" | ", read.Unread)}\n{text}");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
}
