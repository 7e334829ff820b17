using OpenPar.Core.Findings;

namespace OpenPar.Core.Frameworks.Drafting;

/// <summary>A finding with its place in the editor, so that a click goes there.</summary>
/// <param name="Row">Number of the row; null for the framework as a whole.</param>
/// <param name="Field">Field of the form; null for the row or framework.</param>
/// <param name="Finding">What was found.</param>
public sealed record DraftFinding(int? Row, string? Field, Finding Finding);
