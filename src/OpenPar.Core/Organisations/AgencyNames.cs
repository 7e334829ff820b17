using OpenPar.Core.Text;

namespace OpenPar.Core.Organisations;

/// <summary>How a written name was found in the register.</summary>
public enum AgencyMatchKind
{
    /// <summary>The full name, without regard to case and accents.</summary>
    Name,

    /// <summary>A recorded alias.</summary>
    Alias,

    /// <summary>An abbreviation that stands for exactly one agency, such as "Sở KH&amp;ĐT".</summary>
    Abbreviation,

    /// <summary>More than one agency bears the name or abbreviation; a person decides.</summary>
    Ambiguous,

    /// <summary>The agency is in the register but does not exist on the day; a person decides.</summary>
    OtherTime,

    /// <summary>No agency bears the name.</summary>
    Unknown,
}

/// <summary>An agency that may be meant.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Score">Likeness from 0 (nothing in common) to 1 (the same).</param>
public sealed record AgencyCandidate(Agency Agency, double Score);

/// <summary>What a written name stands for.</summary>
/// <param name="Written">The name as written.</param>
/// <param name="Kind">How it was found.</param>
/// <param name="Agency">The agency; null unless it is certain.</param>
/// <param name="Candidates">At most three agencies, best first, when it is not certain.</param>
public sealed record AgencyMatch(string Written, AgencyMatchKind Kind, Agency? Agency, IReadOnlyList<AgencyCandidate> Candidates);

/// <summary>
/// Finds written names in the register as it stood on a day. Only a full name, a recorded alias or an abbreviation
/// of exactly one agency resolves; everything else gives the nearest names for a person to choose from.
/// </summary>
public sealed class AgencyNames
{
    private const int Offered = 3;
    private readonly IReadOnlyList<Agency> register;
    private readonly DateOnly on;
    private readonly ILookup<string, Agency> byName;
    private readonly ILookup<string, Agency> byAlias;
    private readonly ILookup<string, Agency> byAbbreviation;

    /// <summary>Prepares the search.</summary>
    /// <param name="register">All agencies, past ones included.</param>
    /// <param name="on">The day on which the names were written.</param>
    public AgencyNames(IReadOnlyList<Agency> register, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(register);
        this.register = register;
        this.on = on;
        byName = register.ToLookup(agency => AgencySpelling.Key(agency.Name), StringComparer.Ordinal);
        byAlias = Lookup(agency => agency.Aliases.Select(AgencySpelling.Key));
        byAbbreviation = Lookup(agency => AgencySpelling.Abbreviations(agency.Name));
    }

    /// <summary>What a written name stands for; never throws, whatever was written.</summary>
    public AgencyMatch Match(string? written)
    {
        var key = AgencySpelling.Key(written);
        if (key.Length == 0) return new AgencyMatch(written ?? string.Empty, AgencyMatchKind.Unknown, null, []);
        foreach (var (kind, found) in Lookups(key))
        {
            var bearers = found.Distinct().ToList();
            if (bearers.Count == 0) continue;
            var present = bearers.Where(agency => agency.ExistsOn(on)).ToList();
            if (present.Count == 1) return new AgencyMatch(written!, kind, present[0], []);
            return present.Count > 1
                ? new AgencyMatch(written!, AgencyMatchKind.Ambiguous, null, Full(present))
                : new AgencyMatch(written!, AgencyMatchKind.OtherTime, null, Full(bearers));
        }

        return new AgencyMatch(written!, AgencyMatchKind.Unknown, null, Nearest(key));
    }

    private IEnumerable<(AgencyMatchKind Kind, IEnumerable<Agency> Found)> Lookups(string key) =>
    [
        (AgencyMatchKind.Name, byName[key]),
        (AgencyMatchKind.Alias, byAlias[key]),
        (AgencyMatchKind.Abbreviation, byAbbreviation[AgencySpelling.Compact(key)]),
    ];

    private static List<AgencyCandidate> Full(List<Agency> agencies) =>
        [.. agencies.Take(Offered).Select(agency => new AgencyCandidate(agency, 1))];

    private List<AgencyCandidate> Nearest(string key) =>
        [.. register.Where(agency => agency.ExistsOn(on))
            .Select(agency => new AgencyCandidate(agency, Best(agency, key)))
            .Where(candidate => candidate.Score > 0)
            .OrderByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Agency.Id.ToString(), StringComparer.Ordinal)
            .Take(Offered)];

    private static double Best(Agency agency, string key) =>
        agency.Aliases.Append(agency.Name).Max(name => TextLikeness.Of(AgencySpelling.Key(name), key));

    private ILookup<string, Agency> Lookup(Func<Agency, IEnumerable<string>> keys) =>
        register.SelectMany(agency => keys(agency).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal)
            .Select(key => (key, agency))).ToLookup(pair => pair.key, pair => pair.agency, StringComparer.Ordinal);
}
