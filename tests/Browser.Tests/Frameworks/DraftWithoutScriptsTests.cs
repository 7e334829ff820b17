using OpenPar.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Frameworks;

/// <summary>The main path of the framework editor where no script runs: plain forms from the first row to the published version.</summary>
public sealed class DraftWithoutScriptsTests(Chromium chromium, WholeSite site) : IClassFixture<WholeSite>, IAsyncDisposable
{
    // axe needs scripts: a second window of the same person looks at every state the first one came to.
    private Visit? looking;

    public static TheoryData<View> Views { get; } = [View.Desk with { Script = false }, View.Phone with { Script = false }];

    [Theory, MemberData(nameof(Views))]
    public async Task A_framework_is_written_checked_tried_and_published(View view)
    {
        ArgumentNullException.ThrowIfNull(view);
        await using var visit = await site.AdministratorAsync(chromium, view);
        looking = await site.AdministratorAsync(chromium, view with { Script = true });
        await visit.OpenAsync("/frameworks/drafts");
        await LookAsync(visit, "plain-drafts");
        await visit.FollowAsync("Lập bản thảo");
        await LookAsync(visit, "plain-new");
        await visit.BeginAsync();
        await LookAsync(visit, "plain-empty");

        await WriteHeadAsync(visit, $"thu/khong-kich-ban-{view.Width}");
        await WriteRowsAsync(visit);
        await ReadARuleFromItsTextAsync(visit);
        await PasteTwoRowsAndTakeOneBackAsync(visit);
        await WriteARuleByFormAsync(visit);
        await TryAsync(visit);
        await PublishAsync(visit, $"thu/khong-kich-ban-{view.Width}");
    }

    private async Task WriteHeadAsync(Visit visit, string identity)
    {
        await visit.TypeAsync("Tổng điểm", "1,2,3");
        await visit.PressAsync("Lưu");
        await Expect(visit.Page.Locator("#head-state")).ToContainTextAsync("có thể hiểu theo nhiều cách");
        await Expect(visit.Field("Tổng điểm")).ToHaveValueAsync("1,2,3");
        await LookAsync(visit, "plain-head-refused");

        foreach (var (label, text) in new[]
        {
            ("Mã bộ chỉ số", identity), ("Tên bộ chỉ số", "Bộ chỉ số thử"), ("Số, ký hiệu văn bản", "01/QĐ-THU"), ("Cơ quan ban hành", "Cơ quan thử"),
            ("Ngày ban hành", "02/01/2026"), ("Phụ lục, bảng", "Bảng 1"), ("Năm đầu áp dụng", "2026"), ("Tổng điểm", "3"), ("Số chữ số thập phân khi hiển thị", "2"),
        }) await visit.TypeAsync(label, text);
        await visit.PressAsync("Lưu");
        await visit.ArriveAsync("Bộ chỉ số thử");
        await Expect(visit.Page.Locator("#head-state")).Not.ToContainTextAsync("có thể hiểu theo nhiều cách");
    }

    private async Task WriteRowsAsync(Visit visit)
    {
        await visit.PressAsync("Thêm dòng");
        await WriteRowAsync(visit, "Lĩnh vực thử", "3");
        await visit.PressAsync("Thêm cấp dưới");
        await WriteRowAsync(visit, "Ban hành kế hoạch", "mười");
        await Expect(visit.Page.Locator("#row-state")).ToContainTextAsync("không phải là số");
        await LookAsync(visit, "plain-row-refused");
        await visit.TypeAsync("Điểm tối đa", "1");
        await visit.TypeAsync("Cách chấm theo văn bản (nguyên văn)", "Ban hành đúng hạn: 1; chậm: 0,5; không ban hành: 0");
        await visit.TypeAsync("Nguồn", "Bảng 1, dòng 1.1");
        await visit.PressAsync("Lưu");
        await Expect(visit.Page.Locator("#draft-findings")).ToContainTextAsync("cộng thành 1");
        Assert.Equal("1/1 1.1/2", await visit.TreeAsync());
    }

    private async Task WriteRowAsync(Visit visit, string title, string points)
    {
        await visit.TypeAsync("Tên", title);
        await visit.TypeAsync("Điểm tối đa", points);
        await visit.PressAsync("Lưu");
        await Expect(visit.Page.Locator("[aria-selected=true]")).ToContainTextAsync(title);
    }

    private async Task ReadARuleFromItsTextAsync(Visit visit)
    {
        await visit.PressAsync("Đọc quy tắc từ văn bản");
        await visit.SeeAsync("Đã đọc quy tắc từ văn bản");
        await Expect(visit.Page.Locator("#r_options_1__points")).ToHaveValueAsync("0,5");
        await Expect(visit.Page.Locator("#rule-words")).ToContainTextAsync("không ban hành: 0 điểm", new() { IgnoreCase = true });
        await LookAsync(visit, "plain-rule-read");
    }

