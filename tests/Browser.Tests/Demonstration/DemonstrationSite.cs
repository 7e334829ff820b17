using OpenPar.Browser.Tests.Season;

namespace OpenPar.Browser.Tests.Demonstration;

/// <summary>The whole application with the demonstration province.</summary>
public sealed class DemonstrationSite : SeasonSite
{
    protected override bool Demonstration => true;
}
