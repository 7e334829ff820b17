using OpenPar.Core.Text;

namespace OpenPar.Core.Frameworks.Versions;

/// <summary>Rows of an older framework and the rows of a newer one that continue them, as proposed or as a person decided.</summary>
/// <param name="From">The older rows in order; empty for a new row.</param>
/// <param name="To">The newer rows in order; empty for a dropped row.</param>
/// <param name="Relation">How the newer continue the older.</param>
/// <param name="Confidence">How sure the proposal is, 0 to 1; 1 only when nothing that was compared has changed, or a person decided.</param>
/// <param name="Reasons">Why, one sentence each, the weightiest first.</param>
public sealed record Continuation(
    IReadOnlyList<CriterionCode> From, IReadOnlyList<CriterionCode> To, MappingRelation Relation, double Confidence, IReadOnlyList<LocalText> Reasons)
{
    /// <summary>True when number, wording of the title and parent are the same on both sides.</summary>
    public bool Unchanged { get; init; }

    /// <summary>The rows as one text, such as "3.1+3.1.1=3.1"; "=1.6" is a new row and "7.4=" a dropped one.</summary>
    public string Key => KeyOf(From, To);

    /// <summary>The same continuation read from the newer framework to the older.</summary>
    public Continuation Inverted() => this with { From = To, To = From, Relation = Relation.Inverse() };

    /// <summary>The text of two lists of rows; see <see cref="Key"/>.</summary>
    public static string KeyOf(IEnumerable<CriterionCode> from, IEnumerable<CriterionCode> to) => $"{string.Join('+', from)}={string.Join('+', to)}";

    /// <summary>Reads a <see cref="Key"/>; false when the text is not one, names a row twice or names no row at all.</summary>
    public static bool TryReadKey(string? key, out IReadOnlyList<CriterionCode> from, out IReadOnlyList<CriterionCode> to)
    {
        (from, to) = ([], []);
        return key?.Split('=') is [var older, var newer] && Codes(older, out from) && Codes(newer, out to) && from.Count + to.Count > 0;
    }

    private static bool Codes(string text, out IReadOnlyList<CriterionCode> codes)
    {
        var read = new SortedSet<CriterionCode>();
        codes = [];
        foreach (var part in text.Split('+', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!CriterionCode.TryParse(part, out var code) || !read.Add(code)) return false;
        }

        codes = [.. read];
        return true;
    }
}
