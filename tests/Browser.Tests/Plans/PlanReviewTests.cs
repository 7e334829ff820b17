using Microsoft.Playwright;
using OpenPar.Browser.Tests.Season;
using OpenPar.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OpenPar.Browser.Tests.Plans;

/// <summary>Plans of every shape go through the review screen: source beside result, flags first, keyboard, undo, acceptance, correction.</summary>
public sealed class PlanReviewTests(Chromium chromium) : IAsyncLifetime
{
    private readonly SeasonSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_plan_is_reviewed_with_the_keyboard_accepted_and_corrected()
    {
        await using var visit = await site.AdministratorAsync(chromium, View.Desk);
        await visit.OpenAsync("/plans");
        await visit.SeeAsync("Chưa có kế hoạch nào");
        await visit.CheckAsync("plans-empty");
        await UploadAsync(visit, SamplePlans.First, "plan-import");
        await visit.SeeAsync("Vì sao cần xem");
        await visit.CheckAsync("plan-review");

        // Row by row: the source is lit, A confirms, U takes it back, a mended row is remembered.
        await visit.Page.Keyboard.PressAsync("n");
        await visit.ArriveAsync("Dòng ");
        await Expect(visit.Page.Locator(".op-source-lines .op-lit").First).ToBeVisibleAsync();
        await visit.CheckAsync("plan-row");
        var first = visit.Page.Url;
        await visit.Page.Keyboard.PressAsync("a");
        await visit.Page.WaitForURLAsync(url => url != first);
        await visit.Page.Keyboard.PressAsync("u");
        await visit.SeeAsync("Đã hoàn tác: Đã xem dòng");
        await visit.OpenAsync(new Uri(first).AbsolutePath);
        await visit.TypeAsync("Thời gian hiểu là", "Quý IV/2026");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await visit.Page.WaitForURLAsync(url => url != first);
        await visit.OpenAsync(new Uri(first).AbsolutePath);
        await visit.SeeAsync("Đang hiểu: quý, 01/10/2026 – 31/12/2026");
        await visit.SeeAsync("đã xem");

        // What was reviewed so far is still there, and the rest goes at once.
        await visit.OpenAsync("/plans");
        await visit.FollowAsync(SamplePlans.First.Name);
        while (await visit.Page.GetByRole(AriaRole.Button, new() { NameString = "Đúng cả: " }).CountAsync() > 0)
            await visit.Page.GetByRole(AriaRole.Button, new() { NameString = "Đúng cả: " }).First.ClickAsync();
        foreach (var row in await visit.Page.Locator("#look tbody td.op-code a").AllInnerTextsAsync()) await visit.Page.GetByLabel("Chọn dòng " + row, new() { Exact = true }).CheckAsync();
        if (await visit.Page.Locator("#look tbody input:checked").CountAsync() > 0) await visit.PressAsync("Các dòng đã chọn: đúng");
        await visit.PressAsync("Chấp nhận kế hoạch");
        await visit.SeeAsync("Đã nhận kế hoạch");
        await visit.CheckAsync("plan");
        await visit.SearchAsync("truyen thong");
        await Expect(visit.Page.Locator("main tbody tr")).ToHaveCountAsync(1);

        await CorrectAsync(visit);
    }

    // The corrected file meets a decision: both are shown, and the person chooses.
    private static async Task CorrectAsync(Visit visit)
    {
        await visit.Page.Locator("main tbody th a").First.ClickAsync();
        await visit.ArriveAsync("Dòng");
        await visit.TypeAsync("Chủ trì", "Sở Nội vụ");
        await visit.CheckAsync("plan-row-edit");
        await visit.PressAsync("Lưu");
        await visit.SeeAsync("Đã lưu dòng");
        await visit.FollowAsync("Nhập bản sửa");
        await visit.AttachAsync("Tệp kế hoạch", SamplePlans.Corrected.Name, SamplePlans.Corrected.Content);
        await visit.PressAsync("Đọc tệp");
        await visit.ArriveAsync("Xem lại");
        await visit.SeeAsync("Tệp mới khác quyết định");
        await visit.CheckAsync("plan-correction");
        await visit.FollowAsync("Tệp mới khác quyết định");
        await visit.SeeAsync("Tệp cũ, quyết định và tệp mới");
        await visit.CheckAsync("plan-three-way");
        await visit.PressAsync("Lấy tệp mới: Chủ trì");
        await Expect(visit.Field("Chủ trì")).ToHaveValueAsync("Sở Văn hóa, Thể thao và Du lịch");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await visit.ArriveAsync("Xem lại");
        await Expect(visit.Page.GetByLabel("Nhận cả")).ToHaveCountAsync(0);
        await visit.PressAsync("Chấp nhận kế hoạch");
        await visit.SeeAsync("Đã nhận kế hoạch");
        await visit.SeeAsync("Sở Văn hóa, Thể thao và Du lịch");
    }

