namespace OpenPar.Core.Rules.Reading;

/// <summary>Which words a part of the suggested rule came from.</summary>
/// <param name="Part">The part, such as <c>bands[0].points</c> or <c>facts.a</c>.</param>
/// <param name="Start">Place of the first character in the text as given, from 0.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Text">The words as they stand in the text.</param>
public sealed record ReadWords(string Part, int Start, int Length, string Text);
