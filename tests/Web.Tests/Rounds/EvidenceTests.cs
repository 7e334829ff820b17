using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenPar.App.Features;
using OpenPar.App.Features.Evidence;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Rounds;
using OpenPar.Testing;
using OpenPar.Web.Tests.Evidence;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

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
    [InlineData("page", "trang ba")]
    [InlineData("subject", "")]
    [InlineData("issuedOn", "32/1/2026")]
    public async Task Upload_WithAFieldThatCannotBeTaken_ComesIntoNoLibrary_AndTheUploadedFileStays(string field, string typed)
    {
        var url = await round.Officer.SentAsync(Uploading.Pdf(5_000), "chờ.pdf");
        await using var db = round.Site.Db();
        var before = await db.Documents.CountAsync();
        var values = Described.Where(v => v.Name != field).Append((field, typed)).Append(("upload", url.Split('/')[^1]));

        using var answer = await round.Officer.PostFormAsync($"{round.Row("1.1")}/evidence?handler=New", await round.Officer.FormTokenAsync("/account"), [.. values]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.ReadAsync();
        Assert.NotNull(page.QuerySelector($".op-errors a[href='#{field}']"));
        Assert.Equal(url.Split('/')[^1], page.QuerySelector("form[data-upload] input[name=upload]")!.GetAttribute("value"));
        Assert.Equal((before, typed), (await db.Documents.CountAsync(), page.QuerySelector($"form[data-upload] input[name={field}]")!.GetAttribute("value") ?? ""));
    }

    [Fact]
    public async Task Citation_InTheSecondOfAnAutosave_IsAddedAndTheSaveStays()
    {
        var row = (await round.StoredAsync("2.2")).Id;
        await round.UploadAsync(round.OtherOfficer, "2.2", Pdf, "a.pdf", Described);
        await using var db = round.Site.Db();
        await db.Rows.Where(r => r.Id == row).ExecuteUpdateAsync(s => s.SetProperty(r => r.State, RowState.NotStarted));
        var cited = await db.Citations.AsNoTracking().Where(c => c.RowId == row).OrderBy(c => c.Id).FirstAsync();
        await using var scope = round.Site.App.Services.CreateAsyncScope();
        var officer = await db.Users.AsNoTracking().SingleAsync(u => u.UserName == "can-bo-khac");
        scope.ServiceProvider.GetRequiredService<Actor>().SignedInAs(officer.Id, officer.FullName, officer.AgencyId, [Role.FocalOfficer], demonstration: false);
        var loaded = await scope.ServiceProvider.GetRequiredService<RowAccess>().LoadAsync(row, RowEvent.Save, default);
        var cite = scope.ServiceProvider.GetRequiredService<CiteDocument.Handler>();
        var citation = cite.Make(loaded.Value, cited.DocumentId, "Mục III", 7);

        // Between reading the row and saving the citation.
        await round.PostRowAsync(round.OtherOfficer, "2.2", "save", ("explanation", "Lưu cùng lúc"));

        Assert.Null(await cite.SaveAsync(loaded.Value, citation, default));
        var stored = await round.StoredAsync("2.2");
        Assert.Equal((RowState.InProgress, "Lưu cùng lúc"), (stored.State, stored.Explanation));
        Assert.Equal(2, await db.Citations.CountAsync(c => c.RowId == row));
    }

    [Fact]
    public async Task The_library_is_searched_on_the_page_that_proves_a_row()
    {
        await round.UploadAsync(round.Officer, "1.2", Pdf, "a.pdf", [("issuer", "Sở Nội vụ"), ("subject", "Kế hoạch tuyên truyền cải cách hành chính")]);

        var found = (await round.Officer.PageAsync($"{round.Row("1.2")}/evidence?q=tuyen+truyen")).QuerySelectorAll("#document option").Select(o => o.TextContent).ToList();
        var nothing = await round.Officer.PageAsync($"{round.Row("1.2")}/evidence?q=khong-co-tu-nay");
        var others = await round.OtherOfficer.PageAsync($"{round.Row("2.2")}/evidence?q=tuyen+truyen");

        Assert.Contains(found, o => o.Contains("Kế hoạch tuyên truyền", StringComparison.Ordinal));
        Assert.Null(nothing.QuerySelector("#document"));
        Assert.Equal("khong-co-tu-nay", nothing.QuerySelector("#library input[name=q]")!.GetAttribute("value"));
        Assert.Null(others.QuerySelector("#document"));
    }

    [Fact]
    public async Task A_document_that_was_searched_for_is_still_chosen_after_a_page_that_cannot_be_read()
    {
        await using var db = round.Site.Db();
        for (var i = 0; i < 21; i++) await round.UploadAsync(round.Officer, "1.2", SmallPdf.Write($"tep {i}"), $"{i}.pdf", [("issuer", "Sở Nội vụ"), ("subject", i == 0 ? "Quyết định kiện toàn" : $"Công văn {i}")]);
        var wanted = (await db.Documents.SingleAsync(d => d.Subject == "Quyết định kiện toàn")).Id.Value;
        var library = (await round.Officer.PageAsync($"{round.Row("1.1")}/evidence?q=kien+toan")).QuerySelector("#library form[method=post]")!;
        var asked = library.QuerySelector("input[name=q]")!.GetAttribute("value")!;

        using var refused = await round.Officer.PostFormAsync($"{round.Row("1.1")}/evidence?handler=Cite", await round.Officer.FormTokenAsync("/account"), ("document", $"{wanted}"), ("citePage", "ba"), ("q", asked));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains((await refused.ReadAsync()).QuerySelectorAll("#document option"), o => o.GetAttribute("value") == $"{wanted}");
    }

    [Fact]
    public async Task Nobody_is_asked_for_a_file_for_a_row_that_takes_none()
    {
        await round.PostRowAsync(round.OtherOfficer, "2.2", "submit", ("f.choice", "full"), ("explanation", "đã công khai"));
        try
        {
            var page = await round.OtherOfficer.PageAsync($"{round.Row("2.2")}/evidence");
            Assert.Contains("không thêm được tài liệu", page.QuerySelector("main .op-note-warning")!.TextContent, StringComparison.Ordinal);
            Assert.Null(page.QuerySelector("input[type=file]"));

            // A second late: what was typed is still there.
            using var late = await round.UploadAsync(round.OtherOfficer, "2.2", Pdf, "a.pdf", Described);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
            Assert.Equal("Báo cáo mẫu", (await late.ReadAsync()).QuerySelector("input[name=subject]")!.GetAttribute("value"));
        }
        finally
        {
            await round.PostRowAsync(round.OtherOfficer, "2.2", "withdraw");
        }
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
