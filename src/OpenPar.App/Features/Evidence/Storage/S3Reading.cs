using Amazon.S3;
using Amazon.S3.Model;

namespace OpenPar.App.Features.Evidence.Storage;

/// <summary>
/// Reads a file of S3 from any place in it: moving to another place asks for the bytes from there on. Programs that jump about read a
/// <see cref="LocalCopy"/> instead.
/// </summary>
internal sealed class S3Reading(IAmazonS3 client, S3Place place, S3Patience patience, string key, GetObjectResponse begun) : Stream
{
    private GetObjectResponse? answer = begun;
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; } = begun.ContentLength;

    public override long Position
    {
        get => position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            if (value == position) return;
            position = value;
            answer?.Dispose();
            answer = null;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length == 0 || position >= Length) return 0;
        try
        {
            var range = new GetObjectRequest { BucketName = place.Bucket, Key = key, ByteRange = new ByteRange(position, Length - 1) };
            answer ??= await patience.AskAsync(stop => client.GetObjectAsync(range, stop), cancellationToken);
            var read = await patience.AskAsync(async stop => await answer.ResponseStream.ReadAsync(buffer, stop), cancellationToken);
            // An answer that ends too early must never look like the end of the file.
            if (read == 0) throw new EndOfStreamException($"{key} ended at {position} of {Length} bytes.");
            position += read;
            return read;
        }
        catch (Exception error) when (S3Trouble.Is(error, cancellationToken))
        {
            throw S3Trouble.Away(error, place);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("Bytes come over the network: read them asynchronously, or take a local copy.");

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) answer?.Dispose();
        answer = null;
        base.Dispose(disposing);
    }
}
