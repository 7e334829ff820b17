using Xunit.Sdk;
using Xunit.v3;

namespace OpenPar.Browser.Tests.Support;

/// <summary>Whole seasons begin first: a long test that begins last runs alone.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(c => Weight(c.TestCollectionDisplayName)).ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal)];

    private static int Weight(string name) =>
        name.Contains("NineSteps", StringComparison.Ordinal) ? 3
        : name.Contains("DraftEditor", StringComparison.Ordinal) ? 2
        : name.Contains("demonstration", StringComparison.OrdinalIgnoreCase) ? 1
        : 0;
}
