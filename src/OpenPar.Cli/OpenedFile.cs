namespace OpenPar.Cli;

/// <summary>Opens files named on the command line.</summary>
internal static class OpenedFile
{
    /// <summary>What was read, or null after saying on standard error why the file cannot be opened.</summary>
    public static async Task<T?> ReadAsync<T>(string path, Func<Stream, Task<T>> read)
        where T : class
    {
        if (Directory.Exists(path) || !File.Exists(path))
        {
            await Console.Error.WriteLineAsync($"Không thấy tệp “{path}”. Kiểm tra đường dẫn. · File not found.");
            return null;
        }

        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
            return await read(file);
        }
        catch (UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"Không có quyền đọc tệp “{path}”. · Permission denied.");
            return null;
        }
    }
}
