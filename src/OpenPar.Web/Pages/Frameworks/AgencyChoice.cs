using OpenPar.Core.Organisations;

namespace OpenPar.Web.Pages.Frameworks;

/// <summary>Agencies to tick, several at once, without a script.</summary>
/// <param name="Legend">What is asked.</param>
/// <param name="Register">All agencies.</param>
/// <param name="Chosen">Those that are ticked; they come first.</param>
/// <param name="Prefix">Keeps the ids of several choices on one page apart.</param>
public sealed record AgencyChoice(string Legend, IReadOnlyList<Agency> Register, IReadOnlyCollection<AgencyId> Chosen, string Prefix)
{
    /// <summary>The ticked ones first, then the others.</summary>
    public IEnumerable<Agency> Ordered => Register.OrderByDescending(a => Chosen.Contains(a.Id));

    /// <summary>The agencies of a posted form; what is no identity is left out.</summary>
    public static IReadOnlyList<AgencyId> Read(IEnumerable<string>? posted) =>
        [.. (posted ?? []).Select(text => AgencyId.TryParse(text, out var id) ? id : (AgencyId?)null).OfType<AgencyId>()];
}
