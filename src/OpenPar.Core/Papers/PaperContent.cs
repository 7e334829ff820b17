namespace OpenPar.Core.Papers;

/// <summary>A named value of a paper.</summary>
/// <param name="Name">Name in templates, such as <c>co_quan_ban_hanh</c>.</param>
/// <param name="Label">What it is, in Vietnamese.</param>
/// <param name="Text">The value as printed.</param>
public sealed record PaperValue(string Name, string Label, string Text);

/// <summary>
/// What a paper says without how it looks: named values and tables with named columns. Templates are filled from it, and it
/// is the state a verification code opens.
/// </summary>
/// <param name="Kind">What the paper is.</param>
/// <param name="Values">The values in order.</param>
/// <param name="Tables">The tables in order.</param>
public sealed record PaperContent(PaperKind Kind, IReadOnlyList<PaperValue> Values, IReadOnlyList<PaperTable> Tables);
