using OpenPar.Core.Findings;

namespace OpenPar.Web.Components;

/// <summary>Findings, the weightiest first; beyond the limit only their number is told.</summary>
public sealed record FindingList(IReadOnlyList<Finding> Findings, int Limit = int.MaxValue);
