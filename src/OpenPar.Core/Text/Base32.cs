namespace OpenPar.Core.Text;

/// <summary>Bytes as digits of five bits each, most significant first, in one of two alphabets.</summary>
public static class Base32
{
    /// <summary>The alphabet of RFC 4648, which authenticator applications read.</summary>
    public const string Rfc4648 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The alphabet of Crockford, for codes that people read and type: it leaves out I, L, O and U.</summary>
    public const string Crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The first digits of some bytes.</summary>
    /// <param name="bytes">What is written; bits beyond the last byte count as zero.</param>
    /// <param name="alphabet">Thirty-two digits, by value.</param>
    /// <param name="length">How many digits.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bytes do not reach for so many digits.</exception>
    public static string Write(ReadOnlySpan<byte> bytes, string alphabet, int length)
    {
        ArgumentNullException.ThrowIfNull(alphabet);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, ((bytes.Length * 8) + 4) / 5);
        var digits = new char[length];
        for (var i = 0; i < length; i++)
        {
            var (at, shift) = (i * 5 / 8, 11 - (i * 5 % 8));
            var pair = (bytes[at] << 8) | (at + 1 < bytes.Length ? bytes[at + 1] : 0);
            digits[i] = alphabet[(pair >> shift) & 31];
        }

        return new string(digits);
    }

    /// <summary>
    /// Reads Crockford's digits as people type them: in any case, with blanks or hyphens anywhere, O for 0, I or L for 1.
    /// </summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="length">How many digits there must be.</param>
    /// <returns>The digits as they are written; null when it is no such code.</returns>
    public static string? ReadCrockford(string? typed, int length)
    {
        if (typed is null || typed.Length > 100) return null;
        var kept = typed.Where(c => c is not ('-' or ' ' or '–' or '\u00A0')).Select(Digit).ToArray();
        return kept.Length == length && Array.TrueForAll(kept, c => Crockford.Contains(c, StringComparison.Ordinal)) ? new string(kept) : null;
    }

    /// <summary>Digits in groups of four.</summary>
    /// <param name="digits">The digits.</param>
    /// <param name="between">What stands between two groups.</param>
    public static string InFours(string digits, char between) => string.Join(between, digits.Chunk(4).Select(group => new string(group)));

    private static char Digit(char typed) => char.ToUpperInvariant(typed) switch { 'O' => '0', 'I' or 'L' => '1', var c => c };
}
