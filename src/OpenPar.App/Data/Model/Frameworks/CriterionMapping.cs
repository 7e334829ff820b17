using OpenPar.Core.Frameworks;

namespace OpenPar.App.Data.Model.Frameworks;

/// <summary>Where a proposed link between two frameworks stands.</summary>
public enum MappingState
{
    /// <summary>Proposed by title and place; nobody has looked.</summary>
    Proposed,

    /// <summary>A person said it is right.</summary>
    Confirmed,

    /// <summary>A person chose another counterpart.</summary>
    Changed,

    /// <summary>A person said there is no counterpart.</summary>
    NoCounterpart,
}

/// <summary>Which criterion of an older framework a criterion of a newer one continues.</summary>
public sealed class CriterionMapping
{
    public required FrameworkId FromFrameworkId { get; init; }

    public required FrameworkId ToFrameworkId { get; init; }

    public required CriterionCode ToCode { get; init; }

    /// <summary>The older criterion; null when none was found.</summary>
    public CriterionCode? FromCode { get; set; }

    /// <summary>How alike the two are, 0 to 1.</summary>
    public required double Likeness { get; init; }

    public required MappingState State { get; set; }
}
