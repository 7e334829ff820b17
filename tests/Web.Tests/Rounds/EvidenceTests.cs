using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenPar.Web.Tests.Shell;

namespace OpenPar.Web.Tests.Rounds;

public sealed class EvidenceTests(OpenedRound round) : IClassFixture<OpenedRound>
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

    private static readonly (string Name, string Value)[] Described =
        [("number", "12"), ("symbol", "BC-SNV"), ("issuer", "Sở Nội vụ"), ("issuedOn", "05/01/2026"), ("subject", "Báo cáo mẫu"), ("item", "Mục II"), ("page", "3")];

    [Fact]
    public async Task Upload_IsKeptUnderItsHash_CitedWithItemAndPage_AndServedSafely()
    {
        var answer = await round.UploadAsync(round.Officer, "1.1", Pdf, "../../báo cáo.pdf", Described);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await using var db = round.Site.Db();
        var revision = await db.Revisions.AsNoTracking().OrderByDescending(r => r.Id).FirstAsync();
        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(Pdf)), "báo cáo.pdf", "application/pdf", (long)Pdf.Length), (revision.Sha256, revision.FileName, revision.ContentType, revision.Size));
        var link = (await round.Officer.PageAsync(round.Row("1.1"))).QuerySelector(".op-evidence a[target]")!.GetAttribute("href")!;
        Assert.EndsWith("/file#page=3", link, StringComparison.Ordinal);

        var file = await round.Appraiser.GetAsync(new Uri(link, UriKind.Relative));
        Assert.Equal(Pdf, await file.Content.ReadAsByteArrayAsync());
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("inline", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(HttpStatusCode.NotFound, (await round.OtherOfficer.GetAsync(new Uri(link, UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("MZ\u0090\u0000chương trình", "virus.pdf")]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>", "trang.pdf")]
    [InlineData("", "rong.pdf")]
    public async Task Upload_OfWhatIsNoDocument_IsRefusedAndWhatWasTypedStays(string content, string name)
    {
        var answer = await round.UploadAsync(round.Officer, "1.1", Encoding.UTF8.GetBytes(content), name, Described);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.ReadAsync();
        Assert.Equal("Báo cáo mẫu", page.QuerySelector("input[name=subject]")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector(".op-errors a[href='#file']"));
    }

    [Fact]
    public async Task Upload_ForARowOfAnotherAgency_StoresNothing()
    {
        await using var db = round.Site.Db();
        var before = await db.Documents.CountAsync();

        var answer = await round.UploadAsync(round.OtherOfficer, "1.1", Pdf, "a.pdf", Described);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(before, await db.Documents.CountAsync());
    }

    [Theory]
    [InlineData("docx", "word/document.xml")]
    [InlineData("xlsx", "xl/worksheets/sheet1.xml")]
    public async Task The_sheet_comes_out_as_a_paper_with_the_same_rows(string format, string part)
    {
        await round.PostRowAsync(round.Officer, "1.2", "save", ("points", "0,25"), ("explanation", "Giải trình có trong tệp"));

        var answer = await round.Reader.GetAsync(new Uri($"/rounds/{round.Round}/sheet.{format}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var text = new StreamReader(zip.GetEntry(part)!.Open());
        var xml = await text.ReadToEndAsync();
        Assert.Contains("Hồ sơ đúng hạn", xml, StringComparison.Ordinal);
        Assert.Contains("Giải trình có trong tệp", xml, StringComparison.Ordinal);
    }
}
