using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OpenPar.App.Features.Accounts;

/// <summary>The secret part of a one-time link: 32 random bytes for the person, their SHA-256 for the database.</summary>
public static class OneTimeToken
{
    /// <summary>A new secret, safe in an address.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is stored and looked up.</summary>
    public static string HashOf(string? token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token ?? string.Empty)));
}
