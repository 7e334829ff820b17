using System.Text.RegularExpressions;
using OpenPar.Core.Frameworks;

namespace OpenPar.Documents.Reading;

/// <summary>
/// Reads text extracted from a table without its borders: numbers, titles and agencies follow each other line by line,
/// each broken where its cell was narrow. The extraction keeps the order of the cells, so a merged agency cell
/// appears in the first row it spans.
/// </summary>
internal static partial class BareText
{
    public static Draft? Read(IReadOnlyList<TextLine> lines)
    {
        var dotted = lines.Count(line => DottedNumber().IsMatch(line.Text)) >= lines.Count(line => PlainNumber().IsMatch(line.Text));
        var blocks = Blocks(lines, dotted, out var preamble);
        if (blocks.Count < 3 || !blocks.Any(block => block.Level > 1)) return null;
        var width = blocks.SelectMany(block => block.Lines).Select(line => line.Text.Trim().Length).DefaultIfEmpty(0).Max();
        var cells = blocks.ConvertAll(block => BareTextBlock.Read(block, Math.Min(width, 120)));
        for (var i = 1; i < blocks.Count; i++) blocks[i].FollowsPageBreak |= blocks[i - 1].BrokenByPage;
        var names = cells.Select(cell => cell.LeadText).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new Draft(preamble, cells.ConvertAll(cell => cell.ToDraft(names)), []);
    }

    private static List<NumberedBlock> Blocks(IReadOnlyList<TextLine> lines, bool dotted, out List<string> preamble)
    {
        preamble = [];
        var blocks = new List<NumberedBlock>();
        var page = 1;
        foreach (var line in lines)
        {
            if (IsPageNumber(line.Text, ref page) || IsRepeatedHeader(line.Text)) continue;
            if (Start(line, dotted) is { } block) blocks.Add(block);
            else if (blocks.Count == 0) preamble.Add(line.Text);
            else if (EndOfTable().IsMatch(line.Text)) break;
            else blocks[^1].Add(line);
        }

        return blocks;
    }

    private static NumberedBlock? Start(TextLine line, bool dotted)
    {
        var twice = TwoNumbers().Match(line.Text);
        if (twice.Success) return new NumberedBlock($"{twice.Groups[1].Value} {twice.Groups[2].Value}", 1, line, twice.Groups[3].Value.Trim());
        var match = (dotted ? DottedNumber() : PlainNumber()).Match(line.Text);
        if (!match.Success) match = DeepNumber().Match(line.Text);
        if (!match.Success || !CriterionCode.TryParse(match.Groups[1].Value, out var code)) return null;
        return new NumberedBlock(match.Groups[1].Value, code.Level, line, match.Groups[2].Value.Trim());
    }

    // A lone number that continues the count of pages is the page's number.
    private static bool IsPageNumber(string text, ref int page)
    {
        if (!int.TryParse(text.Trim(), out var number) || number != page + 1 || text.Trim().Length > 3) return false;
        page = number;
        return true;
    }

    private static bool IsRepeatedHeader(string text) => HeaderLine().IsMatch(text);

    [GeneratedRegex(@"^\s*(\d{1,2}(?:\.\d{1,3}){0,5}\.)(?:\s+(.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex DottedNumber();

    [GeneratedRegex(@"^\s*(\d{1,2}(?:\.\d{1,3}){0,5})\s+(\p{Lu}.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainNumber();

    // Three parts are a code whatever follows: no decimal number has two points.
    [GeneratedRegex(@"^\s*(\d{1,2}(?:\.\d{1,3}){2,5})(?:\s+(.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex DeepNumber();

    // "4 5" or "1.2. 1.3. Title": two numbers where one belongs.
    [GeneratedRegex(@"^\s*([1-9]\d?(?:\.\d{1,3}){0,5}\.?)\s+([1-9]\d?(?:\.\d{1,3}){0,5}\.?)(?:\s+(\p{Lu}.*))?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex TwoNumbers();

    [GeneratedRegex(@"^\s*(?:STT|TT)\s+\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderLine();

    [GeneratedRegex(@"^\s*(?:Nơi nhận\s*:|TM\.\s|KT\.\s|TL\.\s|\./\.\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex EndOfTable();
}
