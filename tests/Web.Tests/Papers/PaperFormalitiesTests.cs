using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenPar.Web.Tests.Rounds;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Papers;

/// <summary>Number, place, date and signer of papers: what the province sets, what one paper has for itself, what stays open.</summary>
public sealed class PaperFormalitiesTests
{
    private const string Settings = "/paper-formalities";

    private static async Task<OpenedRound> OpenedAsync()
    {
        var round = new OpenedRound();
        await round.InitializeAsync();
        return round;
    }

    private static async Task SetAsync(OpenedRound round, params (string Name, string Value)[] values) =>
        Assert.Equal(HttpStatusCode.Redirect, (await round.Administrator.PostFormAsync(Settings, await round.Administrator.FormTokenAsync(Settings), values)).StatusCode);

    [Fact]
    public async Task What_nobody_set_stays_open_on_the_paper_and_no_name_is_made_up()
    {
        await using var round = await OpenedAsync();
        var words = (await TakenPaper.OfAsync(round.Administrator, $"/rounds/{round.Round}/decision.docx")).Words;
        Assert.Contains("…, ngày … tháng … năm …", words, StringComparison.Ordinal);
        Assert.Contains("/QĐ-UBND", words, StringComparison.Ordinal);
        Assert.Contains("TM. ỦY BAN NHÂN DÂNCHỦ TỊCH(Ký, ghi rõ họ tên, đóng dấu)", words, StringComparison.Ordinal);
        Assert.Contains("Kèm theo Quyết định số …/QĐ-UBND ngày … tháng … năm …", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_province_sets_stands_on_every_paper_of_the_province_and_the_change_is_recorded()
    {
        await using var round = await OpenedAsync();
        await SetAsync(
            round, ("place", "Tỉnh Mẫu"), ("decisionAuthority", "TM. Ủy ban nhân dân"), ("decisionPosition", "KT. Chủ tịch\nPhó Chủ tịch"), ("decisionSigner", "Người ký quyết định"),
            ("reportPosition", "Giám đốc Sở Nội vụ"), ("reportSigner", "Người ký báo cáo"));
        var decision = (await TakenPaper.OfAsync(round.Administrator, $"/rounds/{round.Round}/decision.docx")).Words;
        Assert.Contains("Tỉnh Mẫu, ngày … tháng", decision, StringComparison.Ordinal);
        Assert.Contains("TM. ỦY BAN NHÂN DÂNKT. CHỦ TỊCHPHÓ CHỦ TỊCHNgười ký quyết định", decision, StringComparison.Ordinal);
        Assert.DoesNotContain("Ký, ghi rõ họ tên", decision, StringComparison.Ordinal);
        var report = (await TakenPaper.OfAsync(round.Administrator, $"/rounds/{round.Round}/losses.docx")).Words;
        Assert.Contains("GIÁM ĐỐC SỞ NỘI VỤNgười ký báo cáo", report, StringComparison.Ordinal);

        // The sheet of a unit is signed by that unit, and a focal officer's own file by the agency.
        foreach (var (who, paper) in new[] { (round.Administrator, "sheet"), (round.Officer, "explanations") })
        {
            var own = (await TakenPaper.OfAsync(who, $"/rounds/{round.Round}/{paper}.docx")).Words;
            Assert.Contains("Tỉnh Mẫu, ngày", own, StringComparison.Ordinal);
            Assert.DoesNotContain("Người ký", own, StringComparison.Ordinal);
        }

        await using var db = round.Site.Db();
        Assert.Equal("SetPaperFormalities", (await db.AuditEntries.SingleAsync(e => e.Subject == "paper-formalities")).Action);
        Assert.Equal(HttpStatusCode.Forbidden, (await round.Reader.GetAsync(new Uri(Settings, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task One_paper_has_its_own_number_date_and_signer_and_another_code()
    {
        await using var round = await OpenedAsync();
        await SetAsync(round, ("place", "Tỉnh Mẫu"), ("decisionSigner", "Người ký quyết định"));
        var page = await round.Administrator.PageAsync($"/rounds/{round.Round}/decision");
        Assert.Equal("Tỉnh Mẫu", page.QuerySelector("#place")!.GetAttribute("value"));
        Assert.Equal("CHỦ TỊCH", page.QuerySelector("#position")!.TextContent.Trim());
        var plain = await TakenPaper.OfAsync(round.Administrator, $"/rounds/{round.Round}/decision.docx");
        var own = await TakenPaper.OfAsync(
            round.Administrator, $"/rounds/{round.Round}/decision?format=docx&number=15&place=T%E1%BB%89nh%20M%E1%BA%ABu&date=5%2F1%2F2026&authority=Q.%20CH%E1%BB%A6%20T%E1%BB%8ACH&position=X&signer=");
        Assert.Contains("Số: 15/QĐ-UBND", own.Words, StringComparison.Ordinal);
        Assert.Contains("Tỉnh Mẫu, ngày 05 tháng 01 năm 2026", own.Words, StringComparison.Ordinal);
        Assert.Contains("Kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 01 năm 2026", own.Words, StringComparison.Ordinal);
        Assert.Contains("Q. CHỦ TỊCHX(Ký, ghi rõ", own.Words, StringComparison.Ordinal);
        Assert.NotEqual(plain.Code, own.Code);
        Assert.Contains("15/QĐ-UBND", (await round.Reader.PageAsync($"/papers/{own.Code}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_is_none_is_refused_beside_its_field_and_nothing_typed_is_lost()
    {
        await using var round = await OpenedAsync();
        var answer = await round.Administrator.GetAsync(new Uri($"/rounds/{round.Round}/fields?field=1&format=docx&number=7&date=31%2F2%2F2026", UriKind.Relative));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.ReadAsync();
        Assert.Contains("không phải là ngày", page.QuerySelector("#date-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("7", "31/2/2026", "1"), (page.QuerySelector("#number")!.GetAttribute("value"), page.QuerySelector("#date")!.GetAttribute("value"), page.QuerySelector("input[name=field]")!.GetAttribute("value")));
        var refused = await round.Administrator.PostFormAsync(Settings, await round.Administrator.FormTokenAsync(Settings), ("decisionAuthority", "TM. ỦY BAN NHÂN DÂN"), ("place", new string('x', 201)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var form = await refused.ReadAsync();
        Assert.NotNull(form.QuerySelector("#place-error"));
        Assert.NotNull(form.QuerySelector("#decisionPosition-error"));
        Assert.Equal("TM. ỦY BAN NHÂN DÂN", form.QuerySelector("#decisionAuthority")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("rounds/{0}/minutes", true, false)]
    [InlineData("frameworks/mau/2-2025/annex", false, false)]
    [InlineData("assignments/mau/2-2025/decision", true, true)]
    public async Task A_page_asks_only_for_what_its_paper_shows(string address, bool heading, bool signer)
    {
        await using var round = await OpenedAsync();
        var page = await round.Administrator.PageAsync("/" + string.Format(null, address, round.Round));
        Assert.Equal((heading, signer), (page.QuerySelector("#number") is not null, page.QuerySelector("#signer") is not null));
        Assert.Equal(HttpStatusCode.NotFound, (await round.Administrator.GetAsync(new Uri("/assignments/khong/co/decision", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await round.Officer.GetAsync(new Uri($"/rounds/{round.Round}/minutes", UriKind.Relative))).StatusCode);
    }
}
