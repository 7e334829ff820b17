using OpenPar.Core.Text;

namespace OpenPar.Core.Rounds;

/// <summary>How a council voted on one row.</summary>
/// <param name="For">Votes for the decision; 0 or more.</param>
/// <param name="Against">Votes against it; 0 or more.</param>
/// <param name="Other">Other opinions and abstentions; 0 or more.</param>
public sealed record CouncilVotes(int For, int Against, int Other)
{
    /// <summary>Most votes of one kind that are taken.</summary>
    public const int Most = 999;

    /// <summary>All votes that were given.</summary>
    public int All => For + Against + Other;

    /// <summary>The three counts as they stand in a table: "7 / 1 / 0".</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{For} / {Against} / {Other}");

    /// <summary>Reads typed counts. Nothing typed at all is no vote (null, no problem); a count left empty beside others is 0.</summary>
    /// <param name="inFavour">Typed votes for.</param>
    /// <param name="against">Typed votes against.</param>
    /// <param name="other">Typed other opinions.</param>
    /// <returns>The votes, or what cannot be read, by the name of the field: votesFor, votesAgainst, votesOther.</returns>
    public static (CouncilVotes? Votes, IReadOnlyList<string> Unread) Read(string? inFavour, string? against, string? other)
    {
        var typed = new[] { ("votesFor", inFavour), ("votesAgainst", against), ("votesOther", other) };
        if (typed.All(t => string.IsNullOrWhiteSpace(t.Item2))) return (null, []);
        var unread = new List<string>();
        var counts = typed.Select(t =>
        {
            if (string.IsNullOrWhiteSpace(t.Item2)) return 0;
            var reading = NumberText.Read(t.Item2, NumberUse.Count);
            if (reading is { Ok: true, Value: >= 0 and <= Most } && reading.Value == decimal.Truncate(reading.Value!.Value)) return (int)reading.Value.Value;
            unread.Add(t.Item1);
            return 0;
        }).ToArray();
        return unread.Count > 0 ? (null, unread) : (new CouncilVotes(counts[0], counts[1], counts[2]), []);
    }
}
