using OpenPar.Core.Frameworks;

namespace OpenPar.App.Data.Model.Frameworks;

/// <summary>What a leaf is to reach in a year (mục tiêu): points, words, or both.</summary>
public sealed class Target
{
    public required FrameworkId FrameworkId { get; init; }

    public required CriterionCode Code { get; init; }

    public required int Year { get; init; }

    public decimal? Points { get; set; }

    public string? Text { get; set; }

    public required AssignmentOrigin Origin { get; set; }

    /// <summary>What a reader should know about it, such as the row it was carried over from.</summary>
    public string? Note { get; set; }

    public required DateTimeOffset DecidedAt { get; set; }

    /// <summary>Name of the person who decided.</summary>
    public required string DecidedBy { get; set; }
}
