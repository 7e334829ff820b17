using System.Diagnostics.CodeAnalysis;

namespace OpenPar.Core.Papers;

/// <summary>
/// The verification code of a paper: the first 100 bits of the SHA-256 of its state in the base-32 digits of Crockford, which
/// leave out I, L, O and U, in five groups of four: <c>7F3A-91C2-K0ZQ-5WMT-8DHN</c>.
/// </summary>
public readonly record struct PaperCode
{
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 20;
    private readonly string? digits;

    private PaperCode(string digits) => this.digits = digits;

    /// <summary>The code of a hash.</summary>
    /// <param name="hash">At least 13 bytes.</param>
    public static PaperCode Of(ReadOnlySpan<byte> hash)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hash.Length, 13);
        Span<char> code = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
        {
            var bit = i * 5;
            var pair = (hash[bit / 8] << 8) | hash[(bit / 8) + 1];
            code[i] = Digits[(pair >> (11 - (bit % 8))) & 31];
        }

        return new PaperCode(new string(code));
    }

    /// <summary>
    /// Reads a code as people type it: in any case, with blanks or hyphens anywhere, O for 0, I or L for 1. False when it is none.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? typed, out PaperCode code)
    {
        code = default;
        if (typed is null || typed.Length > 100) return false;
        var kept = typed.Where(c => c is not ('-' or ' ' or '–' or '\u00A0')).Select(Digit).ToArray();
        if (kept.Length != Length || !Array.TrueForAll(kept, c => Digits.Contains(c, StringComparison.Ordinal))) return false;
        code = new PaperCode(new string(kept));
        return true;
    }

    /// <summary>The code in five groups of four.</summary>
    public override string ToString() => string.Join('-', (digits ?? new string('0', Length)).Chunk(4).Select(group => new string(group)));

    private static char Digit(char typed) => char.ToUpperInvariant(typed) switch { 'O' => '0', 'I' or 'L' => '1', var c => c };
}
