using System.CommandLine;

namespace OpenPar.Cli.Commands;

/// <summary><c>openpar framework …</c>: everything about criteria frameworks.</summary>
internal static class FrameworkCommand
{
    public static Command Create() => new("framework", "Bộ chỉ số, bộ tiêu chí · criteria frameworks")
    {
        FrameworkImport.Create(),
        FrameworkCompare.Create(),
        FrameworkLintCommand.Create(),
        FrameworkShowCommand.Create(),
        FrameworkMapCommand.Create(),
        FrameworkDiffCommand.Create(),
    };
}
