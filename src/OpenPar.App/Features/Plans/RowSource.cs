using OpenPar.Core.Findings;
using OpenPar.Core.Plans;

namespace OpenPar.App.Features.Plans;

/// <summary>Where a row stands in its file: its first place and every cell it was made of, with the text of the file.</summary>
public sealed record RowSource(SourcePlace First, IReadOnlyList<PlanCell> Cells);
