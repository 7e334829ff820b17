using OpenPar.Core.Frameworks;
using OpenPar.Core.Papers;

namespace OpenPar.Core.Results;

/// <summary>What is recorded of one session of a round's council.</summary>
public sealed record CouncilMeeting
{
    /// <summary>Title of the round.</summary>
    public required string Round { get; init; }

    /// <summary>The assessed year.</summary>
    public required int Year { get; init; }

    /// <summary>The body the council belongs to, in the case of ordinary text: "UBND tỉnh Mẫu".</summary>
    public required string Issuer { get; init; }

    /// <summary>Number and symbol of the minutes, such as "12/BB-HĐTĐ".</summary>
    public required string MinutesNumber { get; init; }

    /// <summary>The day of the session.</summary>
    public required DateOnly HeldOn { get; init; }

    /// <summary>What was noted about the session; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Name of the chair; null while none is named.</summary>
    public string? Chair { get; init; }

    /// <summary>Names of the other members; empty while none are named.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>What was decided, unit by unit in order of the framework.</summary>
    public IReadOnlyList<CouncilItem> Items { get; init; } = [];

    /// <summary>How points are printed.</summary>
    public OutputRounding Rounding { get; init; } = OutputRounding.Published;

    /// <summary>Version and date of data.</summary>
    public required PaperTrace Trace { get; init; }
}

/// <summary>One row the council decided in a session.</summary>
/// <param name="Unit">Name of the unit.</param>
/// <param name="Code">The leaf.</param>
/// <param name="Title">Its title.</param>
/// <param name="MaxPoints">Its maximum; null when unknown.</param>
/// <param name="SelfPoints">Points the unit gave itself; null for none.</param>
/// <param name="Before">Points before the session; null for none, as of a row out of the denominator.</param>
/// <param name="After">Points by the decision; null puts the row out of the denominator.</param>
/// <param name="Reason">Why.</param>
/// <param name="EnteredBy">The member who entered the decision.</param>
public sealed record CouncilItem(
    string Unit, CriterionCode Code, string Title, decimal? MaxPoints, decimal? SelfPoints, decimal? Before, decimal? After, string? Reason, string EnteredBy);
