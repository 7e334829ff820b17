[assembly: AssemblyFixture(typeof(OpenPar.Documents.Tests.NothingLeftBehind))]

namespace OpenPar.Documents.Tests;

/// <summary>
/// After the last test, no copy of a PDF and no folder of LibreOffice made by this process may lie in the temporary folder.
/// Asked once at the end: while tests run, what lies there may belong to the test next door.
/// </summary>
public sealed class NothingLeftBehind : IDisposable
{
    /// <summary>An earlier process of the same number may have been killed.</summary>
    private readonly HashSet<string> before = [.. Copies()];

    public void Dispose() => Assert.Empty(Copies().Except(before));

    /// <summary>Readers make their copies under names that carry the number of the process.</summary>
    private static IEnumerable<string> Copies() => Directory.EnumerateFileSystemEntries(Path.GetTempPath(), "openpar-*").Where(path => Path.GetFileName(path).Contains($"-{Environment.ProcessId}-", StringComparison.Ordinal));
}
