using OpenPar.Core.Frameworks;
using OpenPar.Documents.Packs;

namespace OpenPar.Core.Tests;

/// <summary>The packs of the repository this test was built from.</summary>
internal static class PackFiles
{
    private static readonly Lazy<Framework> Official = new(() => Read("vn/par-index-province-1187"));

    /// <summary>The official provincial set in force.</summary>
    public static Framework Set1187 => Official.Value;

    /// <summary>The repository this test was built from.</summary>
    public static string Root => Path.GetDirectoryName(PackFolder.Root()) ?? throw new DirectoryNotFoundException("packs/");

    public static Framework Read(string pack)
    {
        var path = PackFolder.FileIn(Path.Combine(PackFolder.Root() ?? throw new DirectoryNotFoundException("packs/"), pack), FrameworkFile.Name);
        using var stream = File.OpenRead(path);
        var reading = FrameworkFile.Read(stream, path);
        return reading.Value ?? throw new InvalidDataException(string.Join('\n', reading.Findings.Select(f => $"{f.Where}: {f.Message.Vi}")));
    }
}
