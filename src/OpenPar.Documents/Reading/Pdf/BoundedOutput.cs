namespace OpenPar.Documents.Reading.Pdf;

/// <summary>A stream that ends after so many bytes and remembers that it was cut.</summary>
internal sealed class BoundedOutput(Stream inner, long limit) : Stream
{
    private long taken;

    public bool Exceeded => taken > limit;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => taken;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (Exceeded) return 0;
        var read = inner.Read(buffer);
        taken += read;
        return Exceeded ? 0 : read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
