using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Extensions.DependencyInjection;
using OpenPar.App.Features.Accounts;
using OpenPar.App.Features.Frameworks;
using OpenPar.Browser.Tests.Support;
using OpenPar.Documents.Packs;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Papers;

/// <summary>A province brings its own template, takes a paper out, and a stranger looks its code up.</summary>
public sealed class PaperPagesTests(Chromium chromium) : IAsyncLifetime
{
    private const string Password = "một câu thật là dài";
    private const string Framework = "/frameworks/par-index-province/1187-2025";
    private readonly WholeSite site = new();

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LoadPacks.Handler>().HandleAsync(new(PackFolder.Root()!), TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData(1440, true)]
    [InlineData(360, false)]
    public async Task A_template_is_uploaded_and_the_code_of_its_paper_is_looked_up(int width, bool script)
    {
        await using var visit = await Visit.StartAsync(chromium, site, new View(width) { Script = script });
        await BecomeAdministratorAsync(visit);
        await visit.OpenAsync("/paper-templates");
        await visit.CheckAsync("paper-templates");
        await visit.FollowAsync("Phụ lục bộ tiêu chí");
        await visit.CheckAsync("paper-template");

        var sample = await DownloadAsync(visit, "Tải mẫu gợi ý (.docx)");
        await visit.AttachAsync("Tệp mẫu Word (.docx)", "sai.docx", Changed(sample, "{{ten_van_bang}}"));
        await visit.PressAsync("Kiểm tra và dùng mẫu này");
        await visit.SeeAsync("Không có trường “ten_van_bang”");
        await visit.CheckAsync("paper-template-findings");
        await visit.AttachAsync("Tệp mẫu Word (.docx)", "mau-cua-tinh.docx", Changed(sample, "MẪU CỦA TỈNH {{ten_van_ban}}"));
        await visit.PressAsync("Kiểm tra và dùng mẫu này");
        await visit.SeeAsync("Trở về mẫu có sẵn");
        await Expect(visit.Page.Locator("body")).ToContainTextAsync("Đã nhận mẫu");

        await visit.OpenAsync(Framework);
        var (words, code) = Read(await DownloadAsync(visit, "Word"));
        Assert.Contains("MẪU CỦA TỈNH PHỤ LỤC", words, StringComparison.Ordinal);
        await visit.OpenAsync($"/papers/{code}");
        await visit.SeeAsync("CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CẤP TỈNH");
        await visit.CheckAsync("paper-state");

        await using var stranger = await Visit.StartAsync(chromium, site, new View(width) { Script = script });
        await stranger.OpenAsync("/papers");
        await stranger.CheckAsync("paper-look-up");
        await stranger.TypeAsync("Mã xác thực", code.ToLowerInvariant());
        await stranger.PressAsync("Tra cứu");
        await Expect(stranger.Page.Locator("#hash")).ToHaveTextAsync(new Regex("^[0-9a-f]{64}$"));
        await Expect(stranger.Page.Locator("dl").First).ToContainTextAsync(new Regex("[0-9]{2}/[0-9]{2}/[0-9]{4}"));
        await Expect(stranger.Page.Locator("main")).Not.ToContainTextAsync("Cách chấm điểm");
        await stranger.CheckAsync("paper-stranger");
    }

    [Theory]
    [InlineData(1440, true)]
    [InlineData(360, false)]
    public async Task Place_and_signer_are_set_and_one_paper_gets_its_number(int width, bool script)
    {
        const string decision = "/assignments/par-index-province/1187-2025/decision";
        await using var visit = await Visit.StartAsync(chromium, site, new View(width) { Script = script });
        await BecomeAdministratorAsync(visit);
        await visit.OpenAsync("/paper-formalities");
        await visit.CheckAsync("paper-formalities");
        await visit.TypeAsync("Địa danh", "Tỉnh Mẫu");
        await visit.TypeAsync("Họ và tên người ký quyết định", "Người ký thử");
        await visit.PressAsync("Lưu thể thức");
        await Expect(visit.Page.Locator("body")).ToContainTextAsync("Đã lưu thể thức");

        await visit.OpenAsync(decision);
        await visit.CheckAsync("paper-to-make");
        await visit.TypeAsync("Ngày ban hành", "hôm nay");
        await visit.PressAsync("Lấy bản Word");
        await visit.SeeAsync("không phải là ngày");
        await visit.CheckAsync("paper-to-make-refused");
        await visit.TypeAsync("Ngày ban hành", "5/1/2026");
        await visit.TypeAsync("Số", "12");
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.PressAsync("Lấy bản Word"));
        var (words, _) = Read(await File.ReadAllBytesAsync(await download.PathAsync()));
        Assert.Contains("Số: 12/QĐ-UBND", words, StringComparison.Ordinal);
        Assert.Contains("Tỉnh Mẫu, ngày 05 tháng 01 năm 2026", words, StringComparison.Ordinal);
        Assert.Contains("CHỦ TỊCHNgười ký thử", words, StringComparison.Ordinal);
    }

    private static async Task<byte[]> DownloadAsync(Visit visit, string link)
    {
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.FollowAsync(link));
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    private static byte[] Changed(byte[] template, string title)
    {
        using var stream = new MemoryStream();
        stream.Write(template);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            var text = document.MainDocumentPart!.Document.Descendants<DocumentFormat.OpenXml.Wordprocessing.Text>().First(t => t.Text.Contains("ten_van_ban", StringComparison.OrdinalIgnoreCase));
            text.Text = title;
        }

        return stream.ToArray();
    }

    private static (string Words, string Code) Read(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var foot = string.Concat(document.MainDocumentPart!.FooterParts.Select(part => part.Footer.InnerText));
        return (document.MainDocumentPart.Document.InnerText, Regex.Match(foot, "Mã xác thực: ([0-9A-Z-]{24})").Groups[1].Value);
    }

    private async Task BecomeAdministratorAsync(Visit visit)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var link = await scope.ServiceProvider.GetRequiredService<CreateFirstAdministratorLink.Handler>().HandleAsync(TestContext.Current.CancellationToken);
        await visit.OpenAsync($"/setup/{link.Value.Token}");
        await visit.TypeAsync("Họ và tên", "Người Quản trị");
        await visit.TypeAsync("Tên đăng nhập", "quan.tri");
        await visit.TypeAsync("Mật khẩu", Password);
        await visit.TypeAsync("Nhập lại mật khẩu", Password);
        await visit.PressAsync("Tạo tài khoản và vào hệ thống");
        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, "/account").ToString());
    }
}
