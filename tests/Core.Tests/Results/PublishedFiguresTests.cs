using System.Text.Json.Nodes;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Tests.Rules;

namespace OpenPar.Core.Tests.Results;

/// <summary>Published tables come out again from their published parts, with rounding as a setting (<c>Cases/Published</c>).</summary>
public sealed class PublishedFiguresTests
{
    private static readonly Lazy<List<JsonObject>> Figures = new(() =>
        [.. YamlJson.Read(Path.Combine(AppContext.BaseDirectory, "Cases", "Published", "totals.yaml"))!["figures"]!.AsArray().Select(f => f!.AsObject())]);

    public static TheoryData<int, string> All() => new(Figures.Value.Select((f, i) => new TheoryDataRow<int, string>(i, f["source"]!.ToString())));

    [Theory]
    [MemberData(nameof(All))]
    public void The_published_figure_comes_out(int index, string source)
    {
        var figure = Figures.Value[index];
        Assert.NotEmpty(source);
        if (figure["parts"] is { } parts)
        {
            Assert.Equal(figure["sum"]!.GetValue<decimal>(), parts.AsArray().Sum(p => p!.GetValue<decimal>()));
            // Rounded parts may miss a total that was rounded from unrounded ones, by half a digit each.
            Assert.InRange(Math.Abs(figure["published"]!.GetValue<decimal>() - figure["sum"]!.GetValue<decimal>()), 0, 0.005m * (parts.AsArray().Count + 1));
            return;
        }

        var rounding = new OutputRounding((int)figure["digits"]!.GetValue<decimal>(), Enum.Parse<RoundingMode>(figure["mode"]!.ToString(), true));
        Assert.Equal(figure["percent"]!.GetValue<decimal>(), rounding.Apply(figure["over"]!.GetValue<decimal>() / figure["of"]!.GetValue<decimal>() * 100));
    }
}
