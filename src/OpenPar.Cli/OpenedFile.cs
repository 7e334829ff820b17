using OpenPar.Core.Findings;

namespace OpenPar.Cli;

/// <summary>Opens files named on the command line.</summary>
internal static class OpenedFile
{
    /// <summary>What was read; a file that cannot be opened is refused with a finding, like any other bad file.</summary>
    public static async Task<T> ReadAsync<T>(string path, Func<Stream, Task<T>> read, Func<Finding, T> refused)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
            return await read(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or PathTooLongException or UnauthorizedAccessException or ArgumentException)
        {
            return refused(PackArgument.CannotOpen(path));
        }
    }
}
