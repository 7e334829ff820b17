using OpenPar.Core.Findings;

namespace OpenPar.Core.Plans;

/// <summary>What a document says about the plan as a whole; null where it says nothing.</summary>
/// <param name="Title">Title.</param>
/// <param name="Year">Year the plan is for.</param>
/// <param name="Issuer">Agency that issued it, as written.</param>
public sealed record PlanHead(string? Title, int? Year, string? Issuer);

/// <summary>One table of a plan.</summary>
/// <param name="Number">Ordinal in the document, from 1.</param>
/// <param name="Title">Its heading; null when it has none.</param>
/// <param name="Kind">Shape.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Sections">Sections among them.</param>
public sealed record PlanAnnex(int Number, string? Title, PlanKind Kind, int Rows, int Sections);

/// <summary>What was read from a plan: rows in order, and everything that is wrong or doubtful.</summary>
/// <param name="Head">The plan as a whole.</param>
/// <param name="Annexes">Its tables.</param>
/// <param name="Rows">Rows of all tables.</param>
/// <param name="Findings">All findings; errors mean that nothing may be saved.</param>
public sealed record Plan(PlanHead Head, IReadOnlyList<PlanAnnex> Annexes, IReadOnlyList<PlanRow> Rows, IReadOnlyList<Finding> Findings)
{
    /// <summary>True when nothing in the file forbids its use.</summary>
    public bool Usable => Rows.Count > 0 && Findings.All(finding => finding.Severity != Severity.Error);
}
