using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Versions;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Frameworks;

public sealed class MappingPagesTests : IAsyncLifetime
{
    private const string Newer = """
        id: mau/2-2025
        title: Bộ tiêu chí mẫu mới
        decision: {number: 2/QĐ-MAU, issuer: Tỉnh mẫu}
        firstYear: 2025
        substitutions:
        - {cited: Nghị định số 61/2018/NĐ-CP, replacedBy: Nghị định số 118/2025/NĐ-CP, from: 2025-07-01, note: văn bản mẫu}
        criteria:
        - {code: "1", title: CHỈ ĐẠO ĐIỀU HÀNH}
        - {code: "1.1", title: Kế hoạch cải cách hành chính, maxPoints: 2, ruleText: "Ban hành đúng hạn: 2; chậm: 0"}
        - {code: "1.2", title: "Kiểm tra, giám sát cải cách hành chính", ruleText: Theo Nghị định số 61/2018/NĐ-CP}
        - {code: "1.3", title: Đối thoại với doanh nghiệp}
        - {code: "2", title: THỦ TỤC HÀNH CHÍNH}
        - {code: "2.1", title: Công khai thủ tục}
        - {code: "2.2", title: Kết quả giải quyết hồ sơ}
        - {code: "2.2.1", title: Hồ sơ đúng hạn}
        """;

    private const string Pair = "from=mau%2F1-2024&to=mau%2F2-2025";
    private const string Mapping = "/frameworks/mapping?" + Pair;

