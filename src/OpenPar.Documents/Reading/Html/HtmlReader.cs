using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Html;

/// <summary>
/// Reads a web page, a table from the clipboard, or a .doc or .xls that really is HTML. Nothing is fetched and no script runs;
/// the size of the tree is bounded while it is built.
/// </summary>
internal static partial class HtmlReader
{
    private const int Elements = 1_000_000;
    private const int Unclosed = 500;

    /// <summary>Whether a text that begins like this is HTML.</summary>
    public static bool Fits(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 4_096)).TrimStart();
        if (head.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)) return true;
        if (head.StartsWith("Version:", StringComparison.Ordinal) && head.Contains("StartHTML:", StringComparison.Ordinal)) return true;
        return head.StartsWith("<", StringComparison.Ordinal) && Mark().IsMatch(head);
    }

    public static void Read(string text, DocumentDraft draft)
    {
        draft.Kind = SourceKind.Html;
        // The clipboard puts a few lines of offsets before the page.
        if (text.StartsWith("Version:", StringComparison.Ordinal)) text = text[Math.Max(text.IndexOf('<', StringComparison.Ordinal), 0)..];
        if (Depth(text) > Unclosed)
        {
            draft.Findings.Add(HtmlFindings.TooDeep(draft.File));
            return;
        }

        var count = 0;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsKeepingSourceReferences = true,
            OnCreated = (_, _) =>
            {
                if (++count > Elements) throw new InvalidDataException("Too many elements.");
            },
        });
        try
        {
            using var page = parser.ParseDocument(text);
            if (page.Body is null) return;
            foreach (var block in new HtmlBlocks(draft).Read(page.Body)) draft.Add(block);
        }
        catch (InvalidDataException)
        {
            draft.Findings.Add(DocumentFindings.TooMuch(draft.File));
        }
    }

    // How deep the page nests at most: elements that end by themselves do not count.
    private static int Depth(string text)
    {
        var (depth, deepest) = (0, 0);
        foreach (var match in Tag().EnumerateMatches(text))
        {
            var tag = text.AsSpan(match.Index, match.Length);
            if (tag[1] == '/') depth = Math.Max(depth - 1, 0);
            else deepest = Math.Max(deepest, ++depth);
        }

        return deepest;
    }

    [GeneratedRegex("<(?:table|body|meta|head|div|p|span|!--StartFragment)[\\s>-]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Mark();

    [GeneratedRegex("</?(?!(?:p|li|td|th|tr|tbody|thead|tfoot|col|colgroup|br|hr|img|meta|link|input|dt|dd|option|area|base|source|o:p)[\\s/>])[a-z][a-z0-9:]{0,20}(?=[\\s/>])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
