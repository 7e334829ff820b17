namespace OpenPar.Documents.Reading;

/// <summary>
/// Slips of scanning and of old fonts that can only mean one thing, each seen in a real annex.
/// Anything less certain is left as written.
/// </summary>
internal static class KnownSlips
{
    public static readonly IReadOnlyList<(string Wrong, string Right)> Words =
    [
        ("chuyên đổi", "chuyển đổi"),
        ("Chuyên đổi", "Chuyển đổi"),
        ("phân đầu", "phấn đấu"),
        ("Phân đầu", "Phấn đấu"),
    ];

    /// <summary>Letters that fonts drew as ư and whose code is another letter.</summary>
    public static readonly IReadOnlyList<(char Wrong, char Right)> Letters = [('\u01A3', 'ư'), ('\u01A2', 'Ư')];
}
