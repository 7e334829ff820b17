using OpenPar.App.Features.Papers;
using OpenPar.Core.Frameworks;

namespace OpenPar.App.Features.Frameworks;

/// <summary>The decision on who leads which criterion with its annex, as a paper.</summary>
public static class ExportAssignmentDecision
{
    public sealed class Handler(ExportAssignments.Handler annex)
    {
        public async Task<PaperSource?> HandleAsync(FrameworkId framework, CancellationToken cancellationToken) =>
            await annex.DrawAsync(framework, cancellationToken) is { } drawn
                ? new PaperSource(AssignmentDecisionPaper.Of(drawn.Annex, drawn.Framework, drawn.Province), $"assignment/{framework}", null, framework.Version)
                : null;
    }
}
