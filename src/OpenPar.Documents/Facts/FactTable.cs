using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;

namespace OpenPar.Documents.Facts;

/// <summary>Declared figures of several units, as a table brings them.</summary>
/// <param name="Units">Units in the order in which they first stand, each with its figures by leaf.</param>
/// <param name="Findings">Everything wrong with the table; rows that are wrong are left out.</param>
public sealed record FactTable(
    IReadOnlyList<UnitFacts> Units,
    IReadOnlyList<Finding> Findings);

/// <summary>The declared figures of one unit.</summary>
/// <param name="Unit">The unit as written.</param>
/// <param name="Leaves">Figures by leaf.</param>
public sealed record UnitFacts(string Unit, IReadOnlyDictionary<CriterionCode, FactSet> Leaves);
