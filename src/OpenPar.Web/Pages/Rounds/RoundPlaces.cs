using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds.Checks;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>Addresses of the places where findings about a round are mended.</summary>
public static class RoundPlaces
{
    public static string? Url(RoundId round, RoundFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Place switch
        {
            RoundPlace.Setup => $"/rounds/{round.Value}/setup",
            RoundPlace.Group => $"/rounds/{round.Value}/groups/{finding.Id}",
            RoundPlace.Framework => $"/frameworks/{finding.Id}",
            RoundPlace.Criterion => $"/frameworks/{finding.Id!.Replace('#', '/')}",
            RoundPlace.Assignments => $"/assignments/{finding.Id}",
            RoundPlace.Accounts => "/accounts",
            _ => null,
        };
    }
}
