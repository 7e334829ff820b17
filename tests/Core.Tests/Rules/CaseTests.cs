using System.Globalization;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace OpenPar.Core.Tests.Rules;

/// <summary>Runs <c>Cases/*.yaml</c>: declared figures → points and outcome under the official set, as a lawyer can read them.</summary>
public sealed class CaseTests
{
    public static TheoryData<string, int> All()
    {
        var data = new TheoryData<string, int>();
        foreach (var file in Files())
        {
            for (var i = 0; i < Load(file).Cases.Count; i++) data.Add(Path.GetFileName(file), i);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_case_comes_out_as_written(string file, int index)
    {
        var one = Load(Path.Combine(Folder, file)).Cases[index];
        var leaf = PackFiles.Set1187.Find(CriterionCode.Parse(one.Code))!;
        var facts = one.Facts.ToDictionary(f => f.Key, f => Value(leaf.Rule!.Needs.Single(n => n.Name == f.Key), f.Value));

        var row = leaf.Rule!.Explain(new FactSet(facts), leaf.MaxPoints!.Value);

        Assert.Equal(one.Outcome, row.Score.Outcome);
        Assert.Equal(one.Points is null ? null : Exact(one.Points), row.Score.Points);
    }

    [Fact]
    public void Every_kind_of_the_official_set_has_cases()
    {
        var kinds = Files().SelectMany(f => Load(f).Cases).Select(c => PackFiles.Set1187.Find(CriterionCode.Parse(c.Code))!.Rule!.GetType().Name).Distinct();
        Assert.Equal(["Bands", "Choice", "Deduct", "IndexResult", "Linear", "SumOfParts", "SurveyResult"], kinds.Order());
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Cases");

    private static IEnumerable<string> Files() => Directory.GetFiles(Folder, "*.yaml").Order(StringComparer.Ordinal);

    private static CaseFile Load(string path) =>
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<CaseFile>(File.ReadAllText(path));

    private static FactValue Value(FactDefinition fact, string text) =>
        fact.Type switch
        {
            FactType.Choice => FactValue.Of(text),
            FactType.YesNo => FactValue.Of(text == "yes"),
            _ => FactValue.Of(decimal.Parse(text, CultureInfo.InvariantCulture)),
        };

    /// <summary>A decimal, or a fraction such as 98/112 where the decimal does not end.</summary>
    private static decimal Exact(string text)
    {
        var parts = text.Split('/');
        var number = decimal.Parse(parts[0], CultureInfo.InvariantCulture);
        return parts.Length == 1 ? number : number / decimal.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    private sealed class CaseFile
    {
        public string Title { get; set; } = "";
        public List<Case> Cases { get; set; } = [];
    }

    private sealed class Case
    {
        public string Code { get; set; } = "";
        public string Why { get; set; } = "";
        public Dictionary<string, string> Facts { get; set; } = [];
        public string? Points { get; set; }
        public Outcome Outcome { get; set; } = Outcome.Scored;
    }
}
