namespace OpenPar.Core.Rules.Reading;

/// <summary>Keeps account of every word: the part of the rule it became, or that nobody could read it.</summary>
internal sealed class Ledger(NormalText source, IReadOnlyList<Token> tokens)
{
    private readonly string?[] parts = new string?[tokens.Count];

    /// <summary>Books a stretch of words under a part; words that were booked before keep their part.</summary>
    public void Book(Span span, string part)
    {
        for (var i = span.From; i < span.To; i++) parts[i] ??= part;
    }

    /// <summary>Every stretch with its part, in order of the text.</summary>
    public IReadOnlyList<ReadWords> Words() =>
        [.. Runs(i => parts[i], i => parts[i] is not null).Select(run => Quote(run.Key!, run.From, run.To))];

    /// <summary>Every stretch of words without a part; signs alone are not words.</summary>
    public IReadOnlyList<string> Unread()
    {
        var unread = Runs(_ => "", i => parts[i] is null && tokens[i].Kind != TokenKind.NewLine)
            .Where(run => Enumerable.Range(run.From, run.To - run.From).Any(IsWord))
            .Select(run => Quote("", run.From, run.To).Text).ToList();
        if (source.ReadTo < source.Original.Length) unread.Add(source.Original[source.ReadTo..]);
        return unread;
    }

    /// <summary>Share of the words that have a part, between 0 and 1; 1 for a text without words.</summary>
    public decimal ReadShare()
    {
        var words = Enumerable.Range(0, tokens.Count).Where(IsWord).ToList();
        var share = words.Count == 0 ? 1 : (decimal)words.Count(i => parts[i] is not null) / words.Count;
        return source.Original.Length == 0 ? share : share * source.ReadTo / source.Original.Length;
    }

    /// <summary>The words of a stretch as they stand in the text, blanks and line breaks made one blank.</summary>
    public string Text(Span span) => span.Length == 0 ? "" : Core.Text.VietnameseText.Clean(Quote("", span.From, span.To).Text);

    private bool IsWord(int i) => tokens[i].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Percent;

    private ReadWords Quote(string part, int from, int to)
    {
        var (start, end) = (source.Origin(tokens[from].Start), source.Origin(tokens[to - 1].End));
        return new ReadWords(part, start, end - start, source.Original[start..end]);
    }

    private IEnumerable<(string? Key, int From, int To)> Runs(Func<int, string?> key, Func<int, bool> wanted)
    {
        for (var i = 0; i < tokens.Count;)
        {
            var from = i++;
            if (!wanted(from)) continue;
            while (i < tokens.Count && wanted(i) && key(i) == key(from)) i++;
            yield return (key(from), from, i);
        }
    }
}
