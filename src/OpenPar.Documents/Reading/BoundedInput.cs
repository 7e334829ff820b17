namespace OpenPar.Documents.Reading;

/// <summary>Reads a stream without ever holding more than a bound of it.</summary>
internal static class BoundedInput
{
    private const int Block = 81_920;

    /// <summary>The first bytes, as many as there are up to <paramref name="count"/>.</summary>
    public static async Task<byte[]> HeadAsync(Stream input, int count, CancellationToken cancellationToken)
    {
        var head = new byte[count];
        var read = await input.ReadAtLeastAsync(head, count, throwOnEndOfStream: false, cancellationToken);
        return head[..read];
    }

    /// <summary>Copies head and rest; false, and the copy is cut, when together they exceed the limit.</summary>
    public static async Task<bool> CopyAsync(byte[] head, Stream rest, Stream to, int limit, CancellationToken cancellationToken)
    {
        if (head.Length > limit) return false;
        await to.WriteAsync(head, cancellationToken);
        var buffer = new byte[Block];
        long total = head.Length;
        while (await rest.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            total += read;
            if (total > limit) return false;
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return true;
    }

    /// <summary>Whether a stream that knows its length is over the limit.</summary>
    public static bool KnownTooLarge(Stream input, int limit) => input.CanSeek && input.Length - input.Position > limit;
}
