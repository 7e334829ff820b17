using System.Diagnostics.CodeAnalysis;
using OpenPar.Core.Text;

namespace OpenPar.Core.Accounts;

/// <summary>
/// A code that stands in once for an authenticator that was lost: 80 random bits in the base-32 digits of Crockford, in four
/// groups of four. Two are equal when their digits are.
/// </summary>
public readonly record struct RecoveryCode
{
    /// <summary>Random bytes behind a code.</summary>
    public const int Size = 10;

    private const int Length = Size * 8 / 5;
    private readonly string? digits;

    private RecoveryCode(string digits) => this.digits = digits;

    /// <summary>The code of some random bytes.</summary>
    /// <param name="random">At least <see cref="Size"/> bytes.</param>
    public static RecoveryCode Of(ReadOnlySpan<byte> random) => new(Base32.Write(random, Base32.Crockford, Length));

    /// <summary>Reads a code as people type it: in any case, with blanks or hyphens anywhere, O for 0, I or L for 1.</summary>
    public static bool TryParse([NotNullWhen(true)] string? typed, out RecoveryCode code)
    {
        var read = Base32.ReadCrockford(typed, Length);
        code = read is null ? default : new RecoveryCode(read);
        return read is not null;
    }

    /// <summary>The code in four groups of four.</summary>
    public override string ToString() => Base32.InFours(digits ?? new string('0', Length), '-');
}
