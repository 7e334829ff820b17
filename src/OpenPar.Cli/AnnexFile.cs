using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Documents.Reading;

namespace OpenPar.Cli;

/// <summary>Opens annexes named on the command line.</summary>
internal static class AnnexFile
{
    /// <summary>The annex, or null after saying on standard error why the file cannot be opened.</summary>
    public static async Task<Annex?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path) || !File.Exists(path))
        {
            await Console.Error.WriteLineAsync($"Không thấy tệp “{path}”. Kiểm tra đường dẫn. · File not found.");
            return null;
        }

        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
            return await AnnexReader.ReadAsync(file, path, cancellationToken);
        }
        catch (UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"Không có quyền đọc tệp “{path}”. · Permission denied.");
            return null;
        }
    }

    public static bool HasErrors(Annex annex) => annex.Findings.Any(finding => finding.Severity == Severity.Error);
}
