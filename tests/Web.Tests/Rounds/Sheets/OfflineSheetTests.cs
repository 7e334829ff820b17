using System.Net;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds.Offline;
using OpenPar.Testing;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Rounds.Sheets;

/// <summary>A sheet is taken out, filled without network and loaded back; what changed meanwhile is never overwritten.</summary>
public sealed class OfflineSheetTests : IAsyncLifetime
{
    private const string Unit = "so-noi-vu";

    private readonly UnitRound round = new();

    private string Address => round.Sheet(Unit) + "/offline";

    public ValueTask InitializeAsync() => round.InitializeAsync();

    public ValueTask DisposeAsync() => round.DisposeAsync();

    [Fact]
    public async Task What_was_filled_comes_back_as_differences_and_only_what_is_chosen_is_saved()
    {
        var filled = FilledWorkbook.Edit(await TakeOutAsync(), d =>
        {
            d.Input(Figure("1.1", "a")).Number("1200");
            d.Input(Figure("1.1", "b")).Type("1.100");
            d.Input(Figure("1.2", "choice")).Type("Đầy đủ");
            d.Input(OfflineKey.Explanation(CriterionCode.Parse("1.2"))).Type("Đã niêm yết");
        });

        var compared = await round.Officer.SendFileAsync(Address, filled, "phieu.xlsx");
        Assert.Equal(HttpStatusCode.OK, compared.StatusCode);
        var page = await compared.ReadAsync();
        Assert.Equal(["#1.1/f.a", "#1.1/f.b", "#1.2/f.choice", "#1.2/explanation"], page.QuerySelectorAll("input[name=take][checked]").Select(i => i.GetAttribute("value")));
        Assert.Empty((await round.StoredAsync(Unit, "1.1")).Facts);

        await TakeAsync(page, "#1.1/f.a", "#1.1/f.b", "#1.2/f.choice");
        Assert.Equal((1200m, 1100m), ((await round.StoredAsync(Unit, "1.1")).Facts["a"].Number, (await round.StoredAsync(Unit, "1.1")).Facts["b"].Number));
        var choice = await round.StoredAsync(Unit, "1.2");
        Assert.Equal(("full", null), (choice.Facts["choice"].Choice, choice.Explanation));
    }

    [Fact]
    public async Task What_changed_on_both_sides_is_shown_and_not_ticked_and_a_row_saved_since_is_refused()
    {
        var file = await TakeOutAsync();
        await round.PostRowAsync(round.Officer, Unit, "1.1", "save", ("f.a", "10"));
        var filled = FilledWorkbook.Edit(file, d =>
        {
            d.Input(Figure("1.1", "a")).Type("20");
            d.Input(Figure("1.2", "choice")).Type("Đầy đủ");
        });
        var page = await (await round.Officer.SendFileAsync(Address, filled, "phieu.xlsx")).ReadAsync();
        Assert.Contains("Đã đổi ở cả hai nơi", page.QuerySelector("#take")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["#1.2/f.choice"], page.QuerySelectorAll("input[name=take][checked]").Select(i => i.GetAttribute("value")));

        await round.PostRowAsync(round.Officer, Unit, "1.2", "save", ("f.choice", "none"));
        var late = await TakeAsync(page, "#1.1/f.a", "#1.2/f.choice");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("Đã lưu 1 dòng; 1 dòng chưa lưu", (await late.ReadAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(20m, (await round.StoredAsync(Unit, "1.1")).Facts["a"].Number);
        Assert.Equal("none", (await round.StoredAsync(Unit, "1.2")).Facts["choice"].Choice);
    }

    [Fact]
    public async Task A_file_of_another_sheet_or_no_file_is_refused_and_another_unit_gets_nothing()
    {
        var other = await round.Supplier.GetByteArrayAsync(new Uri(round.Sheet("van-phong") + "/offline.xlsx", UriKind.Relative));
        var foreign = await round.Officer.SendFileAsync(Address, other, "phieu.xlsx");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, foreign.StatusCode);
        Assert.Null((await foreign.ReadAsync()).QuerySelector("#take"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await round.Officer.SendFileAsync(Address, "không phải Excel"u8.ToArray(), "phieu.xlsx")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await UnitRound.PostAsync(round.Officer, Address)).StatusCode);

        // The supplier sees the one row it answers for; its workbook holds no other.
        var seen = await round.Supplier.SendFileAsync(Address, await TakeOutAsync(), "phieu.xlsx");
        Assert.DoesNotContain("#1.1/", await seen.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static OfflineKey Figure(string code, string fact) => OfflineKey.Figure(CriterionCode.Parse(code), fact);

    private Task<byte[]> TakeOutAsync() => round.Officer.GetByteArrayAsync(new Uri(Address + ".xlsx", UriKind.Relative));

    private async Task<HttpResponseMessage> TakeAsync(AngleSharp.Dom.IDocument page, params string[] keys)
    {
        var fields = page.QuerySelectorAll("#take input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));
        return await UnitRound.PostAsync(round.Officer, Address + "?handler=Take", [.. fields.Where(f => f.Item1 != "__RequestVerificationToken"), .. keys.Select(k => ("take", k))]);
    }
}
