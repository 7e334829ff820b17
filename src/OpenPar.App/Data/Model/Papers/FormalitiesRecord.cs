namespace OpenPar.App.Data.Model.Papers;

/// <summary>What the province sets once for all its papers. There is one at most.</summary>
public sealed class FormalitiesRecord
{
    public const int Only = 1;

    public int Id { get; init; } = Only;

    /// <summary>Name of the place (địa danh).</summary>
    public string? Place { get; set; }

    public string? DecisionAuthority { get; set; }

    public string? DecisionPosition { get; set; }

    public string? DecisionSigner { get; set; }

    public string? ReportAuthority { get; set; }

    public string? ReportPosition { get; set; }

    public string? ReportSigner { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}
