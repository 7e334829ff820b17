namespace OpenPar.Core.Rules.Reading;

/// <summary>A stretch of tokens.</summary>
/// <param name="From">First token.</param>
/// <param name="To">Token behind the last.</param>
internal readonly record struct Span(int From, int To)
{
    public int Length => Math.Max(0, To - From);
}
