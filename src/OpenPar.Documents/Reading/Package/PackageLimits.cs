namespace OpenPar.Documents.Reading.Package;

/// <summary>How much of a package is unpacked at most.</summary>
/// <param name="Entries">Most entries.</param>
/// <param name="PartBytes">Largest part once unpacked, in bytes.</param>
/// <param name="Bytes">Most that all parts unpack to, in bytes.</param>
internal sealed record PackageLimits(int Entries, long PartBytes, long Bytes)
{
    /// <summary>Those of documents that are read.</summary>
    public static PackageLimits Reading { get; } = new(ReadingLimits.PackageEntries, ReadingLimits.PartBytes, ReadingLimits.PackageBytes);
}

/// <summary>Why bytes are no package that can be opened.</summary>
internal enum PackageFault
{
    None,
    Broken,
    Protected,
    TooManyEntries,
}
