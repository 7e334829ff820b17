namespace OpenPar.App.Data.Model.Rounds;

/// <summary>An approved result of a round: the decision and everything it rests on, frozen. Never changed; the last of a round counts.</summary>
public sealed class Approval
{
    public required long Id { get; init; }

    public required RoundId RoundId { get; init; }

    /// <summary>Number and symbol of the decision, such as "12/QĐ-UBND".</summary>
    public required string DecisionNumber { get; init; }

    public required DateOnly DecidedOn { get; init; }

    /// <summary>The result as canonical JSON.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of the content over UTF-8, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    public required string ApprovedBy { get; init; }

    public required DateTimeOffset ApprovedAt { get; init; }
}

/// <summary>The moment an approved result was published.</summary>
public sealed class Publication
{
    public required long Id { get; init; }

    public required long ApprovalId { get; init; }

    public required string PublishedBy { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }
}
