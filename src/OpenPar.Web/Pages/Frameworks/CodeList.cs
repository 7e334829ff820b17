using OpenPar.Core.Frameworks;

namespace OpenPar.Web.Pages.Frameworks;

/// <summary>Codes of criteria under one heading.</summary>
public sealed record CodeList(string Heading, string Why, string Home, IReadOnlyList<Criterion> Criteria);
