using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Documents.Reading;

namespace OpenPar.Cli;

/// <summary>Opens annexes named on the command line.</summary>
internal static class AnnexFile
{
    /// <summary>The annex; one that cannot be opened has no rows and says why in a finding.</summary>
    public static Task<Annex> ReadAsync(string path, CancellationToken cancellationToken, int? annex = null) =>
        OpenedFile.ReadAsync(path, file => AnnexReader.ReadAsync(file, path, cancellationToken, annex), finding => new Annex(null, null, [], [finding]));

    public static bool HasErrors(Annex annex) => annex.Findings.Any(finding => finding.Severity == Severity.Error);
}
