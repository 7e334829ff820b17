using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using OpenPar.App.Features.Evidence.Storage;
using OpenPar.Testing;

namespace OpenPar.App.Tests.Evidence;

/// <summary>The storage over HTTP against a real server.</summary>
public sealed class S3StorageTests(AppHouse house, S3 s3) : StorageContract(house), IClassFixture<S3>
{
    protected override Task<IStorage> OpenStorageAsync() => Task.FromResult<IStorage>(s3.Server.Storage(Folder, $"tinh/{Guid.NewGuid():N}"));

    [Fact]
    public async Task A_local_copy_stays_for_the_next_who_asks()
    {
        var content = Random(50_000);
        var name = (await SaveAsync(content))!.Sha256;
        string path;
        await using (var first = await Store.CopyAsync(name, Cancel)) path = first!.Path;
        await s3.OwnServer.KillAsync();
        try
        {
            await using var second = await Store.CopyAsync(name, Cancel);
            Assert.Equal((path, Convert.ToHexString(content)), (second!.Path, Convert.ToHexString(await File.ReadAllBytesAsync(second.Path, Cancel))));
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-2));
            await Assert.ThrowsAsync<StorageAwayException>(() => Storage.TidyAsync(DateTimeOffset.UtcNow.AddDays(-2), Cancel));
            Assert.True(File.Exists(path), "A copy in use is not removed.");
            await second.DisposeAsync();
            await Assert.ThrowsAsync<StorageAwayException>(() => Storage.TidyAsync(DateTimeOffset.UtcNow.AddDays(-2), Cancel));
            Assert.False(File.Exists(path));
        }
        finally
        {
            await s3.Server.StartAgainAsync(Cancel);
        }
    }

    [Fact]
    public async Task A_storage_that_is_away_says_so_keeps_the_file_and_takes_it_when_it_is_back()
    {
        var content = Random(50_000);
        var path = Path.Combine(Folder, "waiting");
        await File.WriteAllBytesAsync(path, content, Cancel);
        await s3.OwnServer.KillAsync();
        try
        {
            var away = await Assert.ThrowsAsync<StorageAwayException>(() => Store.AdoptAsync(path, Name(content), Cancel));
            Assert.Contains(s3.Server.Endpoint, away.Reason.Vi, StringComparison.Ordinal);
            Assert.DoesNotContain(s3.Server.Secret, away.ToString(), StringComparison.Ordinal);
            Assert.True(File.Exists(path));
            await Assert.ThrowsAsync<StorageAwayException>(() => Store.OpenAsync(Name(content), Cancel));
            await Assert.ThrowsAsync<StorageAwayException>(() => Storage.HoldsAsync(Name(content), Cancel));
            Assert.Contains("--s3-endpoint", (await Storage.RefusalAsync(Cancel))!.Vi, StringComparison.Ordinal);
        }
        finally
        {
            await s3.Server.StartAgainAsync(Cancel);
        }

        await Store.AdoptAsync(path, Name(content), Cancel);
        Assert.Equal(content, await ReadAsync(Name(content)));
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_and_a_key_nobody_knows_are_named()
    {
        using var bucket = s3.Server.Storage(Folder, bucket: "khong-co");
        using var key = s3.Server.Storage(Folder, credentials: new BasicAWSCredentials("NOBODY", "very-secret"));

        var noBucket = await bucket.RefusalAsync(Cancel);
        Assert.Contains("“khong-co”", noBucket!.Vi, StringComparison.Ordinal);
        Assert.Contains("create it", noBucket.En, StringComparison.Ordinal);
        var noKey = await key.RefusalAsync(Cancel);
        Assert.Contains("AWS_", noKey!.Vi, StringComparison.Ordinal);
        Assert.DoesNotContain("NOBODY", noKey.Vi + noKey.En, StringComparison.Ordinal);

        // A question about one file is answered without words; what is wrong is named all the same.
        var gone = await Assert.ThrowsAsync<StorageAwayException>(() => bucket.HoldsAsync(Name("x"u8.ToArray()), Cancel));
        Assert.Contains("“khong-co”", gone.Reason.Vi, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(Folder, "x"), "x", Cancel);
        var away = await Assert.ThrowsAsync<StorageAwayException>(() => bucket.PutAsync(Path.Combine(Folder, "x"), Name("x"u8.ToArray()), Cancel));
        Assert.Contains("khong-co", away.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Folder, "x")));
        await Assert.ThrowsAsync<StorageAwayException>(() => bucket.OpenAsync(Name("x"u8.ToArray()), Cancel));
        await Assert.ThrowsAsync<StorageAwayException>(() => key.OpenAsync(Name("x"u8.ToArray()), Cancel));
    }

    [Fact]
    public async Task A_wrong_secret_is_named()
    {
        using var secret = s3.Server.Storage(Folder, credentials: new BasicAWSCredentials(s3.Server.Key, "very-secret"));
        if (await secret.RefusalAsync(Cancel) is not { } refusal)
        {
            Assert.Skip("This server does not look at signatures.");
            return;
        }

        Assert.Contains("AWS_SECRET_ACCESS_KEY", refusal.Vi, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", refusal.Vi + refusal.En, StringComparison.Ordinal);
        var shut = await Assert.ThrowsAsync<StorageAwayException>(() => secret.HoldsAsync(Name(Random(5)), Cancel));
        Assert.Contains("AWS_SECRET_ACCESS_KEY", shut.Reason.Vi, StringComparison.Ordinal);
        // The line it was refused on serves the next.
        for (var i = 0; i < 20; i++) Assert.Contains("AWS_SECRET_ACCESS_KEY", (await secret.RefusalAsync(Cancel))!.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_storage_that_takes_what_is_sent_and_answers_nothing_is_not_waited_for_without_end()
    {
        var (small, large) = (Random(50_000), Random(S3Storage.PartSize + 1_000_000));
        var (waiting, longer) = (Path.Combine(Folder, "waiting"), Path.Combine(Folder, "longer"));
        await File.WriteAllBytesAsync(waiting, small, Cancel);
        await File.WriteAllBytesAsync(longer, large, Cancel);
        using var storage = s3.OwnServer.Storage(Folder, "tinh/treo", answer: TimeSpan.FromSeconds(1));
        await s3.OwnServer.PauseAsync();
        try
        {
            Assert.Contains("không trả lời trong 1 s", (await storage.RefusalAsync(Cancel))!.Vi, StringComparison.Ordinal);
            await Assert.ThrowsAsync<StorageAwayException>(() => storage.HoldsAsync(Name(small), Cancel));
            await Assert.ThrowsAsync<StorageAwayException>(() => storage.PutAsync(waiting, Name(small), Cancel));
            await Assert.ThrowsAsync<StorageAwayException>(() => storage.PutAsync(longer, Name(large), Cancel));
            Assert.True(File.Exists(waiting) && File.Exists(longer));
        }
        finally
        {
            await s3.OwnServer.ResumeAsync();
        }

        await storage.PutAsync(waiting, Name(small), Cancel);
        await storage.PutAsync(longer, Name(large), Cancel);
        Assert.Equal(Name(large), Convert.ToHexStringLower(await SHA256.HashDataAsync(await storage.OpenAsync(Name(large), Cancel), Cancel)));
    }

    [Fact]
    public async Task A_file_whose_bytes_stop_coming_is_not_waited_for_without_end()
    {
        var content = Random(40_000_000);
        var path = Path.Combine(Folder, "long");
        await File.WriteAllBytesAsync(path, content, Cancel);
        using var storage = s3.OwnServer.Storage(Folder, "tinh/treo", answer: TimeSpan.FromSeconds(1));
        await storage.PutAsync(path, Name(content), Cancel);
        await using var file = await storage.OpenAsync(Name(content), Cancel);
        await file.ReadExactlyAsync(new byte[100_000], Cancel);
        await s3.OwnServer.PauseAsync();
        try
        {
            var away = await Assert.ThrowsAsync<StorageAwayException>(() => file.CopyToAsync(Stream.Null, Cancel));
            Assert.Contains("1 s", away.Reason.En, StringComparison.Ordinal);
        }
        finally
        {
            await s3.OwnServer.ResumeAsync();
        }
    }

    [Fact]
    public async Task An_answer_that_gets_lost_after_the_parts_were_put_together_loses_no_file()
    {
        var content = Random((2 * S3Storage.PartSize) + 5);
        var path = Path.Combine(Folder, "parts");
        await File.WriteAllBytesAsync(path, content, Cancel);
        await using var line = new LosingLine(new Uri(s3.Server.Endpoint), request => request.StartsWith("POST ", StringComparison.Ordinal) && request.Contains("uploadId=", StringComparison.Ordinal));
        using var storage = s3.Server.Storage(Folder, $"tinh/{Guid.NewGuid():N}", endpoint: line.Endpoint);

        await storage.PutAsync(path, Name(content), Cancel);

        Assert.Equal(1, line.Lost);
        Assert.False(line.Waits, "Bytes of a refused request that waited would be taken for the next one.");
        Assert.False(File.Exists(path));
        Assert.Equal(Name(content), Convert.ToHexStringLower(await SHA256.HashDataAsync(await storage.OpenAsync(Name(content), Cancel), Cancel)));
    }

    [Fact]
    public async Task A_quota_that_is_used_up_is_named_and_the_file_waits()
    {
        Assert.SkipUnless(s3.Server.HasQuota, "This server has no quota.");
        var (small, large) = (Random(50_000), Random(S3Storage.PartSize + 1_000_000));
        var (waiting, longer) = (Path.Combine(Folder, "waiting"), Path.Combine(Folder, "longer"));
        await File.WriteAllBytesAsync(waiting, small, Cancel);
        await File.WriteAllBytesAsync(longer, large, Cancel);
        await SaveAsync(Random(100_000));
        // Less than the least that is tried: some count what is kept only now and then.
        await s3.Server.QuotaAsync(5);
        try
        {
            Assert.Contains("hạn mức", (await Storage.RefusalAsync(Cancel))!.Vi, StringComparison.Ordinal);
            Assert.Contains("quota", (await Assert.ThrowsAsync<StorageAwayException>(() => Storage.PutAsync(waiting, Name(small), Cancel))).Message, StringComparison.Ordinal);
            Assert.Contains("quota", (await Assert.ThrowsAsync<StorageAwayException>(() => Storage.PutAsync(longer, Name(large), Cancel))).Message, StringComparison.Ordinal);
            Assert.True(File.Exists(waiting) && File.Exists(longer));
        }
        finally
        {
            await s3.Server.QuotaAsync(null);
        }

        await Storage.PutAsync(waiting, Name(small), Cancel);
        await Storage.PutAsync(longer, Name(large), Cancel);
        Assert.Equal(small, await ReadAsync(Name(small)));
    }

    [Fact]
    public async Task Tidying_ends_uploads_that_were_begun_and_leaves_those_of_others()
    {
        using var client = s3.Server.Client();
        var prefix = $"tinh/{Guid.NewGuid():N}";
        using var storage = s3.Server.Storage(Folder, prefix);
        var name = Name(Random(5));
        var ours = $"{prefix}/{name[..2]}/{name[2..4]}/{name}";
        foreach (var key in new[] { ours, $"{prefix}/cua-nguoi-khac.bin" }) await client.InitiateMultipartUploadAsync(S3Server.Bucket, key, Cancel);
        var begun = await BegunAsync();

        await storage.TidyAsync(DateTimeOffset.UtcNow.AddHours(-1), Cancel);
        Assert.Equal(begun, await BegunAsync());
        await storage.TidyAsync(DateTimeOffset.UtcNow.AddHours(1), Cancel);
        // One that cannot list them, as s3rver, is left in peace.
        Assert.Equal(begun is null ? null : [$"{prefix}/cua-nguoi-khac.bin"], await BegunAsync());

        async Task<List<string>?> BegunAsync()
        {
            try
            {
                var listed = await client.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { BucketName = S3Server.Bucket, Prefix = prefix + "/" }, Cancel);
                return [.. (listed.MultipartUploads ?? []).Select(u => u.Key)];
            }
            catch (AmazonS3Exception unknown) when (unknown.StatusCode == HttpStatusCode.NotImplemented)
            {
                return null;
            }
        }
    }

    [Fact]
    public async Task A_certificate_nobody_trusts_is_named()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var greeting = Task.Run(async () =>
        {
            // The client tries again; each of its tries ends at the certificate.
            while (true)
            {
                using var caller = await listener.AcceptTcpClientAsync(Cancel);
                await using var line = new SslStream(caller.GetStream());
                await Assert.ThrowsAnyAsync<Exception>(async () =>
                {
                    await line.AuthenticateAsServerAsync(certificate);
                    await line.ReadExactlyAsync(new byte[1]);
                });
            }
        }, Cancel);
        using var storage = s3.Server.Storage(Folder, endpoint: $"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");

        var refusal = await storage.RefusalAsync(Cancel);

        Assert.Contains("update-ca-certificates", refusal!.Vi, StringComparison.Ordinal);
        Assert.Contains("certificate", refusal.En, StringComparison.Ordinal);
        listener.Stop();
        await Assert.ThrowsAnyAsync<Exception>(() => greeting);
    }

    [Fact]
    public async Task Bytes_that_lie_there_cut_short_are_sent_again()
    {
        var content = Random(70_000);
        var part = Path.Combine(Folder, "part");
        await File.WriteAllBytesAsync(part, content[..60_000], Cancel);
        await Storage.PutAsync(part, Name(content), Cancel);

        await SaveAsync(content);
        Assert.Equal(content, await ReadAsync(Name(content)));
    }

    [Fact]
    public async Task Bytes_that_are_not_what_their_name_says_are_never_given_as_a_copy()
    {
        var name = (await SaveAsync(Random(1_000)))!.Sha256;
        var other = Name(Random(5));
        // Put under a wrong name, as a damaged storage would have it.
        await using (var copy = await Store.CopyAsync(name, Cancel))
        {
            var wrong = Path.Combine(Folder, "wrong");
            File.Copy(copy!.Path, wrong);
            await Storage.PutAsync(wrong, other, Cancel);
        }

        await Assert.ThrowsAsync<InvalidDataException>(() => Store.CopyAsync(other, Cancel));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(Folder, "copies")));
    }

    [Theory]
    [InlineData("s3://bucket", "bucket", "")]
    [InlineData("s3://bucket/", "bucket", "")]
    [InlineData("s3://bucket/a/b", "bucket", "a/b/")]
    [InlineData("s3://bucket/a/b//", "bucket", "a/b/")]
    public void An_address_names_bucket_and_prefix(string address, string bucket, string prefix)
    {
        Assert.True(S3Place.TryParse(address, "https://s3.example.vn", "vn-1", false, out var place, out _));
        Assert.Equal((bucket, prefix, "vn-1", false), (place.Bucket, place.Prefix, place.Region, place.VirtualHost));
        Assert.True(S3Place.TryParse(address, null, null, false, out var amazon, out _));
        Assert.True(amazon.VirtualHost);
    }

    [Theory]
    [InlineData("s3://KEY:secret@bucket/a", null)]
    [InlineData("/a/folder", null)]
    [InlineData("s3://", null)]
    [InlineData("s3://Bucket", null)]
    [InlineData("s3://bucket", "ftp://s3.example.vn")]
    [InlineData("s3://bucket", "https://KEY:secret@s3.example.vn")]
    public void A_wrong_address_is_refused_and_not_repeated(string address, string? endpoint)
    {
        Assert.False(S3Place.TryParse(address, endpoint, null, false, out _, out var refusal));
        Assert.Contains("hãy", refusal.Vi, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.Vi + refusal.En, StringComparison.Ordinal);
    }
}
