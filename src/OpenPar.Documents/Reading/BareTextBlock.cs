using OpenPar.Documents.Reading.Tables;
using System.Text.RegularExpressions;
using OpenPar.Core.Organisations;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading;

/// <summary>The lines from one number to the next.</summary>
internal sealed class NumberedBlock(string number, int level, TextLine first, string rest)
{
    private readonly List<TextLine> lines = rest.Length > 0 ? [first with { Text = rest, Gap = 0 }] : [];

    public string Number { get; } = number;

    public int Level { get; } = level;

    public TextLine First { get; } = first;

    public IReadOnlyList<TextLine> Lines => lines;

    /// <summary>Lines that did not fit any more.</summary>
    public int Dropped { get; private set; }

    /// <summary>True when a page begins with the block or inside the block before it.</summary>
    public bool FollowsPageBreak { get; set; } = first.NewPage;

    /// <summary>True when a page begins inside the block, after its number.</summary>
    public bool BrokenByPage { get; private set; }

    public void Add(TextLine line)
    {
        if (lines.Count >= ReadingLimits.LinesPerRow)
        {
            Dropped++;
            return;
        }

        BrokenByPage |= line.NewPage;
        lines.Add(line);
    }
}

/// <summary>A block taken apart into title, agencies, scoring text and what remains.</summary>
internal sealed partial class BareTextBlock
{
    // The agency column of a portrait page holds 10 to 20 letters a line.
    private const int NarrowLine = 24;
    private readonly NumberedBlock block;
    private readonly List<string> title;
    private readonly List<string> rule;
    private readonly List<string> stray;

    private BareTextBlock(NumberedBlock block, List<string> title, string? leadText, List<string> rule, List<string> stray)
    {
        (this.block, this.title, LeadText, this.rule, this.stray) = (block, title, leadText, rule, stray);
    }

    /// <summary>The agency cell, lines joined; null when the block has none.</summary>
    public string? LeadText { get; }

    public static BareTextBlock Read(NumberedBlock block, int width)
    {
        var lines = block.Lines;
        var (from, to) = AgencyLines(lines, width);
        var rest = from < 0 ? lines : [.. lines.Take(from), .. lines.Skip(to)];
        var ruleAt = RuleTextFinder.Begin(rest);
        // Without scoring text nothing after the agency cell can belong to the title.
        var titleEnd = ruleAt >= 0 ? ruleAt : from >= 0 ? from : rest.Count;
        var rule = ruleAt >= 0 ? rest.Skip(ruleAt).Select(line => line.Text.Trim()).ToList() : [];
        var stray = ruleAt >= 0 ? [] : rest.Skip(titleEnd).Select(line => line.Text.Trim()).ToList();
        var lead = from < 0 ? null : VietnameseText.Clean(string.Join(' ', lines.Skip(from).Take(to - from).Select(line => line.Text)));
        return new BareTextBlock(block, [.. rest.Take(titleEnd).Select(line => line.Text.Trim())], lead, rule, stray);
    }

    /// <summary>The draft; a title that ends with one of the known names gives it up when it has no agency of its own.</summary>
    public DraftRow ToDraft(IReadOnlySet<string> knownNames)
    {
        var draft = new DraftRow(block.Number, new Place(block.First.Number), block.FollowsPageBreak);
        var text = string.Join('\n', title);
        var lead = LeadText;
        if (lead is null && knownNames.FirstOrDefault(name => EndsWithName(text, name)) is { } name)
        {
            text = text[..^name.Length].TrimEnd();
            lead = name;
            draft.Flags.Add(AnnexFlags.AgencyInTitle(name));
        }

        draft.Flag(block.Lines.Prepend(block.First).SelectMany(line => line.Marks ?? []).Select(AnnexFlags.Of));
        draft.Append(AnnexColumn.Title, text);
        draft.Append(AnnexColumn.Lead, lead ?? string.Empty);
        if (rule.Count > 0) draft.Append(AnnexColumn.RuleText, RuleTextFinder.Join(rule));
        if (rule.Count > 0) draft.Flags.Add(AnnexFlags.RuleTextFound(draft.Cell(AnnexColumn.RuleText).Replace("\n", " / ", StringComparison.Ordinal)));
        if (stray.Count > 0) draft.Flags.Add(AnnexFlags.Stray(string.Join(' ', stray)));
        if (block.Dropped > 0) draft.Flags.Add(AnnexFlags.Stray($"… ({block.Dropped} dòng)"));
        return draft;
    }

    /// <summary>The run of lines that is the agency cell: [from, to), or (-1, -1).</summary>
    private static (int From, int To) AgencyLines(IReadOnlyList<TextLine> lines, int width)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            var text = lines[i].Text.Trim();
            if (!AgencyNameSplitter.BeginsName(text) || GovernsName().IsMatch(lines[i - 1].Text.TrimEnd())) continue;
            if (text.Length <= NarrowLine)
            {
                var to = i + 1;
                while (to < lines.Count && lines[to].Text.Trim().Length <= NarrowLine && ContinuesName(lines, to)) to++;
                return (i, to);
            }

            if (WouldHaveFitted(lines[i - 1].Text, text, width) && !RuleTextFinder.LooksLikeRule(text)) return (i, i + 1);
        }

        return (-1, -1);
    }

    // A new paragraph after a gap is another cell, unless a name is still open there.
    private static bool ContinuesName(IReadOnlyList<TextLine> lines, int at) =>
        !lines[at].Text.TrimStart().StartsWith('-') && !lines[at].Text.Contains(": ", StringComparison.Ordinal) && lines[at].Gap <= 2;

    // Had the line belonged to the paragraph before, its first word would stand on the line before.
    private static bool WouldHaveFitted(string before, string text, int width) =>
        before.Trim().Length + 1 + text.IndexOf(' ', StringComparison.Ordinal) < width * 9 / 10;

    private static bool EndsWithName(string text, string name) =>
        text.Length > name.Length + 1 && text.EndsWith(name, StringComparison.Ordinal)
        && char.IsWhiteSpace(text[^(name.Length + 1)])
        && !GovernsName().IsMatch(text[..^name.Length].TrimEnd());

    // Words after which a name belongs to the sentence: "… của Sở Tài chính".
    [GeneratedRegex(@"(?:^|\s)(?:của|tại|do|với|cho|và|từ|theo|giữa|các|bởi|về|hoặc|là|thuộc|ở|trong|đến|gồm|,|:|;)$|[,:;(]$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex GovernsName();
}
