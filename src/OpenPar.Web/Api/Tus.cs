using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using OpenPar.App.Features.Evidence.Uploads;

namespace OpenPar.Web.Api;

/// <summary>Names and forms of the protocol tus 1.0.0.</summary>
internal static class Tus
{
    public const string Version = "1.0.0";
    public const string Resumable = "Tus-Resumable";
    public const string Versions = "Tus-Version";
    public const string Extensions = "Tus-Extension";
    public const string MaxSize = "Tus-Max-Size";
    public const string ChecksumAlgorithms = "Tus-Checksum-Algorithm";
    public const string Length = "Upload-Length";
    public const string DeferLength = "Upload-Defer-Length";
    public const string Offset = "Upload-Offset";
    public const string Metadata = "Upload-Metadata";
    public const string Checksum = "Upload-Checksum";
    public const string Expires = "Upload-Expires";
    public const string ContentType = "application/offset+octet-stream";

    /// <summary>The protocol's own status: the part is not what its checksum says.</summary>
    public const int ChecksumMismatch = 460;

    /// <summary>"filename 4bqt,row ZQ==": names and values in Base64, a value may be missing.</summary>
    public static bool TryReadMetadata(string header, int longest, out Dictionary<string, string> metadata)
    {
        metadata = new(StringComparer.Ordinal);
        if (header.Length > longest) return false;
        if (header.Length == 0) return true;
        foreach (var pair in header.Split(','))
        {
            var parts = pair.Trim().Split(' ');
            if (parts is not ([{ Length: > 0 }] or [{ Length: > 0 }, _])) return false;
            var value = "";
            if (parts.Length == 2 && !TryDecode(parts[1], out value)) return false;
            if (!metadata.TryAdd(parts[0], value)) return false;
        }

        return true;
    }

    /// <summary>"sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0="; without the header there is no checksum.</summary>
    public static bool TryReadChecksum(string header, out PartChecksum? checksum)
    {
        checksum = null;
        if (header.Length == 0) return true;
        if (header.Split(' ') is not [var name, var value] || !Base64.IsValid(value)) return false;
        var bytes = Convert.FromBase64String(value);
        checksum = (name, bytes.Length) switch
        {
            // The protocol asks every server for it. It only guards against a bad line; what a file is called by is its SHA-256.
            ("sha1", SHA1.HashSizeInBytes) => new PartChecksum(HashAlgorithmName.SHA1, bytes),
            ("sha256", SHA256.HashSizeInBytes) => new PartChecksum(HashAlgorithmName.SHA256, bytes),
            _ => null,
        };
        return checksum is not null;
    }

    private static bool TryDecode(string text, out string value)
    {
        value = "";
        if (!Base64.IsValid(text)) return false;
        value = Encoding.UTF8.GetString(Convert.FromBase64String(text));
        return true;
    }
}
