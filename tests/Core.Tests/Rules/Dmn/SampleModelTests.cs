namespace OpenPar.Core.Tests.Rules.Dmn;

public sealed class SampleModelTests
{
    [Theory]
    [InlineData("ho-so-dung-han-test.xml", 4)]
    [InlineData("xep-loai-test.xml", 5)]
    [InlineData("tong-hop-test.xml", 2)]
    public void Every_case_of_the_sample_models_holds(string file, int cases)
    {
        var outcome = DmnFiles.Run(Path.Combine(DmnFiles.Samples, file));

        Assert.Empty(outcome.Failures);
        Assert.Equal(cases, outcome.Passed);
    }

    [Theory]
    [InlineData("ho-so-dung-han.dmn")]
    [InlineData("xep-loai.dmn")]
    [InlineData("tong-hop.dmn")]
    public void The_sample_models_have_no_findings(string file) =>
        Assert.Empty(DmnFiles.Program(Path.Combine(DmnFiles.Samples, file)).Findings);
}
