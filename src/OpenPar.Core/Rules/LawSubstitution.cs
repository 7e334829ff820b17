namespace OpenPar.Core.Rules;

/// <summary>
/// A note that a text cited by a rule was replaced by another from a day on. The framework itself stays as it was issued.
/// </summary>
/// <param name="Cited">The text the annex cites, such as "Nghị định số 61/2018/NĐ-CP".</param>
/// <param name="ReplacedBy">The text that stands in its place.</param>
/// <param name="From">First day on which the new text counts.</param>
/// <param name="Note">Why, or which article says so; null when nothing is to be added.</param>
public sealed record LawSubstitution(string Cited, string ReplacedBy, DateOnly From, string? Note = null);