    // Undo takes a removed row back, with its texts.
    private async Task PasteTwoRowsAndTakeOneBackAsync(Visit visit)
    {
        await visit.PasteIntoBoxAsync("Mã\tTên tiêu chí\tĐiểm tối đa\n1.2\tHoàn thành nhiệm vụ\t2\n1.3\tDòng thừa\t1");
        await visit.OpenRowOfDraftAsync("1.3");
        await visit.PressAsync("↑ Lên");
        Assert.Equal("1/1 1.1/2 1.3/2 1.2/2", await visit.TreeAsync());
        await visit.PressAsync("Xóa dòng");
        Assert.Equal("1/1 1.1/2 1.2/2", await visit.TreeAsync());
        await visit.PressAsync("Hoàn tác: Xóa 1.3");
        Assert.Equal("1/1 1.1/2 1.3/2 1.2/2", await visit.TreeAsync());
        await visit.OpenRowOfDraftAsync("1.3");
        await visit.PressAsync("Xóa dòng");
        Assert.Equal("1/1 1.1/2 1.2/2", await visit.TreeAsync());
    }

    private async Task WriteARuleByFormAsync(Visit visit)
    {
        await visit.OpenRowOfDraftAsync("1.2");
        await visit.ChooseAsync("Loại quy tắc", "bands");
        await visit.PressAsync("Đổi loại");
        foreach (var (i, name, label) in new[] { (0, "a", "Số nhiệm vụ được giao"), (1, "b", "Số nhiệm vụ đã hoàn thành") })
        {
            await visit.PressAsync("Thêm: Số liệu kê khai");
            await visit.Page.Locator($"#r_facts_{i}__name").FillAsync(name);
            await visit.Page.Locator($"#r_facts_{i}__label").FillAsync(label);
        }

        await visit.ChooseAsync("Cách tính", "ratio");
        await visit.Page.Locator("#r_measure_facts").FillAsync("b, a");
        foreach (var (i, from, to, points) in new[] { (0, "chín mươi", "", "2"), (1, "70", "90", "1"), (2, "", "70", "0") })
        {
            await visit.Page.Locator($"#r_bands_{i}__from").FillAsync(from);
            await visit.Page.Locator($"#r_bands_{i}__to").FillAsync(to);
            if (to.Length > 0) await visit.Page.Locator($"#r_bands_{i}__toOpen").CheckAsync();
            await visit.Page.Locator($"#r_bands_{i}__points").FillAsync(points);
            await visit.PressAsync("Lưu quy tắc");
        }

        await Expect(visit.Page.Locator("#rule-state")).ToContainTextAsync("không phải là số");
        await Expect(visit.Page.Locator("#r_bands_0__from")).ToHaveValueAsync("chín mươi");
        await LookAsync(visit, "plain-rule-refused");
        await visit.Page.Locator("#r_bands_0__from").FillAsync("90");
        await visit.PressAsync("Lưu quy tắc");
        await Expect(visit.Page.Locator("#rule-words")).ToContainTextAsync("90");
        await Expect(visit.Page.Locator("#rule-state")).Not.ToContainTextAsync("không phải là số");
        await LookAsync(visit, "plain-rule");
    }

    private async Task TryAsync(Visit visit)
    {
        await visit.Page.Locator("#f_a").FillAsync("100");
        await visit.Page.Locator("#f_b").FillAsync("85");
        await visit.PressAsync("Tính thử");
        await Expect(visit.Page.Locator("#try-result .op-result-points")).ToContainTextAsync("1");
        await Expect(visit.Page.Locator("#try-result .op-explanation")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#try-result")).ToContainTextAsync("Để tăng điểm");
        await Expect(visit.Page.Locator("#f_b")).ToHaveValueAsync("85");
        await LookAsync(visit, "plain-tried");
    }

    private async Task PublishAsync(Visit visit, string identity)
    {
        await visit.FollowAsync("Thông tin chung của bộ chỉ số");
        await visit.TypeAsync("Tổng điểm", "4");
        await visit.PressAsync("Lưu");
        await visit.FollowAsync("Phát hành");
        await visit.SeeAsync("lỗi phải sửa trước");
        await LookAsync(visit, "plain-publish-refused");
        await visit.Page.Locator("main .op-findings a").First.ClickAsync();
        await visit.TypeAsync("Tổng điểm", "3");
        await visit.PressAsync("Lưu");
        await visit.FollowAsync("Phát hành");
        await LookAsync(visit, "plain-publish");
        await visit.PressAsync("Phát hành phiên bản này");
        await visit.SeeAsync($"Đã phát hành {identity}.");
        await Expect(visit.Page.Locator("#criteria tbody tr")).ToHaveCountAsync(3);
        await LookAsync(visit, "plain-published");
    }

    private async Task LookAsync(Visit visit, string name)
    {
        await visit.CheckAsync(name);
        await looking!.OpenAsync(visit.Page.Url.Split('#')[0]);
        await looking.CheckAsync(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (looking is not null) await looking.DisposeAsync();
    }
}
