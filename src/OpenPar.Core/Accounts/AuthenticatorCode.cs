using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpenPar.Core.Accounts;

/// <summary>
/// The codes of an authenticator application: time-based one-time passwords of RFC 6238 with HMAC-SHA-1, 30 seconds and six
/// digits, which every common application makes.
/// </summary>
public static class AuthenticatorCode
{
    /// <summary>How many digits a code has.</summary>
    public const int Digits = 6;

    /// <summary>How long a code is shown, in seconds.</summary>
    public const int Period = 30;

    /// <summary>How many steps the clock of the telephone may go before or behind ours (RFC 6238, 5.2).</summary>
    public const int Tolerance = 1;

    private const int Bound = 1_000_000;

    /// <summary>The number of the step an instant lies in, counted from 1970.</summary>
    public static long StepAt(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / Period;

    /// <summary>The code of a step.</summary>
    /// <param name="secret">The secret that server and application share.</param>
    /// <param name="step">The number of the step.</param>
    /// <returns>Six digits.</returns>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238: applications know HMAC-SHA-1 only, and as a keyed hash it is not broken.")]
    public static string At(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        // Dynamic truncation, RFC 4226, 5.3.
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % Bound).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The step whose code was typed, no further than <see cref="Tolerance"/> from now; the latest when two steps have the same code.
    /// Whether that step was used before is for the caller to know.
    /// </summary>
    /// <param name="secret">The secret that server and application share.</param>
    /// <param name="typed">Six digits.</param>
    /// <param name="now">The time at the server.</param>
    /// <returns>The step; null when it is the code of none.</returns>
    public static long? StepOf(ReadOnlySpan<byte> secret, string typed, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var given = Encoding.UTF8.GetBytes(typed);
        var middle = StepAt(now);
        long? found = null;
        for (var step = middle - Tolerance; step <= middle + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(At(secret, step)))) found = step;
        }

        return found;
    }

    /// <summary>Reads six digits as people type them, with blanks anywhere; null when it is something else.</summary>
    /// <param name="typed">What was typed.</param>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 100) return null;
        var kept = string.Concat(typed.Where(c => !char.IsWhiteSpace(c)));
        return kept.Length == Digits && kept.All(char.IsAsciiDigit) ? kept : null;
    }
}
