using System.Text;

namespace OpenPar.Documents;

/// <summary>Reads a stream as UTF-8 text without ever holding more than a stated number of bytes.</summary>
internal static class BoundedText
{
    /// <summary>Why a stream gave no text.</summary>
    public enum Refusal
    {
        None,
        TooLarge,
        NotUtf8,
    }

    /// <summary>The text without byte order mark; empty with a reason when the stream is too large, not UTF-8 or binary.</summary>
    public static (string Text, Refusal Refusal) Read(Stream stream, int largest)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > largest) return ("", Refusal.TooLarge);
        }

        try
        {
            var text = new UTF8Encoding(false, true).GetString(bytes.GetBuffer(), 0, (int)bytes.Length).TrimStart('\uFEFF');
            return text.Contains('\0', StringComparison.Ordinal) ? ("", Refusal.NotUtf8) : (text, Refusal.None);
        }
        catch (DecoderFallbackException)
        {
            return ("", Refusal.NotUtf8);
        }
    }
}
