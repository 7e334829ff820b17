using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OpenPar.App.Features.Evidence.Uploads;
using OpenPar.Browser.Tests.Support;
using OpenPar.Testing;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Evidence;

/// <summary>The library in a browser: files in parts over a line that drops, descriptions proposed, looked at, found, corrected.</summary>
public sealed class UploadPagesTests(Chromium chromium) : IAsyncLifetime
{
    private const string Letter = """
        UBND TỈNH ĐẮK LẮK              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
           SỞ NỘI VỤ                         Độc lập - Tự do - Hạnh phúc
        Số: 125/BC-SNV                 Đắk Lắk, ngày 19 tháng 12 năm 2025

                                    BÁO CÁO
                 Kết quả công tác cải cách hành chính năm 2025

        Căn cứ Kế hoạch cải cách hành chính của tỉnh; hồ sơ trực tuyến đạt 81%.
        Nơi nhận:                                 KT. GIÁM ĐỐC
        - Lưu: VT.                                PHÓ GIÁM ĐỐC

                                                  Người Ký Mẫu
        """;

    private readonly WholeSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Two_large_files_go_on_after_the_line_dropped_in_the_middle()
    {
        await using var line = new CuttableLine(site.Address.Port, pause: 20);
        await using var visit = await site.AdministratorAsync(chromium, View.Desk);
        var files = new[] { Pdf(9_000_000), Pdf(7_000_000) };
        await visit.OpenAsync($"http://localhost:{line.Port}/evidence/uploads");
        await visit.Field("Tệp").SetInputFilesAsync(files.Select((content, i) => new FilePayload { Name = $"tệp lớn {i + 1}.pdf", MimeType = "application/pdf", Buffer = content }));
        await visit.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('.op-uploads progress')].filter(p => p.value > 500000).length === 2");
        await visit.SaveAsync("uploads-running-1440.png");

        await line.CutAsync();
        await Expect(visit.Page.Locator(".op-upload-state").First).ToContainTextAsync("Mất kết nối");
        await visit.SaveAsync("uploads-dropped-1440.png");
        var came = await ReceivedAsync();
        Assert.True(came is > 0 and < 16_000_000, $"{came} bytes had come.");
        line.Pause = 0;
        line.Mend();

        await Expect(visit.Page.Locator("#whole li")).ToHaveCountAsync(2, new() { Timeout = 90_000 });
        await using var db = site.Db();
        var stored = await db.Uploads.Select(u => u.Sha256).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(files.Select(f => Convert.ToHexStringLower(SHA256.HashData(f))).Order(), stored.Order());
        await visit.CheckAsync("uploads-whole");
    }

    private async Task<long> ReceivedAsync()
    {
        var store = (UploadStore)site.Services.GetService(typeof(UploadStore))!;
        await using var db = site.Db();
        return (await db.Uploads.Select(u => u.Id).ToListAsync(TestContext.Current.CancellationToken)).Sum(store.LengthOf);
    }

    [Theory]
    [InlineData(1440, false, true)]
    [InlineData(360, true, true)]
    [InlineData(1440, false, false)]
    public async Task A_letter_becomes_a_document_that_is_looked_at_found_and_corrected(int width, bool dark, bool script)
    {
        await using var visit = await site.AdministratorAsync(chromium, new View(width, dark, script));
        await visit.OpenAsync("/evidence");
        await visit.CheckAsync("library-empty");
        await visit.FollowAsync("Tải tài liệu lên");
        await visit.ArriveAsync("Tải tài liệu lên");
        await visit.CheckAsync("uploads");
        await visit.AttachAsync("Tệp", "bao-cao.txt", Encoding.UTF8.GetBytes(Letter));
        if (!script) await visit.PressAsync("Tải lên");
        await Expect(visit.Page.Locator("#whole li")).ToHaveCountAsync(1);
        await visit.Page.Locator("#whole a").First.ClickAsync();
        await visit.ArriveAsync("Ghi thông tin tài liệu");
        await Expect(visit.Field("Trích yếu")).ToHaveValueAsync("Kết quả công tác cải cách hành chính năm 2025");
        await Expect(visit.Field("Ngày ban hành")).ToHaveValueAsync("19/12/2025");
        await visit.CheckAsync("describe");
        await visit.TypeAsync("Ngày nhận", "sai");
        await visit.PressAsync("Thêm vào thư viện");
        await Expect(visit.Page.Locator("#receivedOn-error")).ToBeVisibleAsync();
        await visit.CheckAsync("describe-refused");
        await visit.TypeAsync("Ngày nhận", "22/12/2025");
        await visit.PressAsync("Thêm vào thư viện");
        await visit.ArriveAsync("Kết quả công tác cải cách hành chính năm 2025");
        await visit.CheckAsync("document");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Xem trong trang" }).ClickAsync();
        await visit.SeeAsync("hồ sơ trực tuyến đạt 81%");
        await visit.CheckAsync("document-text");

        await visit.OpenAsync("/evidence?q=truc+tuyen+81");
        await Expect(visit.Page.Locator("mark").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await visit.CheckAsync("library-found");
        await visit.FollowAsync("Kết quả công tác cải cách hành chính năm 2025");
        await visit.FollowAsync("Sửa thông tin");
        await visit.CheckAsync("document-edit");
        await visit.OpenAsync("/evidence/links/new");
        await visit.CheckAsync("link-new");
        await visit.OpenAsync("/evidence");
        await visit.FollowAsync("Kết quả công tác cải cách hành chính năm 2025");
        await visit.FollowAsync("Thêm bản mới");
        await visit.AttachAsync("Tệp", "ban-hai.pdf", SmallPdf.Write("Trang mot", "Trang hai"));
        await visit.PressAsync("Thêm bản mới");
        await visit.SeeAsync("ban-hai.pdf");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Xem trong trang ban-hai.pdf" }).ClickAsync();
        await visit.FollowAsync("Trang sau");
        await Expect(visit.Page.Locator(".op-head")).ToContainTextAsync("trang 2 trong 2");
        if (script) await visit.Page.WaitForFunctionAsync("() => document.querySelector('.op-page-picture').naturalWidth > 500");
        await visit.CheckAsync("document-page");
        await visit.Page.GoBackAsync();
        await visit.Page.GoBackAsync();
        await visit.FollowAsync("Xoá");
        await visit.CheckAsync("document-delete");
        await visit.PressAsync("Xoá tài liệu này");
        await visit.ArriveAsync("Tài liệu kiểm chứng");
    }

    private static byte[] Pdf(int size)
    {
        var content = RandomNumberGenerator.GetBytes(size);
        "%PDF-1.4\n"u8.CopyTo(content);
        return content;
    }
}
