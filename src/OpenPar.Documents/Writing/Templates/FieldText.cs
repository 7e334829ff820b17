using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OpenPar.Documents.Writing.Templates;

/// <summary>A field named in a paragraph.</summary>
/// <param name="Name">Its name in lower case.</param>
/// <param name="Start">Where its mark begins in the text of the paragraph.</param>
/// <param name="Length">Length of the mark.</param>
internal readonly record struct FieldUse(string Name, int Start, int Length);

/// <summary>
/// The text of one paragraph with the fields in it. Word splits a word over several runs as it pleases; the marks are looked
/// for in the text they make together, and a replaced mark takes the look of its first letter.
/// </summary>
internal sealed partial class FieldText
{
    // A private character that no text of a paper holds stands where the value goes.
    private const char Hole = '\uE000';
    private readonly List<(Text Piece, int Start)> pieces = [];

    public FieldText(Paragraph paragraph)
    {
        var whole = new System.Text.StringBuilder();
        foreach (var part in paragraph.Descendants())
        {
            // A text box stands inside a paragraph and has paragraphs of its own.
            if (part.Ancestors<Paragraph>().First() != paragraph) continue;
            if (part is Text text)
            {
                pieces.Add((text, whole.Length));
                whole.Append(text.Text);
            }
            else if (part is TabChar or Break or CarriageReturn)
            {
                whole.Append('\n');
            }
        }

        Whole = whole.ToString();
        Uses = [.. Mark().Matches(Whole).Select(match => new FieldUse(match.Groups[1].Value.ToLowerInvariant(), match.Index, match.Length))];
    }

    public string Whole { get; }

    public IReadOnlyList<FieldUse> Uses { get; }

    /// <summary>True when a mark begins and does not end.</summary>
    public bool Unclosed => Mark().Replace(Whole, "").Contains("{{", StringComparison.Ordinal);

    /// <summary>Puts values in place of the marks; one without a value stays as it is.</summary>
    public void Fill(Func<string, string?> valueOf, bool bold)
    {
        // From the end, so that places before stay true.
        foreach (var use in Uses.Reverse())
        {
            if (valueOf(use.Name) is { } value) Replace(use, value, bold);
        }
    }

    private void Replace(FieldUse use, string value, bool bold)
    {
        var end = use.Start + use.Length;
        Text? first = null;
        foreach (var (piece, start) in pieces)
        {
            var (from, to) = (Math.Max(use.Start, start) - start, Math.Min(end, start + piece.Text.Length) - start);
            if (from >= to || from < 0) continue;
            var keep = first is null;
            first ??= piece;
            piece.Text = string.Concat(piece.Text.AsSpan(0, from), keep ? $"{Hole}" : "", piece.Text.AsSpan(to));
            piece.Space = SpaceProcessingModeValues.Preserve;
        }

        if (first is not null) Put(first, PaperText.Clean(value), bold);
    }

    private static void Put(Text piece, string value, bool bold)
    {
        var at = piece.Text.IndexOf(Hole, StringComparison.Ordinal);
        var (before, after) = (piece.Text[..at], piece.Text[(at + 1)..]);
        var lines = value.Split('\n');
        if (bold && piece.Parent is Run run) (run.RunProperties ??= new RunProperties()).Bold = new Bold();
        piece.Text = before + lines[0];
        OpenXmlElement last = piece;
        foreach (var line in lines.Skip(1))
        {
            last = last.InsertAfterSelf(new Break());
            last = last.InsertAfterSelf(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        if (after.Length == 0) return;
        if (lines.Length == 1) piece.Text += after;
        else ((Text)last).Text += after;
    }

    [GeneratedRegex(@"\{\{[ \u00A0]*([^{}\n]{1,80}?)[ \u00A0]*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
