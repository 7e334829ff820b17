using OpenPar.Browser.Tests.Season;

namespace OpenPar.Browser.Tests.Demonstration;

/// <summary>The whole application with the demonstration province, which takes long to load: one for all tests that look at it.</summary>
public sealed class DemonstrationSite : SeasonSite
{
    protected override bool Demonstration => true;

    /// <summary>The tests that share it.</summary>
    [CollectionDefinition]
    public sealed class Shared : ICollectionFixture<DemonstrationSite>;
}
