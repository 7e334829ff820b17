using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenPar.Testing;
using OpenPar.Web.Tests.Rounds;
using OpenPar.Web.Tests.Shell;

namespace OpenPar.Web.Tests.Evidence;

/// <summary>Looking at documents in the page, for whoever may see them.</summary>
public sealed class PreviewTests(OpenedRound round) : IClassFixture<OpenedRound>
{
    [Fact]
    public async Task A_page_of_a_pdf_is_a_picture_with_its_text_and_stays_within_ones_scope()
    {
        var view = await AddedAsync("Nhìn PDF", SmallPdf.Write("trang mot", "trang hai", "trang ba"), "ba trang.pdf") + "/view";

        var page = await round.Appraiser.PageAsync(view + "?page=2");
        Assert.Contains("trang 2 trong 3", page.QuerySelector(".op-head")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("trang hai", page.QuerySelector("#text")!.TextContent, StringComparison.Ordinal);
        var address = page.QuerySelector("img.op-page-picture")!.GetAttribute("src")!;
        var picture = await round.Appraiser.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, "image/png"), (picture.StatusCode, picture.Content.Headers.ContentType!.MediaType));
        Assert.True((await picture.Content.ReadAsByteArrayAsync()).AsSpan(1).StartsWith("PNG"u8));

        Assert.Contains("trang 3 trong 3", (await round.Appraiser.PageAsync(view + "?page=99999")).QuerySelector(".op-head")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await round.Appraiser.GetAsync(new Uri(address.Replace("2.png", "9.png", StringComparison.Ordinal), UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await round.OtherOfficer.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await round.OtherOfficer.GetAsync(new Uri(view, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_broken_pdf_says_so_and_leads_to_the_file()
    {
        var view = await AddedAsync("Nhìn PDF hỏng", "%PDF-1.7\nkhông phải PDF thật"u8.ToArray(), "hỏng.pdf") + "/view";
        var page = await round.Officer.PageAsync(view);
        Assert.Contains("Không vẽ được trang", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".op-head a[href*='/file']"));
    }

    [Fact]
    public async Task A_word_file_is_drawn_where_LibreOffice_is_installed()
    {
        if (!File.Exists("/usr/bin/soffice")) Assert.Skip("LibreOffice is not installed here.");
        var view = await AddedAsync("Nhìn Word", LetterFiles.Docx("777"), "báo cáo.docx") + "/view";
        var page = await round.Officer.PageAsync(view);
        var picture = await round.Officer.GetAsync(new Uri(page.QuerySelector("img.op-page-picture")!.GetAttribute("src")!, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
        Assert.Contains("98,5%", page.QuerySelector("#text")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<string> AddedAsync(string subject, byte[] content, string name)
    {
        (await round.UploadAsync(round.Officer, "1.1", content, name, ("issuer", "Sở Nội vụ"), ("subject", subject))).Dispose();
        await using var db = round.Site.Db();
        return $"/evidence/{(await db.Documents.SingleAsync(d => d.Subject == subject)).Id.Value}";
    }
}
