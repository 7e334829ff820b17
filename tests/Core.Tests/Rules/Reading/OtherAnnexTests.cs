using System.Globalization;
using OpenPar.Core.Rules.Reading;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace OpenPar.Core.Tests.Rules.Reading;

/// <summary>The reader against the wordings of other annexes, <c>other-annexes.yaml</c>.</summary>
public sealed class OtherAnnexTests
{
    private sealed record Sample
    {
        public required string Text { get; init; }

        public required string Max { get; init; }

        public required string Rule { get; init; }

        /// <summary>False where the text leaves something open: a reading may not be sure of itself.</summary>
        public bool Sure { get; init; } = true;

        public decimal Points => decimal.Parse(Max, CultureInfo.InvariantCulture);
    }

    public static TheoryData<int> All() => [.. Enumerable.Range(0, Samples().Count)];

    [Theory]
    [MemberData(nameof(All))]
    public void The_text_is_read_as_an_official_would(int index)
    {
        var sample = Samples()[index];
        var read = RuleSuggestion.Of(sample.Text, sample.Points);
        Assert.Equal(sample.Rule, RuleMeaning.Of(read.Rule, sample.Points));
        if (!sample.Sure) Assert.False(read.Sure, sample.Text);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_word_belongs_to_a_part_or_stands_unread(int index)
    {
        var text = Samples()[index].Text;
        var read = RuleSuggestion.Of(text, Samples()[index].Points);
        var told = string.Join(' ', read.Words.Select(w => w.Text).Concat(read.Unread));
        foreach (var word in text.Split([' ', '\n', '/'], StringSplitOptions.RemoveEmptyEntries))
            Assert.Contains(word.Trim(',', '.', ';', ':', '(', ')', '-', '+', '/'), told, StringComparison.Ordinal);
        foreach (var words in read.Words) Assert.Equal(words.Text, text.Substring(words.Start, words.Length));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Decimal_point_and_comma_blanks_and_composition_change_nothing(int index)
    {
        var sample = Samples()[index];
        var expected = RuleMeaning.Of(RuleSuggestion.Of(sample.Text, sample.Points).Rule, sample.Points);
        var other = sample.Text.Normalize(System.Text.NormalizationForm.FormD).Replace(" ", "  ", StringComparison.Ordinal).Replace("0,5", "0.5", StringComparison.Ordinal).Replace("0,25", "0.25", StringComparison.Ordinal);
        Assert.Equal(expected, RuleMeaning.Of(RuleSuggestion.Of(other, sample.Points).Rule, sample.Points));
    }

    private static List<Sample> Samples() =>
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
            .Deserialize<List<Sample>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Rules/Reading/other-annexes.yaml")));
}
