namespace OpenPar.Core.Organisations;

/// <summary>The agencies of a province with what became of them, as a pack brings them.</summary>
/// <param name="Title">Title of the register.</param>
/// <param name="Agencies">The agencies in order of the register.</param>
/// <param name="Successions">The links between predecessors and successors.</param>
/// <param name="Sources">Documents and public sources the register rests on.</param>
public sealed record AgencyRegister(
    string Title,
    IReadOnlyList<Agency> Agencies,
    IReadOnlyList<Succession> Successions,
    IReadOnlyList<string> Sources);
