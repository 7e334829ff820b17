namespace OpenPar.Web.Components;

/// <summary>
/// Which parts of the form of a rule are drawn. A rule of many parts would be a page too large for a weak line: its parts stand in
/// words, and a button unfolds one. Works without any script.
/// </summary>
/// <param name="Unfolded">Path of the part somebody unfolded.</param>
/// <param name="Rules">How many rules stand inside the whole rule.</param>
internal sealed record RuleFolds(string Unfolded, int Rules)
{
    private const int FewRules = 2;

    /// <summary>Whether the rule at a path inside another one is drawn field by field.</summary>
    public bool Drawn(string path) => Rules <= FewRules || Unfolded == path || Unfolded.StartsWith(path + ".", StringComparison.Ordinal);

    /// <summary>Whether fields that are seldom needed are drawn although nothing was typed into them.</summary>
    public bool DrawnSeldom(string path) => path.Length == 0 || Unfolded == path;
}
