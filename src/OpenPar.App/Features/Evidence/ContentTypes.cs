using System.Text;

namespace OpenPar.App.Features.Evidence;

/// <summary>Recognises a file by its first bytes; the name only tells the kinds of zip apart.</summary>
public static class ContentTypes
{
    /// <summary>How many bytes tell a type.</summary>
    public const int Looked = 4096;

    private static readonly (byte[] Start, string Type)[] Known =
    [
        ("%PDF-"u8.ToArray(), "application/pdf"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "application/x-ole-storage"),
        ("PK\u0003\u0004"u8.ToArray(), "application/zip"),
    ];

    /// <summary>
    /// The type by content, null when it is not accepted as evidence, and a stream that still begins at the first byte.
    /// </summary>
    public static async Task<(string? Type, Stream Content)> RecogniseAsync(Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var head = new byte[Looked];
        var read = await content.ReadAtLeastAsync(head, Looked, throwOnEndOfStream: false, cancellationToken);
        var whole = new PrefixedStream(head.AsMemory(0, read), content);
        return (TypeOf(head.AsSpan(0, read)), whole);
    }

    /// <summary>The type of the first bytes of a file; null when it is none we accept.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> head)
    {
        foreach (var (start, type) in Known)
        {
            if (!head.StartsWith(start)) continue;
            return type == "application/zip" ? OfficeType(head) : type;
        }

        return LooksLikeText(head) ? "text/plain" : null;
    }

    /// <summary>What a person is told about a file that was not recognised.</summary>
    public static string DescribeUnknown(string? fileName) =>
        Path.GetExtension(fileName) is { Length: > 1 and <= 10 } extension ? extension : "không rõ loại";

    private static string? OfficeType(ReadOnlySpan<byte> head)
    {
        // An Office package names its parts in the local headers at the front; other archives are not evidence.
        if (head.IndexOf("word/"u8) >= 0) return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        if (head.IndexOf("xl/"u8) >= 0) return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        return head.IndexOf("[Content_Types].xml"u8) >= 0 ? "application/vnd.openxmlformats-officedocument" : null;
    }

    private static bool LooksLikeText(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf((byte)0) >= 0 || head.StartsWith("MZ"u8) || head.StartsWith("<!DOCTYPE"u8) || head.StartsWith("<html"u8) || head.StartsWith("<svg"u8)) return false;
        // The last character may be cut by the end of what was looked at.
        var whole = head.Length == Looked ? head[..^4] : head;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(whole) >= 0;
        }
        catch (DecoderFallbackException)
        {
            return head.Length == Looked && IsCutUtf8(whole);
        }
    }

    private static bool IsCutUtf8(ReadOnlySpan<byte> bytes)
    {
        var replaced = Encoding.UTF8.GetString(bytes);
        return replaced.Length > 0 && replaced.IndexOf('\uFFFD', StringComparison.Ordinal) >= replaced.Length - 1;
    }
}
