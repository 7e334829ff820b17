using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Versions;

namespace OpenPar.App.Data.Model.Frameworks;

/// <summary>What a person said about a proposed continuation.</summary>
public enum MappingState
{
    /// <summary>It is right.</summary>
    Confirmed,

    /// <summary>Other rows or another relation are right.</summary>
    Changed,

    /// <summary>These rows do not belong together; they are not proposed for each other again.</summary>
    Refused,
}

/// <summary>A person's decision on how rows of an older framework continue in a newer one.</summary>
public sealed class MappingDecision
{
    public required MappingId Id { get; init; }

    public required FrameworkId FromFrameworkId { get; init; }

    public required FrameworkId ToFrameworkId { get; init; }

    public required MappingRelation Relation { get; init; }

    public required MappingState State { get; init; }

    /// <summary>The person's reason.</summary>
    public string? Note { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Name of the person who decided.</summary>
    public required string DecidedBy { get; init; }

    public List<MappingMember> Members { get; init; } = [];

    /// <summary>The decision as a continuation; a person's word is certain.</summary>
    public Continuation ToContinuation() => new(
        [.. Members.Where(m => m.FrameworkId == FromFrameworkId).Select(m => m.Code).Order()],
        [.. Members.Where(m => m.FrameworkId == ToFrameworkId).Select(m => m.Code).Order()], Relation, 1, []);
}

/// <summary>A row that a decision names; the framework says on which side it stands.</summary>
public sealed class MappingMember
{
    public required MappingId DecisionId { get; init; }

    public required FrameworkId FrameworkId { get; init; }

    public required CriterionCode Code { get; init; }
}