    [Theory]
    [InlineData("001_f604188737d5d6ab.txt", 147)]
    [InlineData("002_21fefb198583832d.txt", 21)]
    [InlineData("003_83533402004b2f18.txt", 69)]
    public async Task A_real_plan_goes_through_the_review_screen(string name, int rows)
    {
        var plan = Annexes.Real(name);
        Assert.SkipWhen(plan is null, "The real documents do not lie beside the repository (OPENPAR_SHARED).");
        await using var visit = await site.AdministratorAsync(chromium, View.Desk);
        await UploadAsync(visit, plan!, "plan-import-" + name[..3]);
        await visit.SeeAsync($"{rows} dòng");
        await visit.CheckAsync("plan-review-" + name[..3]);
        await visit.Page.Keyboard.PressAsync("n");
        await visit.ArriveAsync("Dòng ");
        await visit.CheckAsync("plan-row-" + name[..3]);
        await visit.Page.GoBackAsync();
        await visit.Page.GetByLabel("Nhận cả").CheckAsync();
        await visit.PressAsync("Chấp nhận kế hoạch");
        await visit.SeeAsync("Đã nhận kế hoạch");
        await visit.SaveAsync($"plan-{name[..3]}-{View.Desk}.png");
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(1440, false)]
    public async Task The_review_holds_on_a_phone_and_without_scripts(int width, bool script)
    {
        await using var visit = await site.AdministratorAsync(chromium, new View(width) { Script = script });
        await UploadAsync(visit, SamplePlans.First, "plan-import");
        await visit.CheckAsync("plan-review");
        await visit.Page.Locator("main .op-actions a").First.ClickAsync();
        await visit.ArriveAsync("Dòng ");
        await visit.CheckAsync("plan-row");
        await visit.TypeAsync("Chủ trì", "");
        await visit.TypeAsync("Nhiệm vụ, tiêu chí", "");
        await visit.TypeAsync("Sản phẩm, kết quả, minh chứng", "");
        await visit.Page.Locator("#row button.btn-primary").ClickAsync();
        await visit.SeeAsync("Dòng phải có ít nhất");
        await visit.CheckAsync("plan-row-refused");
    }

    [Fact]
    public async Task A_page_of_a_pdf_stands_beside_its_rows_with_the_row_lit()
    {
        await using var visit = await site.AdministratorAsync(chromium, View.Desk);
        await UploadAsync(visit, SamplePlans.Pdf, "plan-import-pdf");
        await visit.Page.Locator("#look tbody td.op-code a").First.ClickAsync();
        await visit.ArriveAsync("Dòng ");
        await Expect(visit.Page.Locator(".op-source-page rect")).Not.ToHaveCountAsync(0);
        Assert.True(await visit.Page.Locator(".op-source-page img").EvaluateAsync<bool>("async img => { await img.decode(); return img.naturalWidth > 500; }"));
        await visit.CheckAsync("plan-row-pdf");
    }

    private static async Task UploadAsync(Visit visit, Annexes.Annex plan, string look)
    {
        await visit.OpenAsync("/plans/import");
        await visit.AttachAsync("Tệp kế hoạch", plan.Name, plan.Content);
        await visit.TypeAsync("Ngày của kế hoạch", "31/05/2024");
        await visit.CheckAsync(look);
        await visit.PressAsync("Đọc tệp");
        await visit.ArriveAsync("Xem lại: " + plan.Name);
    }
}
