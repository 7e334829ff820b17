using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules.Reading;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace OpenPar.Core.Tests.Rules.Reading;

/// <summary>25 official leaves judged by hand from the official text alone, against the reader.</summary>
public sealed class HandReadTests
{
    private sealed record Judged
    {
        public required string Code { get; init; }

        public required string Rule { get; init; }

        public string? Open { get; init; }
    }

    [Fact]
    public void What_a_person_reads_in_the_official_text_the_reader_reads()
    {
        var differences = new List<string>();
        foreach (var one in Judgements())
        {
            var leaf = PackFiles.Set1187.Find(CriterionCode.Parse(one.Code))!;
            var read = RuleSuggestion.Of(RuleSuggestion.TextOf(leaf.RuleText!, leaf.Note), leaf.MaxPoints, leaf.Title, leaf.Method == ScoringMethod.Survey);
            var meaning = RuleMeaning.Of(read.Rule, leaf.MaxPoints);
            if (one.Open is null ? meaning != one.Rule || !read.Sure : read.Sure) differences.Add($"{one.Code}: {one.Rule} / {meaning} {read.Confidence}");
        }

        Assert.Empty(differences);
    }

    private static List<Judged> Judgements() =>
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
            .Deserialize<List<Judged>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases/Wordings/hand-1187.yaml")));
}
