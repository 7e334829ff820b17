using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using OpenPar.Testing;
using OpenPar.Web.Tests.Rounds;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Evidence;

/// <summary>The library with its files in S3-compatible storage, over HTTP against a real server.</summary>
public sealed class S3EvidenceTests : IAsyncLifetime
{
    private S3Server? server;
    private string? missing;
    private OpenedRound? round;

    public async ValueTask InitializeAsync()
    {
        (server, missing) = await S3Server.StartAsync(TestContext.Current.CancellationToken);
        if (server is null) return;
        round = new OpenedRound { Site = new Site { Storage = folder => server.Storage(folder, "tinh") } };
        await round.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (round is not null) await round.DisposeAsync();
        if (server is not null) await server.DisposeAsync();
    }

    [Fact]
    public async Task An_upload_becomes_a_document_that_is_looked_at_opened_and_read_in_part()
    {
        var officer = Round.Officer;
        var content = SmallPdf.Write("trang mot", "trang hai", "trang ba");
        var address = await AddedAsync(content, "Tài liệu trong kho S3");

        var page = await officer.PageAsync(address + "/view?page=2");
        Assert.Contains("trang 2 trong 3", page.QuerySelector(".op-head")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("trang hai", page.QuerySelector("#text")!.TextContent, StringComparison.Ordinal);
        var picture = await officer.GetAsync(new Uri(page.QuerySelector("img.op-page-picture")!.GetAttribute("src")!, UriKind.Relative));
        Assert.True((await picture.Content.ReadAsByteArrayAsync()).AsSpan(1).StartsWith("PNG"u8));

        using var whole = await officer.GetAsync(new Uri(address + "/file", UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (whole.StatusCode, whole.Content.Headers.ContentType!.MediaType));
        Assert.Equal(content, await whole.Content.ReadAsByteArrayAsync());
        using var request = new HttpRequestMessage(HttpMethod.Get, address + "/file") { Headers = { Range = new RangeHeaderValue(20, 79) } };
        using var part = await officer.SendAsync(request);
        Assert.Equal((HttpStatusCode.PartialContent, content.Length), (part.StatusCode, (int)part.Content.Headers.ContentRange!.Length!));
        Assert.Equal(content[20..80], await part.Content.ReadAsByteArrayAsync());

        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(Round.Site.Folder, "files"), "*", SearchOption.AllDirectories), f => Path.GetFileName(f).Length == 64);
    }

    [Fact]
    public async Task While_the_storage_is_away_it_is_said_and_the_upload_is_finished_when_it_is_back()
    {
        var officer = Round.Officer;
        var address = await AddedAsync(SmallPdf.Write("co truoc"), "Có trước khi mất kho");
        var content = SmallPdf.Write("gui luc mat kho");
        var url = await officer.BegunAsync(content.Length, "lúc mất kho.pdf");
        await server!.KillAsync();

        using var last = await officer.PatchAsync(url, 0, content);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "60"), (last.StatusCode, last.One("Retry-After")));
        Assert.Contains("phần đã tải lên được giữ lại", await last.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var closed = await officer.GetAsync(new Uri(address + "/file", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, closed.StatusCode);
        var said = (await closed.ReadAsync()).QuerySelector("main")!.TextContent;
        Assert.Contains("Kho tệp đang không dùng được", said, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Endpoint, said, StringComparison.Ordinal);

        await server.StartAgainAsync(TestContext.Current.CancellationToken);
        Assert.Equal(content.Length, await officer.OffsetAsync(url));
        using var described = await officer.SendFormAsync("/evidence" + url, ("issuer", "Sở Nội vụ"), ("subject", "Gửi lúc mất kho"));
        Assert.Equal(HttpStatusCode.Redirect, described.StatusCode);
        Assert.Equal(content, await officer.GetByteArrayAsync(new Uri(await AddressAsync("Gửi lúc mất kho") + "/file", UriKind.Relative)));
    }

    [Fact]
    public async Task A_form_posted_while_the_storage_is_away_comes_back_with_what_was_typed()
    {
        await server.OrSkip(missing).KillAsync();

        using var answer = await Round.UploadAsync(Round.Officer, "1.1", SmallPdf.Write("qua bieu mau"), "biểu mẫu.pdf", ("issuer", "Sở Nội vụ"), ("subject", "Trích yếu đã gõ"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var said = (await answer.ReadAsync()).QuerySelector("main")!.TextContent;
        Assert.Contains("Kho tệp đang không dùng được", said, StringComparison.Ordinal);
        Assert.Contains("Trích yếu đã gõ", said, StringComparison.Ordinal);
    }

    private OpenedRound Round
    {
        get
        {
            server.OrSkip(missing);
            return round!;
        }
    }

    private async Task<string> AddedAsync(byte[] content, string subject)
    {
        var url = await Round.Officer.SentAsync(content, "tệp.pdf");
        using var described = await Round.Officer.SendFormAsync("/evidence" + url, ("issuer", "Sở Nội vụ"), ("subject", subject));
        Assert.Equal(HttpStatusCode.Redirect, described.StatusCode);
        return await AddressAsync(subject);
    }

    private async Task<string> AddressAsync(string subject)
    {
        await using var db = Round.Site.Db();
        return $"/evidence/{(await db.Documents.SingleAsync(d => d.Subject == subject)).Id.Value}";
    }
}

/// <summary>Skips a test where the server cannot be had, with the reason.</summary>
internal static class S3Servers
{
    public static S3Server OrSkip(this S3Server? server, string? missing)
    {
        if (server is null) Assert.Skip(missing ?? "There is no S3-compatible server here.");
        return server;
    }
}
