using System.Text;

namespace OpenPar.Documents.Tests.Corpus;

/// <summary>A row by its fields, expected or read.</summary>
/// <param name="Cells">Text by field; what is not there is blank.</param>
/// <param name="Flagged">The row carries a flag, or a finding names its place.</param>
internal sealed record CorpusRow(IReadOnlyDictionary<string, string> Cells, bool Flagged)
{
    public string this[string field] => Cells.GetValueOrDefault(field, string.Empty);

    /// <summary>Composed, white space as single blanks.</summary>
    public static string Folded(string? text) =>
        string.Join(' ', (text ?? string.Empty).Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Folded(IEnumerable<string> items) => Folded(string.Join(" | ", items));
}
