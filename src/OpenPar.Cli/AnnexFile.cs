using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Documents.Reading;

namespace OpenPar.Cli;

/// <summary>Opens annexes named on the command line.</summary>
internal static class AnnexFile
{
    /// <summary>The annex, or null after saying on standard error why the file cannot be opened.</summary>
    public static Task<Annex?> ReadAsync(string path, CancellationToken cancellationToken) =>
        OpenedFile.ReadAsync(path, file => AnnexReader.ReadAsync(file, path, cancellationToken));

    public static bool HasErrors(Annex annex) => annex.Findings.Any(finding => finding.Severity == Severity.Error);
}
