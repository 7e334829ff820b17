using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Evidence.Storage;

/// <summary>
/// Stored files in a bucket of S3 or of a service that speaks as it does. Only what all of them know is asked for: whole bodies signed with
/// their SHA-256, parts of one size, no trailers.
/// </summary>
public sealed class S3Storage : IStorage, IDisposable
{
    /// <summary>A longer file goes in parts of this size, so that a dropped line costs one part.</summary>
    public const int PartSize = 16 * 1024 * 1024;

    private const int PartsAtOnce = 4;
    private readonly S3Place place;
    private readonly AmazonS3Client client;
    private readonly S3Copies copies;
    private readonly NamedTurns sending = new();

    /// <summary>Nothing is asked of the service yet.</summary>
    public S3Storage(S3Place place, AWSCredentials keys, string dataFolder)
    {
        ArgumentNullException.ThrowIfNull(place);
        this.place = place;
        copies = new S3Copies(dataFolder);
        var settings = new AmazonS3Config
        {
            ForcePathStyle = !place.VirtualHost,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            Timeout = TimeSpan.FromMinutes(2),
            MaxErrorRetry = 2,
        };
        if (place.Endpoint is null) settings.RegionEndpoint = RegionEndpoint.GetBySystemName(place.Region);
        else (settings.ServiceURL, settings.AuthenticationRegion) = (place.Endpoint.AbsoluteUri, place.Region);
        client = new AmazonS3Client(keys, settings);
    }

    /// <inheritdoc />
    public string Where => place.ToString();

