using System.CommandLine;

namespace OpenPar.Cli.Commands;

/// <summary><c>openpar plan …</c>: plans, task frameworks and improvement plans.</summary>
internal static class PlanCommand
{
    public static Command Create() => new("plan", "Kế hoạch, khung nhiệm vụ, kế hoạch cải thiện · plans") { PlanImport.Create() };
}
