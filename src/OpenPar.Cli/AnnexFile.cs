using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Documents.Reading;

namespace OpenPar.Cli;

/// <summary>Opens annexes named on the command line.</summary>
internal static class AnnexFile
{
    /// <summary>The annex; one that cannot be opened has no rows and says why in a finding, like any other bad file.</summary>
    public static async Task<Annex> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
            return await AnnexReader.ReadAsync(file, path, cancellationToken);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or PathTooLongException or UnauthorizedAccessException or ArgumentException)
        {
            return new Annex(null, null, [], [PackArgument.CannotOpen(path)]);
        }
    }

    public static bool HasErrors(Annex annex) => annex.Findings.Any(finding => finding.Severity == Severity.Error);
}
