using OpenPar.Core.Text;

namespace OpenPar.Core.Accounts;

/// <summary>How the secret of an authenticator is shown to the person who adds it.</summary>
public static class AuthenticatorSecret
{
    /// <summary>Bytes of a secret: as many as the hash has (RFC 4226, 4, R6).</summary>
    public const int Size = 20;

    private const string Issuer = "OpenPAR";
    private const int Digits = Size * 8 / 5;

    /// <summary>The secret for typing: groups of four letters and digits.</summary>
    /// <param name="secret"><see cref="Size"/> bytes.</param>
    public static string Show(ReadOnlySpan<byte> secret) => Base32.InFours(Base32.Write(secret, Base32.Rfc4648, Digits), ' ');

    /// <summary>The address that applications read from a picture: <c>otpauth://totp/…</c>.</summary>
    /// <param name="secret"><see cref="Size"/> bytes.</param>
    /// <param name="userName">The account it is shown for in the application.</param>
    public static string Address(ReadOnlySpan<byte> secret, string userName) =>
        $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(userName)}?secret={Base32.Write(secret, Base32.Rfc4648, Digits)}&issuer={Issuer}"
        + $"&algorithm=SHA1&digits={AuthenticatorCode.Digits}&period={AuthenticatorCode.Period}";
}
