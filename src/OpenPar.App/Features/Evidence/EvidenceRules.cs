namespace OpenPar.App.Features.Evidence;

/// <summary>Bounds of what the library takes in. An installation may tighten them.</summary>
public sealed record EvidenceRules
{
    /// <summary>Largest file, in bytes: 2 GB.</summary>
    public const long LargestFile = 2L * 1024 * 1024 * 1024;

    /// <summary>Most that one person may have on the way or waiting to be described, in bytes.</summary>
    public long Quota { get; init; } = 10L * 1024 * 1024 * 1024;

    /// <summary>How long a file waits for its next part, or to be described.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromDays(7);
}
