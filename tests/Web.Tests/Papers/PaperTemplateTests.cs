using System.Net;
using System.Net.Http.Headers;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using OpenPar.Core.Accounts;
using OpenPar.Core.Papers;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Papers;

/// <summary>The province's own templates, from the sample to the paper and back.</summary>
public sealed class PaperTemplateTests(Site site) : IClassFixture<Site>
{
    private const string Home = "/paper-templates/phu-luc-bo-tieu-chi";
    private const string Annex = "/frameworks/mau/1-2024/annex.docx";

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient who, byte[] file, string name = "mau-cua-tinh.docx")
    {
        using var form = new MultipartFormDataContent { { new StringContent(await who.FormTokenAsync(Home)), "__RequestVerificationToken" } };
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "file", name);
        return await who.PostAsync(new Uri($"{Home}/upload", UriKind.Relative), form);
    }

    private static byte[] Changed(byte[] template, string from, string to)
    {
        using var stream = new MemoryStream();
        stream.Write(template);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            var text = document.MainDocumentPart!.Document.Descendants<DocumentFormat.OpenXml.Wordprocessing.Text>().First(t => t.Text.Contains(from, StringComparison.OrdinalIgnoreCase));
            text.Text = text.Text.Replace(from, to, StringComparison.OrdinalIgnoreCase);
        }

        return stream.ToArray();
    }

    private static async Task<string> WordsAsync(HttpClient who)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(await who.GetByteArrayAsync(new Uri(Annex, UriKind.Relative))), isEditable: false);
        return document.MainDocumentPart!.Document.InnerText;
    }

    [Fact]
    public async Task A_template_is_checked_used_and_reset()
    {
        await site.LoadSampleAsync();
        var administrator = await site.SignedInAsync(Role.Administrator);
        var page = await administrator.PageAsync("/paper-templates");
        Assert.Equal(PaperKinds.All.Count, page.QuerySelectorAll("main tbody tr").Length);
        var sample = await administrator.GetByteArrayAsync(new Uri($"{Home}/sample.docx", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync(new Uri($"{Home}/fields.xlsx", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync(new Uri($"{Home}/own.docx", UriKind.Relative))).StatusCode);

        var refused = await UploadAsync(administrator, Changed(sample, "{{ten_van_ban}}", "{{ten_van_bang}}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var findings = (await refused.ReadAsync()).QuerySelector("#findings")!.TextContent;
        Assert.Contains("đoạn 1", findings, StringComparison.Ordinal);
        Assert.Contains("{{ten_van_ban}}", findings, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await UploadAsync(administrator, "không phải Word"u8.ToArray())).StatusCode);

        var taken = await UploadAsync(administrator, Changed(sample, "{{ten_van_ban}}", "MẪU CỦA TỈNH {{ten_van_ban}}"));
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Contains("mau-cua-tinh.docx", (await administrator.PageAsync(Home)).Body!.TextContent, StringComparison.Ordinal);
        var words = await WordsAsync(administrator);
        Assert.Contains("MẪU CỦA TỈNH PHỤ LỤC", words, StringComparison.Ordinal);
        Assert.Contains("Kế hoạch cải cách hành chính", words, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", words, StringComparison.Ordinal);

        await administrator.PostFormAsync($"{Home}/reset", await administrator.FormTokenAsync(Home));
        Assert.DoesNotContain("MẪU CỦA TỈNH", await WordsAsync(administrator), StringComparison.Ordinal);
        await using var db = site.Db();
        Assert.Equal(["UploadPaperTemplate", "ResetPaperTemplate"], await db.AuditEntries.Where(e => e.Subject == "template/phu-luc-bo-tieu-chi").OrderBy(e => e.Id).Select(e => e.Action).ToListAsync());
        // The layout is no part of the state.
        Assert.Single(await db.PaperRecords.Where(r => r.Kind == PaperKind.FrameworkAnnex).ToListAsync());
    }
}
