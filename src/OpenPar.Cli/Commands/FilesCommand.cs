using System.CommandLine;

namespace OpenPar.Cli.Commands;

/// <summary><c>openpar files …</c>: the stored files of an installation.</summary>
internal static class FilesCommand
{
    public static Command Create() => new("files", "Tệp đã lưu của hệ thống · stored files") { FilesCheck.Create(), FilesCopy.Create() };
}
