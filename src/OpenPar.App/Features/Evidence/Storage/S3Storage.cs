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
    private readonly S3Patience patience;
    private readonly AmazonS3Client client;
    private readonly S3Copies copies;
    private readonly NamedTurns sending = new();

    /// <summary>Nothing is asked of the service yet.</summary>
    /// <param name="place">Where files lie.</param>
    /// <param name="keys">Who asks.</param>
    /// <param name="dataFolder">Where local copies lie.</param>
    /// <param name="answer">How long an answer may take; null for the usual 30 seconds.</param>
    public S3Storage(S3Place place, AWSCredentials keys, string dataFolder, TimeSpan? answer = null)
    {
        ArgumentNullException.ThrowIfNull(place);
        this.place = place;
        patience = answer is { } given ? new S3Patience(given) : S3Patience.Usual;
        copies = new S3Copies(dataFolder);
        var settings = new AmazonS3Config
        {
            ForcePathStyle = !place.VirtualHost,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            HttpClientFactory = new S3Line(),
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
                await RemoveAsync(key, cancellationToken);
                throw new IOException($"{key} has {kept} bytes in the storage and not {length}");
            }
        }

        File.Delete(path);
        return length;
    }, cancellationToken);

    /// <inheritdoc />
    public Task<bool> HoldsAsync(string sha256, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        var key = KeyOf(sha256);
        if (await LengthAsync(key, cancellationToken) is not null) return true;
        // The answer to such a question has no words: a bucket that is gone looks like a file that is. A list says which.
        await PageAsync(new ListObjectsV2Request { BucketName = place.Bucket, Prefix = key, MaxKeys = 1 }, cancellationToken);
        return false;
    }, cancellationToken);

    /// <inheritdoc />
    public async Task<Stream> OpenAsync(string sha256, CancellationToken cancellationToken) =>
        await OpenedAsync(sha256, cancellationToken) ?? throw new FileNotFoundException($"{place} does not hold {sha256}.", sha256);

    /// <inheritdoc />
    public Task<LocalCopy?> CopyAsync(string sha256, CancellationToken cancellationToken) =>
        copies.TakeAsync(KeyOf(sha256)[^64..], () => OpenedAsync(sha256, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public Task DeleteAsync(string sha256, CancellationToken cancellationToken) => AskAsync(() => RemoveAsync(KeyOf(sha256), cancellationToken), cancellationToken);

    /// <inheritdoc />
    public async IAsyncEnumerable<StoredFile> ListAsync(string firstTwo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = place.Bucket, Prefix = $"{place.Prefix}{firstTwo}/" };
        ListObjectsV2Response page;
        do
        {
            page = await AskAsync(() => PageAsync(request, cancellationToken), cancellationToken);
            foreach (var found in page.S3Objects ?? [])
                if (IsOurs(found.Key, out var name)) yield return new StoredFile(name, found.Size ?? 0);
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
            var request = new ListMultipartUploadsRequest { BucketName = place.Bucket, Prefix = place.Prefix };
            try
            {
                ListMultipartUploadsResponse page;
                do
                {
                    page = await patience.AskAsync(stop => client.ListMultipartUploadsAsync(request, stop), cancellationToken);
                    foreach (var upload in (page.MultipartUploads ?? []).Where(u => u.Initiated < before.UtcDateTime && IsOurs(u.Key, out _)))
                        await EndAsync(upload.Key, upload.UploadId, cancellationToken);
                    (request.KeyMarker, request.UploadIdMarker) = (page.NextKeyMarker, page.NextUploadIdMarker);
                }
                while (page.IsTruncated == true && request.KeyMarker is { Length: > 0 });
            }
            catch (AmazonS3Exception error) when (S3Trouble.IsUnknownThere(error))
            {
                // A service that cannot list them removes them by a rule of its own.
            }

            return true;
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
            var written = new PutObjectRequest { BucketName = place.Bucket, Key = key, InputStream = content, UseChunkEncoding = false, ChecksumSHA256 = Sum(SHA256.HashData(probe)) };
            await patience.AskAsync(stop => client.PutObjectAsync(written, stop), cancellationToken);
            using (var answer = await patience.AskAsync(stop => client.GetObjectAsync(place.Bucket, key, stop), cancellationToken))
            {
                var back = new byte[probe.Length];
                var read = await patience.AskAsync(async stop => await answer.ResponseStream.ReadAtLeastAsync(back, back.Length, throwOnEndOfStream: false, stop), cancellationToken);
                if (answer.ContentLength != probe.Length || read != probe.Length || !back.AsSpan().SequenceEqual(probe))
                    return new LocalText($"Kho S3 {place} trả lại tệp khác với tệp đã ghi: hãy kiểm tra dịch vụ ấy.", $"The S3 storage {place} gives back another file than was written: check that service.");
            }

            var listed = await PageAsync(new ListObjectsV2Request { BucketName = place.Bucket, Prefix = key }, cancellationToken);
            await RemoveAsync(key, cancellationToken);
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
            return new S3Reading(client, place, patience, key, await patience.AskAsync(stop => client.GetObjectAsync(place.Bucket, key, stop), cancellationToken));
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
            return (await patience.AskAsync(stop => client.GetObjectMetadataAsync(place.Bucket, key, stop), cancellationToken)).ContentLength;
        }
        catch (AmazonS3Exception error) when (S3Trouble.IsMissingFile(error))
        {
            return null;
        }
    }

    private async Task PutWholeAsync(string path, string key, string sha256, CancellationToken cancellationToken)
    {
        await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
        var whole = new PutObjectRequest
        {
            BucketName = place.Bucket,
            Key = key,
            InputStream = content,
            AutoCloseStream = false,
            UseChunkEncoding = false,
            ChecksumSHA256 = Sum(Convert.FromHexString(sha256)),
            // What lies in the bucket is never a page, whoever opens it there.
            ContentType = "application/octet-stream",
        };
        await patience.AskAsync(stop => client.PutObjectAsync(whole, stop), cancellationToken, content.Length);
    }

    // The file shows in the bucket with the last request and not before; parts of one that failed are thrown away.
    private async Task PutPartsAsync(string path, string key, long length, CancellationToken cancellationToken)
    {
        var begin = new InitiateMultipartUploadRequest { BucketName = place.Bucket, Key = key, ChecksumAlgorithm = ChecksumAlgorithm.SHA256, ContentType = "application/octet-stream" };
        var upload = (await patience.AskAsync(stop => client.InitiateMultipartUploadAsync(begin, stop), cancellationToken)).UploadId;
        var parts = new PartETag[(length + PartSize - 1) / PartSize];
        try
        {
            var bounds = new ParallelOptions { MaxDegreeOfParallelism = PartsAtOnce, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(Enumerable.Range(0, parts.Length), bounds, async (at, stop) => parts[at] = await PutPartAsync(path, key, upload, at, length, stop));
        }
        catch
        {
            await AbortAsync(key, upload);
            throw;
        }

        // From here on nothing is thrown away: when the answer does not come, the service may still be putting them together, and parts removed meanwhile would be missing
        // in a file that looks whole. What stays of one that failed is removed by the tidying, days later.
        var end = new CompleteMultipartUploadRequest { BucketName = place.Bucket, Key = key, UploadId = upload, PartETags = [.. parts] };
        try
        {
            await patience.ForWhole.AskAsync(stop => client.CompleteMultipartUploadAsync(end, stop), cancellationToken);
        }
        catch (AmazonS3Exception)
        {
            // Asked again because its first answer got lost, a service knows the upload no more or stumbles over it: the length says whether the file is whole.
            if (await LengthAsync(key, cancellationToken) != length) throw;
        }
    }

    private async Task<PartETag> PutPartAsync(string path, string key, string upload, int at, long length, CancellationToken cancellationToken)
    {
        var from = (long)at * PartSize;
        var size = Math.Min(PartSize, length - from);
        var part = new UploadPartRequest
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
        };
        var answer = await patience.AskAsync(stop => client.UploadPartAsync(part, stop), cancellationToken, size * PartsAtOnce);
        // Services that keep no sums of parts name none, and then must not be given one back.
        return new PartETag(at + 1, answer.ETag) { ChecksumSHA256 = answer.ChecksumSHA256 };
    }

    private async Task AbortAsync(string key, string upload)
    {
        try
        {
            await EndAsync(key, upload, CancellationToken.None);
        }
        catch (Exception error) when (S3Trouble.Is(error, CancellationToken.None))
        {
            // The storage is away, which is why this is given up: what is left there is removed by the next tidying.
        }
    }

    private async Task EndAsync(string key, string upload, CancellationToken cancellationToken)
    {
        try
        {
            await patience.AskAsync(stop => client.AbortMultipartUploadAsync(place.Bucket, key, upload, stop), cancellationToken);
        }
        catch (AmazonS3Exception error) when (S3Trouble.IsOver(error))
        {
            // Another server was quicker.
        }
    }

    private Task<ListObjectsV2Response> PageAsync(ListObjectsV2Request request, CancellationToken cancellationToken) =>
        patience.AskAsync(stop => client.ListObjectsV2Async(request, stop), cancellationToken);

    private Task<DeleteObjectResponse> RemoveAsync(string key, CancellationToken cancellationToken) =>
        patience.AskAsync(stop => client.DeleteObjectAsync(place.Bucket, key, stop), cancellationToken);

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

    // Other things may lie in the bucket; what is not named as a file of ours is not ours.
    private bool IsOurs(string key, out string name)
    {
        name = key[(key.LastIndexOf('/') + 1)..];
        return FileNames.Is(name) && KeyOf(name) == key;
    }

    private string KeyOf(string sha256) => place.Prefix + string.Join('/', FileNames.PartsOf(sha256));
}
