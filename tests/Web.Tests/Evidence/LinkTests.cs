using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OpenPar.App.Features.Evidence.Links;
using OpenPar.Testing;
using OpenPar.Web.Tests.Rounds;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Evidence;

/// <summary>Links as evidence: a copy of what was seen, from the open internet only.</summary>
public sealed class LinkTests(OpenedRound round) : IClassFixture<OpenedRound>
{
    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.1", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("203.162.0.181", true)]
    [InlineData("2405:4800::1", true)]
    public void Only_addresses_of_the_open_internet_are_asked(string address, bool open) => Assert.Equal(open, PublicAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public async Task A_page_is_copied_as_it_was_within_bounds()
    {
        await using var web = await PagesAsync();
        var root = new Uri(web.Urls.First());
        using var copier = new PageCopier(_ => true);

        var (page, failure) = await copier.CopyAsync(new Uri(root, "/moved"), default);
        Assert.Equal((null, "text/html", "/page"), (failure, page!.Type, page.At.AbsolutePath));
        Assert.Contains("Công khai", Encoding.UTF8.GetString(page.Content), StringComparison.Ordinal);
        Assert.Equal(CopyFailure.Refused, (await copier.CopyAsync(new Uri(root, "/none"), default)).Failure);
        Assert.Equal(CopyFailure.TooLarge, (await copier.CopyAsync(new Uri(root, "/endless"), default)).Failure);
        Assert.Equal(CopyFailure.Refused, (await copier.CopyAsync(new Uri(root, "/circle"), default)).Failure);
        foreach (var packed in new[] { "gzip", "br", "deflate" })
            Assert.Equal((packed, (CopyFailure?)CopyFailure.NoAnswer), (packed, (await copier.CopyAsync(new Uri(root, "/packed?as=" + packed), default)).Failure));
        await web.StopAsync();
        Assert.Equal(CopyFailure.NoAnswer, (await copier.CopyAsync(new Uri(root, "/page"), default)).Failure);
    }

    [Fact]
    public async Task Nothing_of_the_own_network_is_asked_whatever_it_is_called()
    {
        await using var web = await PagesAsync();
        var port = new Uri(web.Urls.First()).Port;
        using var copier = new PageCopier(PublicAddress.Is);
        foreach (var host in new[] { "127.0.0.1", "localhost", "[::1]", "0.0.0.0", "127.1", "2130706433" })
            Assert.Equal((host, CopyFailure.NotPublic), (host, (await copier.CopyAsync(new Uri($"http://{host}:{port}/page"), default)).Failure!.Value));
    }

    [Theory]
    [InlineData("ftp://example.vn/x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/etc/passwd")]
    [InlineData("http://user:pass@example.vn/")]
    [InlineData("")]
    public async Task What_is_no_address_of_the_web_is_refused(string address)
    {
        using var response = await round.Officer.SendFormAsync("/evidence/links/new", ("address", address), ("issuer", "Cổng tỉnh"), ("subject", "Trang"));
        Assert.NotNull((await response.ReadAsync()).QuerySelector("#address-error"));
    }

    [Fact]
    public async Task An_inner_address_is_refused_and_a_copy_of_ones_own_is_taken_with_its_day()
    {
        using var inner = await round.Officer.SendFormAsync("/evidence/links/new", ("address", "http://127.0.0.1:5432/"), ("issuer", "Cổng tỉnh"), ("subject", "Trang nội bộ"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, inner.StatusCode);
        Assert.Contains("không thuộc mạng công cộng", (await inner.ReadAsync()).QuerySelector("#address-error")!.TextContent, StringComparison.Ordinal);

        using var form = new MultipartFormDataContent { { new StringContent(await round.Officer.FormTokenAsync("/account")), "__RequestVerificationToken" } };
        foreach (var (name, value) in new[] { ("address", "http://noi-bo.tinh.vn/cong-khai"), ("issuer", "Cổng tỉnh"), ("subject", "Trang công khai thủ tục"), ("seenOn", "2/1/2026") }) form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(SmallPdf.Write("ban chup")), "copy", "trang.pdf");
        using var taken = await round.Officer.PostAsync(new Uri("/evidence/links/new", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        await using var db = round.Site.Db();
        var document = await db.Documents.Include(d => d.Revisions).SingleAsync(d => d.Subject == "Trang công khai thủ tục");
        Assert.Equal("http://noi-bo.tinh.vn/cong-khai", document.Link);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 17, 0, 0, TimeSpan.Zero), document.Revisions.Single().SeenAt);
        Assert.Contains("chụp lúc", (await round.Officer.PageAsync(taken.Headers.Location!.OriginalString)).QuerySelector("#files")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> PagesAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/page", () => Results.Content("<!DOCTYPE html><title>Công khai</title><p>Công khai thủ tục", "text/html", Encoding.UTF8));
        app.MapGet("/moved", () => Results.Redirect("/page"));
        app.MapGet("/circle", () => Results.Redirect("/circle"));
        // Said to be packed and is not.
        app.MapGet("/packed", (HttpResponse response, string @as) =>
        {
            response.Headers.ContentEncoding = @as;
            return Results.Bytes(Enumerable.Repeat((byte)0xEE, 64).ToArray(), "text/html");
        });
        app.MapGet("/endless", async (HttpResponse response) =>
        {
            var part = new byte[1 << 20];
            for (var i = 0; i < 40; i++) await response.Body.WriteAsync(part);
        });
        await app.StartAsync();
        return app;
    }
}
