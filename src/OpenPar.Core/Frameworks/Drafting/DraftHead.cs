namespace OpenPar.Core.Frameworks.Drafting;

/// <summary>What was typed about a framework as a whole, readable or not.</summary>
public sealed record DraftHead
{
    /// <summary>Set and version, such as <c>par-index-province/1187-2025</c>.</summary>
    public string Identity { get; init; } = "";

    /// <summary>Title as printed.</summary>
    public string Title { get; init; } = "";

    /// <summary>Number and symbol of the decision.</summary>
    public string DecisionNumber { get; init; } = "";

    /// <summary>Issuing body.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>Day of issue, dd/MM/yyyy; empty when unknown.</summary>
    public string IssuedOn { get; init; } = "";

    /// <summary>The annex the tree stands in.</summary>
    public string Annex { get; init; } = "";

    /// <summary>Guidance letter.</summary>
    public string GuidanceDocument { get; init; } = "";

    /// <summary>First assessment year.</summary>
    public string FirstYear { get; init; } = "";

    /// <summary>Last assessment year; empty while in force.</summary>
    public string LastYear { get; init; } = "";

    /// <summary>Maximum of the whole set; empty when unknown.</summary>
    public string TotalPoints { get; init; } = "";

    /// <summary>Decimals shown, 0–6.</summary>
    public string RoundingDigits { get; init; } = "2";

    /// <summary>How points are rounded when shown.</summary>
    public RoundingMode RoundingMode { get; init; } = RoundingMode.HalfUp;
}
