namespace OpenPar.Core.Rules.Dmn.Tck;

/// <summary>What running one test file showed.</summary>
/// <param name="Name">Name of the suite: its file without the ending.</param>
/// <param name="Passed">Cases all of whose results are as expected.</param>
/// <param name="Failed">Cases with at least one other result.</param>
/// <param name="Skipped">Cases that expect nothing and so prove nothing.</param>
/// <param name="Failures">Every result that is not as expected.</param>
public sealed record TckOutcome(string Name, int Passed, int Failed, int Skipped, IReadOnlyList<TckFailure> Failures);

/// <summary>A result that is not as expected.</summary>
/// <param name="Case">Id of the case.</param>
/// <param name="Node">Name of the result; null when the case could not run at all.</param>
/// <param name="Expected">What was expected, as FEEL prints it.</param>
/// <param name="Actual">What came, as FEEL prints it, with the reason where it is null.</param>
public sealed record TckFailure(string Case, string? Node, string Expected, string Actual);
