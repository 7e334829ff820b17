using System.Diagnostics.CodeAnalysis;
using OpenPar.Core.Text;

namespace OpenPar.App.Data;

/// <summary>
/// The folder that holds everything one installation keeps on disk: the private PostgreSQL, stored evidence, fetched tools.
/// Opening it proves that it can be written to, so that nothing later has to ask.
/// </summary>
public sealed class DataFolder
{
    internal const string PostgresName = "postgres";

    private DataFolder(string path) => Path = path;

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <summary>Where the private PostgreSQL lives.</summary>
    public string Postgres => System.IO.Path.Combine(Path, PostgresName);

    /// <summary>Where programs fetched on demand are put.</summary>
    public string Tools => System.IO.Path.Combine(Path, "tools");

    /// <summary>Makes the folder when it is missing and checks that it takes files; false with the reason when it does not.</summary>
    public static bool TryOpen(string path, [NotNullWhen(true)] out DataFolder? folder, [NotNullWhen(false)] out LocalText? refusal)
    {
        var full = System.IO.Path.GetFullPath(path);
        (folder, refusal) = (null, null);
        try
        {
            Create(full);
            Probe(full);
            folder = new DataFolder(full);
            return true;
        }
        catch (IOException error)
        {
            refusal = IsDiskFull(error) ? Full(full) : NotWritable(full);
        }
        catch (UnauthorizedAccessException)
        {
            refusal = NotWritable(full);
        }

        return false;
    }

    /// <summary>Whether the error says that the disk (or the quota on it) is used up.</summary>
    public static bool IsDiskFull(IOException error)
    {
        const int NoSpaceUnix = 28, QuotaLinux = 122, QuotaMac = 69, DiskFullWindows = unchecked((int)0x80070070);
        return error.HResult is NoSpaceUnix or QuotaLinux or QuotaMac or DiskFullWindows;
    }

    /// <summary>The sentence for a disk without room.</summary>
    public static LocalText Full(string path) => new(
        $"Ổ đĩa chứa thư mục dữ liệu {path} đã đầy: hãy giải phóng dung lượng hoặc chọn thư mục khác bằng --data.",
        $"The disk of the data folder {path} is full: free some space or name another folder with --data.");

    private static LocalText NotWritable(string path) => new(
        $"Không ghi được vào thư mục dữ liệu {path}: hãy cấp quyền ghi hoặc chọn thư mục khác bằng --data.",
        $"The data folder {path} cannot be written to: give it write permission or name another folder with --data.");

    private static void Create(string path)
    {
        // Others may pass through (the database server can run as another user) but not look around.
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        if (Directory.Exists(path)) return;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, Mode);
    }

    private static void Probe(string path)
    {
        var probe = System.IO.Path.Combine(path, $".write-{Guid.NewGuid():N}");
        try
        {
            File.WriteAllBytes(probe, new byte[64 * 1024]);
        }
        finally
        {
            File.Delete(probe);
        }
    }
}