    private readonly Site site = new();
    private HttpClient admin = null!;

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        await site.LoadSampleAsync();
        await site.LoadFrameworkAsync(Newer);
        admin = await site.SignedInAsync(Role.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task What_needs_a_look_stands_first_with_its_reasons_and_can_be_confirmed_in_bulk()
    {
        var page = await admin.PageAsync(Mapping);
        Assert.Equal(["1.2=1.2", "2.2.2=", "=1.3"], page.QuerySelectorAll("#flagged input[name=keys]").Select(i => i.GetAttribute("value")).Order(StringComparer.Ordinal));
        Assert.Contains("Tên mới thêm: “giám sát”.", page.QuerySelector("#flagged")!.TextContent, StringComparison.Ordinal);

        await PostAsync("Confirm", ("keys", "1.2=1.2"), ("keys", "=1.3"));
        await PostAsync("Confirm", ("all", "unchanged"));
        var after = await admin.PageAsync(Mapping);

        Assert.Equal(["2.2.2="], after.QuerySelectorAll("#flagged input[name=keys]").Select(i => i.GetAttribute("value")));
        Assert.Contains("Đã quyết định: 8", after.QuerySelector("#decided")!.TextContent, StringComparison.Ordinal);
        await using var db = site.Db();
        Assert.Equal(MappingRelation.Wider, (await DecisionsAsync()).Single(d => d.ToContinuation().Key == "1.2=1.2").Relation);
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Action == "DecideMappings"));
    }

    [Fact]
    public async Task A_refused_proposal_does_not_come_back_and_a_changed_one_is_kept()
    {
        await PostAsync("Refuse", ("key", "1.2=1.2"));
        var refused = await admin.PageAsync(Mapping);
        Assert.DoesNotContain("1.2=1.2", refused.QuerySelectorAll("input[name=keys]").Select(i => i.GetAttribute("value")));

        await PostAsync("Change", ("key", "=1.2"), ("older", "1.1, 1.2"), ("newer", "1.1"), ("relation", "Merged"), ("note", "Gộp theo công văn"));
        var decisions = await DecisionsAsync();
        var merged = decisions.Single(d => d.State == MappingState.Changed);
        Assert.Equal(("1.1+1.2=1.1", MappingRelation.Merged, "Gộp theo công văn"), (merged.ToContinuation().Key, merged.Relation, merged.Note));
        Assert.Equal("1.2=1.2", decisions.Single(d => d.State == MappingState.Refused).ToContinuation().Key);

        await PostAsync("Change", ("key", "1.1+1.2=1.1"), ("older", "1.1"), ("newer", "1.1"), ("relation", "Narrower"));
        Assert.Equal(["1.1=1.1", "1.2=1.2"], (await DecisionsAsync()).Select(d => d.ToContinuation().Key).Order(StringComparer.Ordinal));
        await PostAsync("Reopen", ("key", "1.1=1.1"));
        Assert.Equal(MappingState.Refused, Assert.Single(await DecisionsAsync()).State);
    }

    [Theory]
    [InlineData("1.1, 1.2", "1.1", "Same", "không hợp với 2 dòng cũ và 1 dòng mới")]
    [InlineData("1.1", "9.9", "Same", "không có tiêu chí 9.9")]
    [InlineData("một", "1.1", "Same", "viết như 3.4.1")]
    [InlineData("", "", "Same", "cần ít nhất một dòng")]
    public async Task What_cannot_be_is_refused_beside_what_was_typed(string older, string newer, string relation, string message)
    {
        var page = await (await PostAsync("Change", ("key", "1.2=1.2"), ("older", older), ("newer", newer), ("relation", relation))).ReadAsync();

        Assert.Contains(message, page.QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await DecisionsAsync());
    }

    [Fact]
    public async Task The_difference_is_told_word_by_word_and_filtered()
    {
        using var reader = await site.SignedInAsync(Role.Reader);
        var all = await reader.PageAsync("/frameworks/diff?" + Pair);
        Assert.Equal([", giám sát"], all.QuerySelectorAll("#differences ins").Where(i => i.TextContent.Contains("giám", StringComparison.Ordinal)).Select(i => i.TextContent));
        Assert.Contains("Điểm tối đa: 1 → 2", all.QuerySelector("#differences")!.TextContent, StringComparison.Ordinal);

        var points = await reader.PageAsync($"/frameworks/diff?{Pair}&show=Points");
        Assert.Contains("1.1", points.QuerySelectorAll("#differences td.op-code").Select(c => c.TextContent));
        var added = await reader.PageAsync($"/frameworks/diff?{Pair}&show=Added");
        Assert.Equal(["", "1.3"], added.QuerySelectorAll("#differences td.op-code").Select(c => c.TextContent));
        var opened = await reader.PageAsync($"/frameworks/diff?{Pair}&row=1.1%3D1.1");
        Assert.Equal(["1", "2"], opened.QuerySelectorAll("#texts dd")[0].QuerySelectorAll("del, ins").Select(c => c.TextContent));
        Assert.Contains("Không có thay đổi nào khớp", (await reader.PageAsync($"/frameworks/diff?{Pair}&q=không có đâu")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(new Uri(Mapping, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Both_pages_stay_light_with_the_official_sets()
    {
        await site.LoadPacksAsync();
        const string decided = "/frameworks/mapping?from=par-index-province%2F876-2022&to=par-index-province%2F1187-2025";
        foreach (var pair in new[] { "from=par-index-province%2F1150-2019&to=par-index-province%2F876-2022", "from=par-index-province%2F876-2022&to=par-index-province%2F1187-2025" })
        {
            foreach (var address in new[] { "/frameworks/mapping?" + pair, "/frameworks/diff?" + pair, $"/frameworks/diff?{pair}&show=Texts", $"/frameworks/diff?{pair}&show=Rule" })
            {
                var html = await admin.GetStringAsync(new Uri(address, UriKind.Relative));
                Assert.True(Encoding.UTF8.GetByteCount(html) < 100_000, $"{address}: {Encoding.UTF8.GetByteCount(html)} bytes");
            }
        }

        foreach (var group in new[] { "unchanged", "likely" }) await admin.PostFormAsync(decided + "&handler=Confirm", await admin.FormTokenAsync(decided), ("all", group));
        var after = Encoding.UTF8.GetByteCount(await admin.GetStringAsync(new Uri(decided, UriKind.Relative)));
        Assert.True(after < 100_000, $"{decided}: {after} bytes once decided");
    }

    [Fact]
    public async Task A_replaced_law_is_noted_at_the_criterion_that_cites_it_and_the_text_stays()
    {
        var cites = await admin.PageAsync("/frameworks/mau/2-2025/1.2");
        Assert.Contains("Nghị định số 61/2018/NĐ-CP được thay bằng Nghị định số 118/2025/NĐ-CP từ ngày 01/07/2025", cites.QuerySelector("#replaced-laws")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Theo Nghị định số 61/2018/NĐ-CP", cites.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await admin.PageAsync("/frameworks/mau/2-2025/1.1")).QuerySelector("#replaced-laws"));
    }

    [Fact]
    public async Task Years_that_two_sets_claim_are_a_finding_of_the_framework()
    {
        await site.LoadFrameworkAsync(Newer.Replace("mau/2-2025", "mau/3-2025", StringComparison.Ordinal));

        Assert.Contains("mau/3-2025", (await admin.PageAsync("/frameworks/mau/2-2025")).QuerySelector("#findings")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_framework_whose_rows_are_mapped_is_not_loaded_without_them()
    {
        await PostAsync("Confirm", ("keys", "=1.3"));
        await site.LoadFrameworkAsync(Newer.Replace("- {code: \"1.3\", title: Đối thoại với doanh nghiệp}", "", StringComparison.Ordinal));

        await using var db = site.Db();
        Assert.True(await db.Criteria.AnyAsync(c => c.FrameworkId == FrameworkId.Parse("mau/2-2025") && c.Code == CriterionCode.Parse("1.3")));
    }

    private async Task<List<MappingDecision>> DecisionsAsync()
    {
        await using var db = site.Db();
        return await db.MappingDecisions.Include(d => d.Members).ToListAsync();
    }

    private async Task<HttpResponseMessage> PostAsync(string handler, params (string Name, string Value)[] values) =>
        await admin.PostFormAsync($"{Mapping}&handler={handler}", await admin.FormTokenAsync(Mapping), values);
}
