using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OpenPar.Web.Hosting;
using OpenPar.Web.Tests.Rounds;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Evidence;

/// <summary>The protocol tus 1.0.0 with the extensions the server names, asked of the running application.</summary>
public sealed class UploadProtocolTests(OpenedRound round) : IClassFixture<OpenedRound>
{
    private HttpClient Officer => round.Officer;

    [Fact]
    public async Task The_server_says_which_version_and_extensions_it_speaks()
    {
        using var response = await Officer.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/uploads"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(("1.0.0", "creation,creation-with-upload,termination,expiration,checksum", "2147483648"), (response.One("Tus-Version"), response.One("Tus-Extension"), response.One("Tus-Max-Size")));
        Assert.Equal("sha1,sha256", response.One("Tus-Checksum-Algorithm"));
    }

    [Fact]
    public async Task A_request_of_no_known_version_is_refused_with_the_version_that_is()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/uploads");
        request.Headers.Add("Upload-Length", "5");
        using var without = await Officer.SendAsync(request);
        using var other = new HttpRequestMessage(HttpMethod.Head, "/uploads/" + Guid.NewGuid());
        other.Headers.Add("Tus-Resumable", "0.2.2");
        using var wrong = await Officer.SendAsync(other);

        Assert.Equal((HttpStatusCode.PreconditionFailed, "1.0.0"), (without.StatusCode, without.One("Tus-Version")));
        Assert.Equal(HttpStatusCode.PreconditionFailed, wrong.StatusCode);
    }

    [Fact]
    public async Task Parts_add_up_to_the_file_and_the_file_becomes_a_document()
    {
        var content = Uploading.Pdf(300_000);
        using var created = await Officer.CreateAsync(content.Length, "../../" + new string('b', 300) + " báo cáo.pdf");
        var url = created.Headers.Location!.OriginalString;
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.NotNull(created.One("Upload-Expires"));
        Assert.Equal(0, await Officer.OffsetAsync(url));

        using var first = await Officer.PatchAsync(url, 0, content.AsMemory(0, 100_000));
        Assert.Equal((HttpStatusCode.NoContent, "100000", "1.0.0"), (first.StatusCode, first.One("Upload-Offset"), first.One("Tus-Resumable")));
        using var head = await Officer.SendAsync(Uploading.Request(HttpMethod.Head, url));
        Assert.Equal(("100000", "300000", "no-store"), (head.One("Upload-Offset"), head.One("Upload-Length"), head.Headers.CacheControl!.ToString()));
        using var last = await Officer.PatchAsync(url, 100_000, content.AsMemory(100_000));
        Assert.Equal("300000", last.One("Upload-Offset"));

        var page = "/evidence" + url;
        using var described = await Officer.SendFormAsync(page, ("issuer", "Sở Nội vụ"), ("subject", "Tệp lớn tải nhiều phần"), ("effectiveOn", "1/2/2026"), ("receivedOn", "3/2/2026"));
        Assert.Equal(HttpStatusCode.Redirect, described.StatusCode);
        await using var db = round.Site.Db();
        var document = await db.Documents.Include(d => d.Revisions).SingleAsync(d => d.Subject == "Tệp lớn tải nhiều phần");
        var file = Assert.Single(document.Revisions);
        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(content)), 300_000L, "application/pdf"), (file.Sha256, file.Size, file.ContentType));
        Assert.DoesNotContain('/', file.FileName);
        Assert.True(file.FileName.Length <= 150);
        Assert.Null(await Officer.OffsetAsync(url));
        Assert.Equal(HttpStatusCode.NotFound, (await Officer.GetAsync(new Uri(page, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_small_file_comes_along_with_its_announcement()
    {
        var content = Uploading.Pdf(9_000);
        using var whole = await Officer.CreateWithAsync(content.Length, content);
        var url = whole.Headers.Location!.OriginalString;
        Assert.Equal((HttpStatusCode.Created, "9000"), (whole.StatusCode, whole.One("Upload-Offset")));
        Assert.Equal(HttpStatusCode.OK, (await Officer.GetAsync(new Uri(url + "/proposal", UriKind.Relative))).StatusCode);

        using var begun = await Officer.CreateWithAsync(content.Length, content[..4_000]);
        Assert.Equal((HttpStatusCode.Created, "4000"), (begun.StatusCode, begun.One("Upload-Offset")));
        using var rest = await Officer.PatchAsync(begun.Headers.Location!.OriginalString, 4_000, content.AsMemory(4_000));
        Assert.Equal((HttpStatusCode.NoContent, "9000"), (rest.StatusCode, rest.One("Upload-Offset")));
    }

    [Fact]
    public async Task What_comes_along_and_is_wrong_is_refused_as_any_part_is()
    {
        var content = Uploading.Pdf(9_000);
        using var noDocument = await Officer.CreateWithAsync(9_000, new byte[9_000]);
        using var longer = await Officer.CreateWithAsync(5_000, content);
        using var damaged = await Officer.CreateWithAsync(9_000, content, ("Upload-Checksum", "sha256 " + Convert.ToBase64String(SHA256.HashData(content.AsSpan(1)))));

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, HttpStatusCode.RequestEntityTooLarge, 460), (noDocument.StatusCode, longer.StatusCode, (int)damaged.StatusCode));
        Assert.Null(await Officer.OffsetAsync(noDocument.Headers.Location!.OriginalString));
        Assert.Equal(0, await Officer.OffsetAsync(longer.Headers.Location!.OriginalString));
        Assert.Equal(0, await Officer.OffsetAsync(damaged.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task A_part_at_the_wrong_place_is_a_conflict_and_changes_nothing()
    {
        var content = Uploading.Pdf(10_000);
        var url = await Officer.BegunAsync(content.Length);
        using var first = await Officer.PatchAsync(url, 0, content.AsMemory(0, 6_000));
        using var again = await Officer.PatchAsync(url, 0, content.AsMemory(0, 6_000));
        using var ahead = await Officer.PatchAsync(url, 7_000, content.AsMemory(7_000));

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Conflict, HttpStatusCode.Conflict), (first.StatusCode, again.StatusCode, ahead.StatusCode));
        Assert.Equal(6_000, await Officer.OffsetAsync(url));
    }

    [Fact]
    public async Task A_part_of_another_type_or_without_a_place_is_refused()
    {
        var url = await Officer.BegunAsync(10);
        var wrong = new ByteArrayContent([1]);
        wrong.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var otherType = await Officer.PatchAsync(url, 0, wrong);
        var request = Uploading.Request(HttpMethod.Patch, url);
        request.Content = new ByteArrayContent([1]) { Headers = { ContentType = new("application/offset+octet-stream") } };
        using var noOffset = await Officer.SendAsync(request);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, HttpStatusCode.BadRequest), (otherType.StatusCode, noOffset.StatusCode));
    }

    [Theory]
    [InlineData("0", null, HttpStatusCode.BadRequest)]
    [InlineData("-5", null, HttpStatusCode.BadRequest)]
    [InlineData("5,5", null, HttpStatusCode.BadRequest)]
    [InlineData(null, null, HttpStatusCode.BadRequest)]
    [InlineData("2147483649", null, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("99999999999999999999", null, HttpStatusCode.BadRequest)]
    [InlineData("5", "filename không-phải-base64", HttpStatusCode.BadRequest)]
    [InlineData("5", "filename YQ==,filename YQ==", HttpStatusCode.BadRequest)]
    public async Task What_is_announced_wrongly_is_refused(string? length, string? metadata, HttpStatusCode expected)
    {
        var request = Uploading.Request(HttpMethod.Post, "/uploads");
        if (length is not null) request.Headers.TryAddWithoutValidation("Upload-Length", length);
        if (metadata is not null) request.Headers.TryAddWithoutValidation("Upload-Metadata", metadata);
        using var response = await Officer.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public async Task A_damaged_part_is_thrown_away_and_a_right_one_kept(string algorithm)
    {
        var content = Uploading.Pdf(20_000);
        var url = await Officer.BegunAsync(content.Length);
#pragma warning disable CA5350 // The protocol names it; it guards a line, not a secret.
        string Sum(ReadOnlySpan<byte> part) => algorithm + " " + Convert.ToBase64String(algorithm == "sha1" ? SHA1.HashData(part) : SHA256.HashData(part));
#pragma warning restore CA5350
        using var right = await Officer.PatchAsync(url, 0, content.AsMemory(0, 8_000), ("Upload-Checksum", Sum(content.AsSpan(0, 8_000))));
        using var damaged = await Officer.PatchAsync(url, 8_000, content.AsMemory(8_000), ("Upload-Checksum", Sum(content.AsSpan(7_999, 12_000))));
        Assert.Equal((HttpStatusCode.NoContent, 460), (right.StatusCode, (int)damaged.StatusCode));
        Assert.Equal(8_000, await Officer.OffsetAsync(url));
        using var unknown = await Officer.PatchAsync(url, 8_000, content.AsMemory(8_000), ("Upload-Checksum", "crc32 AAAAAA=="));
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);

        using var repeated = await Officer.PatchAsync(url, 8_000, content.AsMemory(8_000), ("Upload-Checksum", Sum(content.AsSpan(8_000))));
        Assert.Equal(HttpStatusCode.NoContent, repeated.StatusCode);
        await using var db = round.Site.Db();
        Assert.True(await db.Files.AnyAsync(f => f.Sha256 == Convert.ToHexStringLower(SHA256.HashData(content))));
    }

    [Fact]
    public async Task After_a_dropped_line_what_came_is_there_and_the_rest_is_enough()
    {
        var content = Uploading.Pdf(400_000);
        var url = await Officer.BegunAsync(content.Length);
        await Officer.DropAsync(url, 0, content[..250_000]);

        // The server notices a dropped line when it notices it.
        long came = 0;
        HttpResponseMessage? rest = null;
        for (var i = 0; i < 200 && rest is not { StatusCode: HttpStatusCode.NoContent }; i++)
        {
            came = (await Officer.OffsetAsync(url))!.Value;
            rest = await Officer.PatchAsync(url, came, content.AsMemory((int)came));
        }

        Assert.InRange(came, 1, 250_000);
        Assert.Equal("400000", rest!.One("Upload-Offset"));
        await using var db = round.Site.Db();
        Assert.True(await db.Uploads.AnyAsync(u => u.Sha256 == Convert.ToHexStringLower(SHA256.HashData(content))));
    }

    [Fact]
    public async Task After_a_restart_of_the_server_an_upload_goes_on_where_it_stopped()
    {
        var content = Uploading.Pdf(200_000);
        await using var before = round.Site.Build(new AccountsOptions { AttemptsPerAddress = 10_000, AttemptsPerAccount = 10_000 });
        await before.StartAsync();
        var client = Site.Visitor(before);
        await client.SignInAsync("can-bo", "một câu thật là dài");
        var url = await client.BegunAsync(content.Length);
        (await client.PatchAsync(url, 0, content.AsMemory(0, 90_000))).Dispose();
        await before.StopAsync();

        Assert.Equal(90_000, await Officer.OffsetAsync(url));
        using var rest = await Officer.PatchAsync(url, 90_000, content.AsMemory(90_000));
        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
        await using var db = round.Site.Db();
        Assert.True(await db.Uploads.AnyAsync(u => u.Sha256 == Convert.ToHexStringLower(SHA256.HashData(content))));
    }

    [Fact]
    public async Task Content_longer_than_announced_is_refused_and_shorter_waits()
    {
        var content = Uploading.Pdf(9_000);
        var url = await Officer.BegunAsync(8_000);
        using var tooLong = await Officer.PatchAsync(url, 0, content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLong.StatusCode);
        Assert.Equal(0, await Officer.OffsetAsync(url));

        using var shorter = await Officer.PatchAsync(url, 0, content.AsMemory(0, 5_000));
        Assert.Equal(5_000, await Officer.OffsetAsync(url));
        Assert.Contains("đã nhận 5 KB", (await Officer.PageAsync("/evidence/uploads")).QuerySelector("#unfinished")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Officer.GetAsync(new Uri("/evidence" + url, UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("chương trình.exe", "Nhận PDF, Word, Excel")]
    [InlineData("báo cáo.pdf", "đuôi .pdf nhưng nội dung không phải")]
    public async Task A_file_of_a_wrong_type_is_refused_by_its_first_bytes(string name, string said)
    {
        var url = await Officer.BegunAsync(2_000_000_000, name);
        var program = new byte[8_000];
        "MZ"u8.CopyTo(program);
        using var response = await Officer.PatchAsync(url, 0, program);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains(said, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(await Officer.OffsetAsync(url));
    }

    [Fact]
    public async Task The_same_file_sent_twice_at_once_is_stored_once_and_both_arrive()
    {
        var content = Uploading.Pdf(150_000);
        var urls = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Officer.SentAsync(content, "cùng một tệp.pdf")));

        Assert.Equal(4, urls.Distinct().Count());
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        await using var db = round.Site.Db();
        Assert.Equal(4, await db.Uploads.CountAsync(u => u.Sha256 == hash));
        Assert.Equal(1, await db.Files.CountAsync(f => f.Sha256 == hash));
    }

    [Fact]
    public async Task An_upload_is_its_owners_alone_and_can_be_ended()
    {
        var url = await Officer.BegunAsync(5_000);
        Assert.Null(await round.OtherOfficer.OffsetAsync(url));
        using var foreign = await round.OtherOfficer.PatchAsync(url, 0, new byte[5]);
        using var foreignEnd = await round.OtherOfficer.SendAsync(Uploading.Request(HttpMethod.Delete, url));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.StatusCode, foreignEnd.StatusCode));

        using var ended = await Officer.SendAsync(Uploading.Request(HttpMethod.Delete, url));
        using var twice = await Officer.SendAsync(Uploading.Request(HttpMethod.Delete, url));
        using var late = await Officer.PatchAsync(url, 0, new byte[5]);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (ended.StatusCode, twice.StatusCode, late.StatusCode));
    }

    [Fact]
    public async Task Without_a_session_a_part_is_refused_as_a_program_understands()
    {
        using var response = await round.Site.Visitor().PatchAsync("/uploads/" + Guid.NewGuid(), 0, new byte[5]);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Whole_files_of_a_form_without_scripts_wait_like_the_others()
    {
        using var form = new MultipartFormDataContent { { new StringContent(await Officer.FormTokenAsync("/account")), "__RequestVerificationToken" } };
        form.Add(new ByteArrayContent(Uploading.Pdf(6_000)), "files", "một.pdf");
        form.Add(new ByteArrayContent("MZ\0\0"u8.ToArray()), "files", "hai.exe");
        using var response = await Officer.PostAsync(new Uri("/evidence/uploads", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await response.ReadAsync();
        Assert.Contains("hai.exe", page.QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("một.pdf", page.QuerySelector("#whole")!.TextContent, StringComparison.Ordinal);
    }
}
