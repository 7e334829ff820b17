namespace OpenPar.Documents.Tests.Reading;

/// <summary>A stream that repeats a pattern up to a length and counts what was taken from it.</summary>
internal sealed class GeneratedStream(byte[] pattern, long length, bool knowsLength = false, byte[]? head = null) : Stream
{
    public long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => knowsLength;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => Given;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var wanted = (int)Math.Min(count, length - Given);
        for (var i = 0; i < wanted; i++, Given++)
            buffer[offset + i] = head is not null && Given < head.Length ? head[Given] : pattern[Given % pattern.Length];
        return wanted;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
