using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;

namespace OpenPar.Web.Pages.Frameworks;

/// <summary>Codes of criteria under one heading.</summary>
public sealed record CodeList(string Heading, string Why, string Home, IReadOnlyList<Criterion> Criteria);

/// <summary>Findings, the weightiest first; beyond the limit only their number is told.</summary>
public sealed record FindingList(IReadOnlyList<Finding> Findings, int Limit = int.MaxValue);