    /// <inheritdoc />
    public Task PutAsync(string path, string sha256, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        var (key, length) = (KeyOf(sha256), new FileInfo(path).Length);
        // The same bytes are sent once, however many bring them; what lies there cut short, as no S3 keeps it, is sent again.
        using var turn = await sending.TakeAsync(key, cancellationToken);
        if (await LengthAsync(key, cancellationToken) != length)
        {
            if (length <= PartSize) await PutWholeAsync(path, key, sha256, cancellationToken);
            else await PutPartsAsync(path, key, length, cancellationToken);
            if (await LengthAsync(key, cancellationToken) is var kept && kept != length)
            {
                await client.DeleteObjectAsync(place.Bucket, key, cancellationToken);
                throw new IOException($"{key} has {kept} bytes in the storage and not {length}");
            }
        }

        File.Delete(path);
        return length;
    }, cancellationToken);

    /// <inheritdoc />
    public async Task<bool> HoldsAsync(string sha256, CancellationToken cancellationToken) => await AskAsync(() => LengthAsync(KeyOf(sha256), cancellationToken), cancellationToken) is not null;

    /// <inheritdoc />
    public async Task<Stream> OpenAsync(string sha256, CancellationToken cancellationToken) =>
        await OpenedAsync(sha256, cancellationToken) ?? throw new FileNotFoundException($"{place} does not hold {sha256}.", sha256);

    /// <inheritdoc />
    public Task<LocalCopy?> CopyAsync(string sha256, CancellationToken cancellationToken) =>
        copies.TakeAsync(KeyOf(sha256)[^64..], () => OpenedAsync(sha256, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public Task DeleteAsync(string sha256, CancellationToken cancellationToken) => AskAsync(() => client.DeleteObjectAsync(place.Bucket, KeyOf(sha256), cancellationToken), cancellationToken);

    /// <inheritdoc />
    public async IAsyncEnumerable<StoredFile> ListAsync(string firstTwo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = place.Bucket, Prefix = $"{place.Prefix}{firstTwo}/" };
        ListObjectsV2Response page;
        do
        {
            page = await AskAsync(() => client.ListObjectsV2Async(request, cancellationToken), cancellationToken);
            // Other things may lie in the bucket; what is not named as a file of ours is not ours.
            foreach (var found in page.S3Objects ?? [])
                if (found.Key.Split('/')[^1] is var name && FileNames.Is(name) && KeyOf(name) == found.Key) yield return new StoredFile(name, found.Size ?? 0);
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    /// <inheritdoc />
    public async Task TidyAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        copies.Tidy();
        await AskAsync(async () =>
        {
            try
            {
                var request = new ListMultipartUploadsRequest { BucketName = place.Bucket, Prefix = place.Prefix };
                var begun = await client.ListMultipartUploadsAsync(request, cancellationToken);
                foreach (var upload in (begun.MultipartUploads ?? []).Where(u => u.Initiated < before.UtcDateTime))
                    await client.AbortMultipartUploadAsync(place.Bucket, upload.Key, upload.UploadId, cancellationToken);
                return begun.MultipartUploads?.Count ?? 0;
            }
            catch (AmazonS3Exception error) when (S3Trouble.IsUnknownThere(error) || S3Trouble.IsMissingFile(error))
            {
                // A service that cannot list them removes them by a rule of its own; one that was removed meanwhile is gone.
                return 0;
            }
        }, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<LocalText?> RefusalAsync(CancellationToken cancellationToken)
    {
        var key = $"{place.Prefix}.openpar-{Guid.NewGuid():N}";
        var probe = Guid.NewGuid().ToByteArray();
        try
        {
            using var content = new MemoryStream(probe);
            await client.PutObjectAsync(new PutObjectRequest { BucketName = place.Bucket, Key = key, InputStream = content, UseChunkEncoding = false, ChecksumSHA256 = Sum(SHA256.HashData(probe)) }, cancellationToken);
            using (var answer = await client.GetObjectAsync(place.Bucket, key, cancellationToken))
            {
                var back = new byte[probe.Length];
                var read = await answer.ResponseStream.ReadAtLeastAsync(back, back.Length, throwOnEndOfStream: false, cancellationToken);
                if (answer.ContentLength != probe.Length || read != probe.Length || !back.AsSpan().SequenceEqual(probe))
                    return new LocalText($"Kho S3 {place} trả lại tệp khác với tệp đã ghi: hãy kiểm tra dịch vụ ấy.", $"The S3 storage {place} gives back another file than was written: check that service.");
            }

            var listed = await client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = place.Bucket, Prefix = key }, cancellationToken);
            await client.DeleteObjectAsync(place.Bucket, key, cancellationToken);
            return listed.S3Objects is [var only] && only.Key == key
                ? null
                : new LocalText($"Kho S3 {place} không liệt kê đúng tệp vừa ghi: hãy kiểm tra dịch vụ ấy.", $"The S3 storage {place} does not list the file that was just written: check that service.");
        }
        catch (Exception error) when (S3Trouble.Is(error, cancellationToken))
        {
            return S3Trouble.Reason(error, place);
        }
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private async Task<Stream?> OpenedAsync(string sha256, CancellationToken cancellationToken) => await AskAsync<Stream?>(async () =>
    {
        try
        {
            var key = KeyOf(sha256);
            return new S3Reading(client, place, key, await client.GetObjectAsync(place.Bucket, key, cancellationToken));
        }
        catch (AmazonS3Exception error) when (S3Trouble.IsMissingFile(error))
        {
            return null;
        }
    }, cancellationToken);

    private async Task<long?> LengthAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.GetObjectMetadataAsync(place.Bucket, key, cancellationToken)).ContentLength;
        }
        catch (AmazonS3Exception error) when (S3Trouble.IsMissingFile(error))
        {
            return null;
        }
    }

    private async Task PutWholeAsync(string path, string key, string sha256, CancellationToken cancellationToken)
    {
        await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
        await client.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = place.Bucket,
                Key = key,
                InputStream = content,
                AutoCloseStream = false,
                UseChunkEncoding = false,
                ChecksumSHA256 = Sum(Convert.FromHexString(sha256)),
                // What lies in the bucket is never a page, whoever opens it there.
                ContentType = "application/octet-stream",
            }, cancellationToken);
    }

    // The file shows in the bucket with the last request and not before; parts of one that failed are thrown away.
    private async Task PutPartsAsync(string path, string key, long length, CancellationToken cancellationToken)
    {
        var begin = new InitiateMultipartUploadRequest { BucketName = place.Bucket, Key = key, ChecksumAlgorithm = ChecksumAlgorithm.SHA256, ContentType = "application/octet-stream" };
        var upload = (await client.InitiateMultipartUploadAsync(begin, cancellationToken)).UploadId;
        try
        {
            var parts = new PartETag[(length + PartSize - 1) / PartSize];
            var bounds = new ParallelOptions { MaxDegreeOfParallelism = PartsAtOnce, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(Enumerable.Range(0, parts.Length), bounds, async (at, stop) => parts[at] = await PutPartAsync(path, key, upload, at, length, stop));
            await client.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest { BucketName = place.Bucket, Key = key, UploadId = upload, PartETags = [.. parts] }, cancellationToken);
        }
        catch
        {
            await AbortAsync(key, upload);
            throw;
        }
    }

    private async Task<PartETag> PutPartAsync(string path, string key, string upload, int at, long length, CancellationToken cancellationToken)
    {
        var from = (long)at * PartSize;
        var size = Math.Min(PartSize, length - from);
        var answer = await client.UploadPartAsync(
            new UploadPartRequest
            {
                BucketName = place.Bucket,
                Key = key,
                UploadId = upload,
                PartNumber = at + 1,
                FilePath = path,
                FilePosition = from,
                PartSize = size,
                UseChunkEncoding = false,
                ChecksumSHA256 = await SumAsync(path, from, size, cancellationToken),
            }, cancellationToken);
        // Services that keep no sums of parts name none, and then must not be given one back.
        return new PartETag(at + 1, answer.ETag) { ChecksumSHA256 = answer.ChecksumSHA256 };
    }

    private async Task AbortAsync(string key, string upload)
    {
        try
        {
            await client.AbortMultipartUploadAsync(place.Bucket, key, upload, CancellationToken.None);
        }
        catch (Exception error) when (S3Trouble.Is(error, CancellationToken.None))
        {
            // The storage is away, which is why this is given up: what is left there is removed by the next tidying.
        }
    }

    private async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask();
        }
        catch (Exception error) when (S3Trouble.Is(error, cancellationToken))
        {
            throw S3Trouble.Away(error, place);
        }
    }

    private static async Task<string> SumAsync(string path, long from, long size, CancellationToken cancellationToken)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read, FileOptions.Asynchronous);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        for (var at = from; at < from + size;)
        {
            var read = await RandomAccess.ReadAsync(file, buffer.AsMemory(0, (int)Math.Min(buffer.Length, from + size - at)), at, cancellationToken);
            if (read == 0) throw new EndOfStreamException($"{path} is shorter than it was.");
            hash.AppendData(buffer, 0, read);
            at += read;
        }

        return Sum(hash.GetHashAndReset());
    }

    private static string Sum(byte[] hash) => Convert.ToBase64String(hash);

    private string KeyOf(string sha256) => place.Prefix + string.Join('/', FileNames.PartsOf(sha256));
}
