using System.CommandLine;

namespace OpenPar.Cli.Commands;

/// <summary><c>openpar rules</c>: what can be done with scoring rules outside the running system.</summary>
internal static class RulesCommand
{
    public static Command Create()
    {
        var command = new Command("rules", "Quy tắc chấm điểm · scoring rules");
        command.Subcommands.Add(RulesSuggestCommand.Create());
        return command;
    }
}
