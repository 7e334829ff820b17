using System.Globalization;
using OpenPar.Core.Rules.Reading;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace OpenPar.Core.Tests.Rules.Reading;

/// <summary>A scoring text with the rule a careful official reads in it, judged before the reader was run on it.</summary>
internal sealed record Wording
{
    public required string Text { get; init; }

    /// <summary>Short form of the rule, see <see cref="RuleMeaning"/>.</summary>
    public required string Rule { get; init; }

    /// <summary>Other forms that compute the same.</summary>
    public List<string> Or { get; init; } = [];

    public string? Max { get; init; }

    public string? Title { get; init; }

    /// <summary>Why the text does not decide the rule; null where it does.</summary>
    public string? Open { get; init; }

    public decimal? Points => Max is null ? null : decimal.Parse(Max, CultureInfo.InvariantCulture);

    public RuleSuggestion Read() => RuleSuggestion.Of(Text, Points, Title);

    /// <summary>Whether a reading computes what the text means.</summary>
    public bool Means(RuleSuggestion read)
    {
        var meaning = RuleMeaning.Of(read.Rule, Points);
        return meaning == Rule || Or.Contains(meaning);
    }

    /// <summary>The cases of a file of <c>Cases/Wordings</c>.</summary>
    public static List<Wording> Of(string file) =>
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
            .Deserialize<List<Wording>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases/Wordings", file + ".yaml")));
}
