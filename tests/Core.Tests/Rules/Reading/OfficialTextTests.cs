using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules.Reading;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace OpenPar.Core.Tests.Rules.Reading;

/// <summary>The reader against the scoring texts of the official set in force, rules as <c>official-1187.yaml</c> gives them.</summary>
public sealed class OfficialTextTests
{
    private sealed record Expected
    {
        public required string Code { get; init; }

        public required string Rule { get; init; }

        /// <summary>Why the text does not decide; null where it does.</summary>
        public string? Unsure { get; init; }

        /// <summary>What the guidance letter adds to the text, and the pack therefore has; null where the text says all.</summary>
        public string? Letter { get; init; }
    }

    [Fact]
    public void Every_leaf_with_scoring_text_has_an_expected_rule() =>
        Assert.Equal(Leaves().Select(l => l.Code.ToString()), All().Select(e => e.Code));

    [Fact]
    public void At_least_73_of_81_texts_become_the_right_rule_without_correction()
    {
        var right = All().Count(e => e.Unsure is null && RuleMeaning.Of(Read(e.Code).Rule, Leaf(e.Code).MaxPoints) == e.Rule);
        Assert.True(right >= 73, $"{right} of {All().Count}");
    }

    [Fact]
    public void No_leaf_that_the_text_decides_is_lost()
    {
        var wrong = All().Where(e => e.Unsure is null).Select(e => (e.Code, e.Rule, Found: RuleMeaning.Of(Read(e.Code).Rule, Leaf(e.Code).MaxPoints))).Where(r => r.Rule != r.Found);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_wrong_or_open_reading_says_that_it_is_unsure()
    {
        foreach (var one in All())
        {
            var read = Read(one.Code);
            if (one.Unsure is not null || RuleMeaning.Of(read.Rule, Leaf(one.Code).MaxPoints) != one.Rule) Assert.False(read.Sure, one.Code);
        }
    }

    [Fact]
    public void Where_the_letter_adds_something_the_row_has_no_remark_to_read_it_from() =>
        Assert.All(All().Where(e => e.Letter is not null), e => Assert.Null(Leaf(e.Code).Note));

    [Fact]
    public void Figures_carry_the_words_of_the_text()
    {
        var facts = Read("1.3.2").Rule!.Needs;
        Assert.Equal(["a", "b", "c"], facts.Select(f => f.Name));
        Assert.Equal(["Tổng số vấn đề phải xử lý", "Số vấn đề đã hoàn thành việc xử lý", "Số vấn đề đã xử lý nhưng chưa hoàn thành"], facts.Select(f => f.Label));
        Assert.Equal(["vấn đề", "vấn đề", "vấn đề"], facts.Select(f => f.Unit));
        Assert.Equal([null, "a", "a"], facts.Select(f => f.AtMost));
    }

    [Fact]
    public void Figures_of_parts_have_names_of_their_own() =>
        Assert.Equal(["a1", "b1", "a2", "b2", "a3", "b3"], Read("7.4.7").Rule!.Needs.Select(f => f.Name));

    private static RuleSuggestion Read(string code)
    {
        var leaf = Leaf(code);
        var text = leaf.Note is { } note && note.Contains("thì", StringComparison.Ordinal) ? $"{leaf.RuleText}\n{note}" : leaf.RuleText!;
        return RuleSuggestion.Of(text, leaf.MaxPoints, leaf.Title, leaf.Method == ScoringMethod.Survey);
    }

    private static Criterion Leaf(string code) => PackFiles.Set1187.Find(CriterionCode.Parse(code))!;

    private static IEnumerable<Criterion> Leaves() => PackFiles.Set1187.Leaves.Where(l => l.RuleText is not null);

    private static List<Expected> All() =>
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
            .Deserialize<List<Expected>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Rules/Reading/official-1187.yaml")));
}
