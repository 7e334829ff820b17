using OpenPar.Documents.Tests.Writing;

namespace OpenPar.Documents.Tests.Reading.Plans;

/// <summary>Each sample plan reads exactly as its approved result says.</summary>
public class PlanSampleTests
{
    [Theory]
    [InlineData("plan-table")]
    [InlineData("bare-plan")]
    [InlineData("improvement")]
    public async Task A_sample_reads_as_approved(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Samples", "plans");
        var plan = await Plans.ReadFileAsync(Path.Combine(folder, name + ".txt"));
        ApprovedFile.Matches($"plan.{name}.txt", string.Join('\n', Plans.Lines(plan)) + "\n");
    }
}
