using Amazon.Runtime;
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
            Assert.DoesNotContain(S3Server.Secret + S3Server.Secret, away.ToString(), StringComparison.Ordinal);
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

        await File.WriteAllTextAsync(Path.Combine(Folder, "x"), "x", Cancel);
        var away = await Assert.ThrowsAsync<StorageAwayException>(() => bucket.PutAsync(Path.Combine(Folder, "x"), Name("x"u8.ToArray()), Cancel));
        Assert.Contains("khong-co", away.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Folder, "x")));
        await Assert.ThrowsAsync<StorageAwayException>(() => bucket.OpenAsync(Name("x"u8.ToArray()), Cancel));
        await Assert.ThrowsAsync<StorageAwayException>(() => key.OpenAsync(Name("x"u8.ToArray()), Cancel));
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
