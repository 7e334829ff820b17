using System.Net;

namespace OpenPar.Web.Tests.Shell;

public sealed class ErrorPageTests(ShellFixture site) : IClassFixture<ShellFixture>
{
    [Theory]
    [InlineData("/no-such-page", HttpStatusCode.NotFound, "Không tìm thấy trang")]
    [InlineData("/samples/forbidden", HttpStatusCode.Forbidden, "Không có quyền xem trang này")]
    [InlineData("/samples/broken", HttpStatusCode.InternalServerError, "Có lỗi ở máy chủ")]
    [InlineData("/error/500", HttpStatusCode.NotFound, "Không tìm thấy trang")]
    public async Task A_failed_request_gets_a_page_in_the_frame(string url, HttpStatusCode status, string title)
    {
        var response = await site.Visitor().GetAsync(new Uri(url, UriKind.Relative));
        var page = await response.ReadAsync();

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(title, page.QuerySelector("main h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("header .op-brand"));
        Assert.Equal("vi", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_server_failure_gives_a_reference_and_no_trace()
    {
        var page = await site.Visitor().PageAsync("/samples/broken");

        Assert.Matches("^[0-9A-F]{8}$", page.QuerySelector("main strong")!.TextContent);
        Assert.DoesNotContain("InvalidOperationException", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("a failure made for the tests", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(".cs", page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_fragment_is_a_fragment()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/samples/broken");
        request.Headers.Add("HX-Request", "true");
        var html = await (await site.Visitor().SendAsync(request)).Content.ReadAsStringAsync();

        Assert.Contains("Có lỗi ở máy chủ", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_form_gives_back_what_was_typed_but_no_password()
    {
        var response = await site.Visitor().PostAsync(new Uri("/samples", UriKind.Relative), new FormUrlEncodedContent(
        [
            new("Reason", "Lý do rất dài <b>đã gõ</b>"), new("Password", "bí-mật-1234"), new("__RequestVerificationToken", "cũ"),
        ]));
        var page = await response.ReadAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("Phiên làm việc đã hết hạn, chưa lưu được", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Những gì đã nhập vẫn còn", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Lý do rất dài <b>đã gõ</b>", page.QuerySelector(".op-kept dd")!.TextContent);
        Assert.DoesNotContain("bí-mật-1234", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal("/samples", page.QuerySelector("main a.btn-primary")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_liveness_probe_answers()
    {
        Assert.Equal("Healthy", await site.Visitor().GetStringAsync(new Uri("/health/live", UriKind.Relative)));
    }
}
