using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Evidence.Reading;
using OpenPar.Testing;
using OpenPar.Web.Tests.Rounds;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Evidence;

/// <summary>The library: described from the head of a file, found without accents, corrected, kept in revisions, and not deleted while used.</summary>
public sealed class LibraryTests(OpenedRound round) : IClassFixture<OpenedRound>
{
    private HttpClient Officer => round.Officer;

    [Fact]
    public async Task What_the_head_of_a_file_says_is_proposed_and_the_person_confirms_it()
    {
        var url = await Officer.SentAsync(LetterFiles.Docx("126"), "báo cáo.docx");

        var page = await Officer.PageAsync("/evidence" + url);
        string? Value(string field) => page.QuerySelector($"input[name={field}]")!.GetAttribute("value");
        Assert.Equal(("126", "BC-SNV", "19/12/2025", "Báo cáo"), (Value("number"), Value("symbol"), Value("issuedOn"), Value("type")));
        Assert.Equal("Kết quả công tác cải cách hành chính năm 2025", Value("subject"));
        Assert.Equal(("Người Ký Mẫu", "Phó Giám đốc"), (Value("signer"), Value("signerPosition")));
        Assert.Equal("Sở Nội vụ", Value("issuer"));
        Assert.Contains("Đề xuất từ trang đầu", page.QuerySelector("#number-hint")!.TextContent, StringComparison.Ordinal);
        await using var db = round.Site.Db();
        Assert.False(await db.Documents.AnyAsync(d => d.Number == "126"));

        var document = await DescribedAsync(url, "126", "Báo cáo do người xác nhận", ("receivedOn", "22/12/2025"), ("expiresOn", "31/12/2027"));
        var shown = await Officer.PageAsync($"/evidence/{document}");
        Assert.Contains("22/12/2025", shown.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("chưa quét vi-rút", shown.QuerySelector("#files")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_number_symbol_and_issuer_or_the_same_file_is_shown_before_it_is_added_again()
    {
        var letter = LetterFiles.Docx("201");
        var first = await DescribedAsync(await Officer.SentAsync(letter, "a.docx"), "201", "Báo cáo thứ nhất");

        var again = await Officer.SentAsync(letter, "b.docx");
        var page = await Officer.PageAsync("/evidence" + again);
        Assert.Contains("cùng nội dung tệp", page.QuerySelector("#duplicates")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/evidence/{first}", page.QuerySelector("#duplicates a")!.GetAttribute("href"));

        var other = await Officer.SentAsync(LetterFiles.Docx("201", body: "Nội dung khác."), "c.docx");
        using var refused = await Officer.SendFormAsync("/evidence" + other, ("number", "0201"), ("symbol", "bc-snv"), ("issuer", "SỞ NỘI VỤ"), ("subject", "Báo cáo thứ hai"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var told = await refused.ReadAsync();
        Assert.Contains("cùng số, ký hiệu, cơ quan", told.QuerySelector("#duplicates")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Báo cáo thứ hai", told.QuerySelector("input[name=subject]")!.GetAttribute("value"));
        using var despite = await Officer.SendFormAsync("/evidence" + other, ("number", "0201"), ("symbol", "bc-snv"), ("issuer", "SỞ NỘI VỤ"), ("subject", "Báo cáo thứ hai"), ("despite", "true"));
        Assert.Equal(HttpStatusCode.Redirect, despite.StatusCode);
    }

    [Fact]
    public async Task Documents_are_found_without_accents_by_description_and_content_within_ones_scope()
    {
        var byContent = await DescribedAsync(await Officer.SentAsync(LetterFiles.Docx("301", body: "Chuyển phát kết quả bằng máy bay không người lái tại đảo."), "x.docx"), "301", "Báo cáo chuyên đề");
        await round.Site.UseAsync<ReadFiles.Handler>(h => h.HandleAsync(100, default));

        var page = await Officer.PageAsync("/evidence?q=" + Uri.EscapeDataString("may bay khong nguoi lai"));
        var row = Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Equal($"/evidence/{byContent}", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(["máy", "bay", "không", "người", "lái"], row.QuerySelectorAll("mark").Select(m => m.TextContent));
        Assert.Equal($"/evidence/{byContent}", (await Officer.PageAsync("/evidence?q=chuyen+DE+bao+301")).QuerySelector("tbody a")!.GetAttribute("href"));
        Assert.Empty((await round.OtherOfficer.PageAsync("/evidence?q=may+bay+khong+nguoi+lai")).QuerySelectorAll("tbody tr"));
        Assert.Single((await round.Reader.PageAsync("/evidence?q=may+bay+khong+nguoi+lai")).QuerySelectorAll("tbody tr"));
        Assert.Empty((await Officer.PageAsync("/evidence?q=%27%7C%21%26%3A*")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task What_somebody_else_corrected_meanwhile_is_not_overwritten_from_an_older_page()
    {
        var document = await DescribedAsync(await Officer.SentAsync(SmallPdf.Write("hai nguoi sua"), "sửa.pdf"), "459", "Báo cáo hai người sửa");
        var url = $"/evidence/{document}/edit";
        var opened = (await Officer.PageAsync(url)).QuerySelector("input[name=seen]")!.GetAttribute("value")!;
        using var first = await Officer.SendFormAsync(url, ("seen", opened), ("number", "459"), ("issuer", "Sở Nội vụ"), ("subject", "Người thứ nhất sửa"));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);

        using var stale = await Officer.SendFormAsync(url, ("seen", opened), ("number", "459"), ("issuer", "Sở Nội vụ"), ("subject", "Người thứ hai sửa"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);
        var page = await stale.ReadAsync();
        Assert.Contains("Người khác đã sửa tài liệu này", page.QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Người thứ hai sửa", page.QuerySelector("input[name=subject]")!.GetAttribute("value"));
        await using var db = round.Site.Db();
        Assert.True(await db.Documents.AnyAsync(d => d.Subject == "Người thứ nhất sửa"));
        using var meant = await Officer.SendFormAsync(url, ("seen", page.QuerySelector("input[name=seen]")!.GetAttribute("value")!), ("number", "459"), ("issuer", "Sở Nội vụ"), ("subject", "Người thứ hai sửa"));
        Assert.Equal(HttpStatusCode.Redirect, meant.StatusCode);
    }

    [Fact]
    public async Task Every_file_of_a_document_is_kept_and_the_same_one_is_not_added_twice()
    {
        var document = await DescribedAsync(await Officer.SentAsync(SmallPdf.Write("mot"), "một.pdf"), "401", "Báo cáo nhiều bản");
        using var newer = await UploadRevisionAsync(document, SmallPdf.Write("hai"), "hai.pdf");
        using var same = await UploadRevisionAsync(document, SmallPdf.Write("hai"), "ba.pdf");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (newer.StatusCode, same.StatusCode));
        var files = (await Officer.PageAsync($"/evidence/{document}")).QuerySelectorAll("#files li").Select(l => l.TextContent).ToList();
        Assert.Equal(2, files.Count);
        Assert.Contains("hai.pdf", files[0], StringComparison.Ordinal);
        Assert.All(files, f => Assert.Matches("SHA-256 [0-9a-f]{64}", f));
    }

    [Fact]
    public async Task A_document_in_use_stays_and_says_where_it_is_used()
    {
        await round.UploadAsync(Officer, "1.2", SmallPdf.Write("dang dung"), "d.pdf", ("number", "501"), ("issuer", "Sở Nội vụ"), ("subject", "Báo cáo đang dùng"), ("item", "Mục I"), ("page", "1"));
        await using var db = round.Site.Db();
        var document = (await db.Documents.SingleAsync(d => d.Number == "501")).Id.Value;

        var page = await Officer.PageAsync($"/evidence/{document}");
        Assert.Contains("Năm 2025, Kỳ mẫu", page.QuerySelector("#uses")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"a[href='/evidence/{document}/delete']"));
        using var refused = await Officer.SendFormAsync($"/evidence/{document}/delete");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);

        var citation = await db.Citations.SingleAsync(c => c.DocumentId == new DocumentId(document));
        (await Officer.PostFormAsync($"{round.Row("1.2")}/evidence/{citation.Id}/remove", await Officer.FormTokenAsync("/account"))).Dispose();
        using var deleted = await Officer.SendFormAsync($"/evidence/{document}/delete");
        Assert.Equal("/evidence", deleted.Headers.Location!.OriginalString);
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Action == "DeleteDocument" && e.Subject == $"document/{document}"));
        Assert.False(await db.Documents.AnyAsync(d => d.Id == new DocumentId(document)));
    }

    [Fact]
    public async Task Only_the_agency_that_added_a_document_corrects_it_and_wrong_days_are_refused()
    {
        var document = await DescribedAsync(await Officer.SentAsync(SmallPdf.Write("sua"), "sửa.pdf"), "601", "Báo cáo cần sửa");
        Assert.Equal(HttpStatusCode.NotFound, (await round.OtherOfficer.GetAsync(new Uri($"/evidence/{document}/edit", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await round.Reader.GetAsync(new Uri($"/evidence/{document}/edit", UriKind.Relative))).StatusCode);

        using var wrong = await Officer.SendFormAsync($"/evidence/{document}/edit", ("issuer", "Sở Nội vụ"), ("subject", "Đã sửa"), ("issuedOn", "31/02/2026"));
        Assert.NotNull((await wrong.ReadAsync()).QuerySelector("#issuedOn-error"));
        using var backwards = await Officer.SendFormAsync($"/evidence/{document}/edit", ("issuer", "Sở Nội vụ"), ("subject", "Đã sửa"), ("issuedOn", "1/2/2026"), ("expiresOn", "1/1/2026"));
        Assert.NotNull((await backwards.ReadAsync()).QuerySelector("#expiresOn-error"));
        using var saved = await Officer.SendFormAsync($"/evidence/{document}/edit", ("issuer", "Sở Nội vụ"), ("subject", "Đã sửa"), ("archiveOn", "1/1/2020"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("Đã sửa", (await Officer.PageAsync("/evidence?show=Archived")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        var evidence = round.Row("1.1") + "/evidence";
        using var cited = await Officer.PostFormAsync(evidence + "?handler=Cite", await Officer.FormTokenAsync(evidence), ("document", document.ToString()));
        Assert.Contains("đưa vào lưu trữ", (await cited.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<Guid> DescribedAsync(string url, string number, string subject, params (string, string)[] more)
    {
        using var response = await Officer.SendFormAsync("/evidence" + url, [("number", number), ("symbol", "BC-SNV"), ("issuer", "Sở Nội vụ"), ("subject", subject), .. more]);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return Guid.Parse(response.Headers.Location!.OriginalString.Split('/')[^1]);
    }

    private async Task<HttpResponseMessage> UploadRevisionAsync(Guid document, byte[] content, string name)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await Officer.FormTokenAsync("/account")), "__RequestVerificationToken" } };
        form.Add(new ByteArrayContent(content), "file", name);
        return await Officer.PostAsync(new Uri($"/evidence/{document}/revisions/new", UriKind.Relative), form);
    }
}
