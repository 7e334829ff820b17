namespace OpenPar.Documents.Reading.Pdf;

/// <summary>A page: its size in points, its words, its rules.</summary>
internal sealed record PdfPage(double Width, double Height, List<PdfWord> Words, List<PdfRule> Rules)
{
    /// <summary>True when words and rules no longer stand where they are seen on the page.</summary>
    public bool IsTurned { get; init; }

    /// <summary>
    /// The page as it is read: a landscape table printed across an upright page is turned, words and rules alike,
    /// in the direction its words follow each other.
    /// </summary>
    public PdfPage Turned()
    {
        var words = Words.Where(word => word.Text.Length >= 3).ToList();
        if (words.Count < 5 || words.Count(IsUpright) * 10 < words.Count * 6) return this;
        var (up, down) = (0, 0);
        for (var i = 1; i < Words.Count; i++)
        {
            if (Math.Abs(Words[i].CentreX - Words[i - 1].CentreX) > 2) continue;
            if (Words[i].CentreY < Words[i - 1].CentreY) up++;
            else down++;
        }

        return up >= down
            ? new PdfPage(Height, Width, Words.ConvertAll(w => new PdfWord(Height - w.Bottom, w.Left, Height - w.Top, w.Right, w.Text)), Rules.ConvertAll(Up)) { IsTurned = true }
            : new PdfPage(Height, Width, Words.ConvertAll(w => new PdfWord(w.Top, Width - w.Right, w.Bottom, Width - w.Left, w.Text)), Rules.ConvertAll(Down)) { IsTurned = true };
    }

    private static bool IsUpright(PdfWord word) => word.Bottom - word.Top > 1.3 * (word.Right - word.Left);

    private PdfRule Up(PdfRule rule) => rule.Vertical
        ? new PdfRule(false, rule.At, Height - rule.To, Height - rule.From) : new PdfRule(true, Height - rule.At, rule.From, rule.To);

    private PdfRule Down(PdfRule rule) => rule.Vertical
        ? new PdfRule(false, Width - rule.At, rule.From, rule.To) : new PdfRule(true, rule.At, Width - rule.To, Width - rule.From);
}
