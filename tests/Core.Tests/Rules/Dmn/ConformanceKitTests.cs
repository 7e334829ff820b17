namespace OpenPar.Core.Tests.Rules.Dmn;

public sealed class ConformanceKitTests
{
    // Calls into Java classes: there is no Java here.
    private const string Foreign = "0076-feel-external-java-test-01";

    [Fact]
    public void Every_case_of_the_stored_kit_holds_but_calls_into_java()
    {
        var files = Directory.EnumerateFiles(Kit(), "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var outcomes = files.Select(DmnFiles.Run).ToList();

        var failures = outcomes.SelectMany(outcome => outcome.Failures.Select(failure => (outcome.Name, Failure: failure))).ToList();
        Assert.DoesNotContain(failures, failed => failed.Name != Foreign);
        Assert.All(failures, failed => Assert.Contains("not supported", failed.Failure.Actual, StringComparison.Ordinal));
        Assert.True(outcomes.Sum(outcome => outcome.Passed) > 2900, "Only a part of the kit was run.");
    }

    private static string Kit()
    {
        var root = Environment.GetEnvironmentVariable("OPENPAR_SHARED") is { Length: > 0 } named ? named : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); root is null && folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "shared", "seeds"))) root = Path.Combine(folder.FullName, "shared");
        var kit = root is null ? null : Path.Combine(root, "tck");
        if (kit is null || !Directory.Exists(kit)) Assert.Skip("shared/tck is not on this machine (set OPENPAR_SHARED).");
        return kit;
    }
}
