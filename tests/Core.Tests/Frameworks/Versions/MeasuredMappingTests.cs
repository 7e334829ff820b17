using OpenPar.Core.Frameworks.Versions;

namespace OpenPar.Core.Tests.Frameworks.Versions;

/// <summary>
/// How well the proposals meet what a person judged. The figures stand in <c>docs/methods.md</c>; the tests print them and every miss with
/// <c>dotnet run --project tests/Core.Tests -- --filter-class '*MeasuredMapping*' --show-live-output on</c>.
/// </summary>
public sealed class MeasuredMappingTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("1150", "876", 0.90, 0.85, 0.80)]
    [InlineData("876", "1187", 0.95, 0.95, 0.90)]
    public void The_proposals_meet_the_judged_rows(string from, string to, double precision, double recall, double relations)
    {
        var measure = JudgedMapping.Read($"mapping-{from}-{to}.txt")
            .Against(FrameworkMapping.Propose(PackFiles.Read($"vn/par-index-province-{from}"), PackFiles.Read($"vn/par-index-province-{to}")));
        output.WriteLine($"{from} → {to}: {measure}");
        foreach (var miss in measure.Misses) output.WriteLine("  " + miss);

        Assert.True(measure.Judged >= 100, $"only {measure.Judged} rows are judged");
        Assert.True(measure.Precision >= precision && measure.Recall >= recall && measure.RelationShare >= relations, measure.ToString());
    }
}
