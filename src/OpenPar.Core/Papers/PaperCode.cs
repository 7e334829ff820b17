using System.Diagnostics.CodeAnalysis;
using OpenPar.Core.Text;

namespace OpenPar.Core.Papers;

/// <summary>
/// The verification code of a paper: the first 100 bits of the SHA-256 of its state in the base-32 digits of Crockford, which
/// leave out I, L, O and U, in five groups of four: <c>7F3A-91C2-K0ZQ-5WMT-8DHN</c>.
/// </summary>
public readonly record struct PaperCode
{
    private const int Length = 20;
    private readonly string? digits;

    private PaperCode(string digits) => this.digits = digits;

    /// <summary>The code of a hash.</summary>
    /// <param name="hash">At least 13 bytes.</param>
    public static PaperCode Of(ReadOnlySpan<byte> hash)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hash.Length, 13);
        return new PaperCode(Base32.Write(hash, Base32.Crockford, Length));
    }

    /// <summary>
    /// Reads a code as people type it: in any case, with blanks or hyphens anywhere, O for 0, I or L for 1. False when it is none.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? typed, out PaperCode code)
    {
        var read = Base32.ReadCrockford(typed, Length);
        code = read is null ? default : new PaperCode(read);
        return read is not null;
    }

    /// <summary>The code in five groups of four.</summary>
    public override string ToString() => Base32.InFours(digits ?? new string('0', Length), '-');
}
