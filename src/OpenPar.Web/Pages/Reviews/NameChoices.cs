using OpenPar.App.Features.Organisations;
using OpenPar.Core.Organisations;

namespace OpenPar.Web.Pages.Reviews;

/// <summary>A name of an imported file that stands for no certain agency.</summary>
/// <param name="Match">What the register makes of it.</param>
/// <param name="Rows">The rows that use it, in words.</param>
public sealed record UnclearName(AgencyMatch Match, string Rows);

/// <summary>Names a person explains during a review, one form each.</summary>
/// <param name="Action">Where the answers go.</param>
/// <param name="Names">The names.</param>
/// <param name="Register">All agencies.</param>
public sealed record NameChoices(string Action, IReadOnlyList<UnclearName> Names, IReadOnlyList<Agency> Register)
{
    /// <summary>A posted answer: "agency:so-noi-vu", "new:Department" or "none"; null when nothing was chosen.</summary>
    public static ExplainAgencyName.Command? Read(string? written, string? meaning, bool remember) => written is null ? null : meaning?.Split(':') switch
    {
        ["none"] => new(written, null, null, remember),
        ["agency", var text] when AgencyId.TryParse(text, out var id) => new(written, id, null, remember),
        ["new", var text] when Enum.TryParse<AgencyKind>(text, out var kind) && Enum.IsDefined(kind) => new(written, null, kind, remember),
        _ => null,
    };
}
