using System.CommandLine;

namespace OpenPar.Cli.Commands;

/// <summary>Every command of the operator's command line; one file a command.</summary>
internal static class CommandList
{
    public static IEnumerable<Command> All()
    {
        yield return FrameworkCommand.Create();
        yield return PlanCommand.Create();
        yield return TableCommand.Create();
        yield return ScoreCommand.Create();
        yield return RulesCommand.Create();
        yield return FeelCommand.Create();
        yield return DmnCommand.Create();
        yield return FilesCommand.Create();
    }
}
