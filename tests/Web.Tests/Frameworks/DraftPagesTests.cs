using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Drafting;
using OpenPar.Documents.Packs;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Frameworks;

public sealed class DraftPagesTests(DraftPagesTests.Place place) : IClassFixture<DraftPagesTests.Place>
{
    private const string Official = "par-index-province/1187-2025";

    private HttpClient Editor => place.Editor;

    [Fact]
    public async Task Get_New_OffersEveryBeginning()
    {
        var page = await Editor.PageAsync("/frameworks/drafts/new");

        Assert.Contains(page.QuerySelectorAll("#framework option"), o => o.GetAttribute("value") == Official);
        Assert.NotNull(page.QuerySelector("input[type=file]#file"));
    }

    [Fact]
    public async Task Post_FromTheOfficialSet_ShowsItsTreeUnder100Kilobytes()
    {
        var url = await StartAsync(("framework", Official));

        var sizes = new List<(int Bytes, int Row)>();
        for (var row = 1; row <= 134; row++) sizes.Add(((await Editor.GetByteArrayAsync(new Uri($"{url}?row={row}", UriKind.Relative))).Length, row));
        var page = await Editor.PageAsync(url + "?row=2");

        Assert.Equal(134, page.QuerySelectorAll("[role=treegrid] tbody tr").Length);
        Assert.Equal("true", page.QuerySelector("#t2")!.GetAttribute("aria-selected"));
        Assert.Contains("Điểm = (b/a)", page.QuerySelector("#rule-words")!.TextContent, StringComparison.Ordinal);
        TestContext.Current.TestOutputHelper?.WriteLine($"largest: {sizes.Max()}, median: {sizes.Order().ElementAt(67)}");
        Assert.True(sizes.Max().Bytes < 100_000, $"row {sizes.Max().Row}: {sizes.Max().Bytes} bytes");
    }

    [Fact]
    public async Task Post_AFileThatIsNoFramework_ShowsItsFindingsAndStoresNothing()
    {
        var response = await UploadAsync("id: [", "hong.yaml");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("hong.yaml", (await response.ReadAsync()).QuerySelector("#findings")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AYamlFile_ComesOutAsTheSameBytes()
    {
        var yaml = FrameworkFile.Write(Province.Framework(Province.SampleFramework));
        var url = (await UploadAsync(Encoding.UTF8.GetString(yaml), "mau.yaml")).Headers.Location!.OriginalString;

        var file = await Editor.GetAsync(new Uri(url + "/framework.yaml", UriKind.Relative));

        Assert.Equal("mau-1-2024.yaml", file.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(Encoding.UTF8.GetString(yaml), await file.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Post_AnAnnex_BeginsADraftOfItsRows()
    {
        var response = await UploadAsync(Province.SampleAnnex, "phu-luc.txt");
        var page = await Editor.PageAsync(response.Headers.Location!.OriginalString);

        Assert.Contains("Xin lỗi khi trễ hẹn", page.QuerySelector("[role=treegrid]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(8, page.QuerySelectorAll("[role=treegrid] tbody tr").Length);
    }

    [Fact]
    public async Task Post_AMaximumThatIsNoNumber_IsKeptAndTold()
    {
        var url = await StartAsync(("framework", "mau/1-2024"));
        var response = await SaveRowAsync(url, 2, 1, "1.1", "1,2,3");

        Assert.Equal(url + "?row=2", response.Headers.Location!.OriginalString);
        var page = await Editor.PageAsync(url + "?row=2");
        Assert.Equal("1,2,3", ((IHtmlInputElement)page.QuerySelector("#maxPoints")!).Value);
        Assert.Contains("có thể hiểu theo nhiều cách", page.QuerySelector("#row-state")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("op-mark-error", page.QuerySelector("#t2")!.ClassList);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Editor.GetAsync(new Uri(url + "/framework.yaml", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Post_AChangedMaximum_FindsTheBrokenSumAndWritesTheAudit()
    {
        var url = await StartAsync(("framework", "mau/1-2024"));
        await SaveRowAsync(url, 2, 1, "1.1", "1,5");
        await SaveRowAsync(url, 3, 1, "1.2", "1");

        var page = await Editor.PageAsync(url);
        Assert.Contains("Điểm tối đa là 2 nhưng các mục dưới cộng thành 2,5", page.QuerySelector("#draft-findings")!.TextContent, StringComparison.Ordinal);
        await using var db = place.Site.Db();
        var entry = await db.AuditEntries.Where(e => e.Action == "SaveDraftRow" && e.Subject == $"draft/{IdOf(url)}").OrderBy(e => e.Id).FirstAsync();
        Assert.Contains("1,5", entry.After!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AnOldVersion_IsAConflictThatShowsBothAndLosesNothing()
    {
        var url = await StartAsync(("framework", "mau/1-2024"));
        await SaveRowAsync(url, 2, 1, "1.1", "0,7");

        var response = await SaveRowAsync(url, 2, 1, "1.1", "0,9");
        var page = await response.ReadAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var shown = page.QuerySelector("#row-state")!.TextContent;
        Assert.Contains("0,7", shown, StringComparison.Ordinal);
        Assert.Contains("0,9", shown, StringComparison.Ordinal);
        Assert.Equal("0,9", ((IHtmlInputElement)page.QuerySelector("#maxPoints")!).Value);
        Assert.Equal("2", ((IHtmlInputElement)page.QuerySelector("#row-version")!).Value);
        Assert.Equal(HttpStatusCode.Redirect, (await SaveRowAsync(url, 2, 2, "1.1", "0,9")).StatusCode);
    }

    [Fact]
    public async Task Post_AsHtmx_GivesTheFragmentsAroundTheForm()
    {
        var url = await StartAsync(("framework", "mau/1-2024"));
        var token = await Editor.FormTokenAsync(url);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{url}/rows/2/save", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([.. Row(1, "1.1", "1,5"), KeyValuePair.Create("__RequestVerificationToken", token)]),
        };
        request.Headers.Add("HX-Request", "true");

        var response = await Editor.SendAsync(request);
        var fragment = await response.ReadAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Null(fragment.QuerySelector("main"));
        Assert.Equal("2", fragment.QuerySelector("#row-version")!.GetAttribute("value"));
        Assert.Equal("true", fragment.QuerySelector("#rule-version")!.GetAttribute("hx-swap-oob"));
        Assert.Equal("true", fragment.QuerySelector("#draft-findings")!.GetAttribute("hx-swap-oob"));
    }

    [Fact]
    public async Task Post_ARule_StandsInWordsBesideItsText()
    {
        var url = await StartAsync(("framework", "mau/1-2024"));
        var response = await SaveRuleAsync(url, 2, 1, "none", ("kind", "choice"), ("options[0].label", "Đúng hạn"), ("options[0].key", "a"), ("options[0].points", "1"), ("options[1].label", "Chậm"), ("options[1].key", "b"), ("options[1].points", "0,25"));

        Assert.Equal(url + "?row=2#rule", response.Headers.Location!.OriginalString);
        var words = (await Editor.PageAsync(url + "?row=2")).QuerySelector("#rule-words")!.TextContent;
        Assert.Contains("Chậm: 0,25 điểm", words, StringComparison.Ordinal);
        Assert.Contains("Ban hành đúng hạn: 1; chậm: 0", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ARuleThatCannotBeRead_IsKeptWithWhatToDo()
    {
        var url = await StartAsync(("framework", "mau/1-2024"));
        await SaveRuleAsync(url, 2, 1, "none", ("kind", "bands"), ("facts[0].name", "a"), ("facts[0].label", "Tổng"), ("measure.kind", "value"), ("measure.facts", "a"), ("bands[0].from", "chín mươi"), ("bands[0].points", "1"));

        var page = await Editor.PageAsync(url + "?row=2");

        Assert.Equal("chín mươi", ((IHtmlInputElement)page.QuerySelector("#r_bands_0__from")!).Value);
        Assert.Contains("không phải là số", page.QuerySelector("#rule-state")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#rule-state a[href='#r_bands_0__from']"));
    }

    [Fact]
    public async Task Post_AddAndRemove_ChangeTheRowsOfAList()
    {
        var url = await StartAsync(("framework", "mau/1-2024"));
        (string, string)[] sum = [("kind", "sum"), ("parts[0].label", "Một"), ("parts[0].max", "1"), ("parts[0].rule.kind", "manual"), ("parts[0].rule.because", "hội đồng")];
        await SaveRuleAsync(url, 2, 1, "add:parts", sum);
        Assert.NotNull((await Editor.PageAsync(url + "?row=2")).QuerySelector("#r_parts_1__label"));

        await SaveRuleAsync(url, 2, 2, "remove:parts[0]", sum);
        var page = await Editor.PageAsync(url + "?row=2");
        Assert.Null(page.QuerySelector("#r_parts_0__label"));
    }

    [Fact]
    public async Task A_rule_of_many_parts_shows_them_in_words_and_keeps_what_is_folded()
    {
        var url = await StartAsync(("framework", "mau/1-2024"));
        var parts = Enumerable.Range(0, 4).SelectMany(i => new[] { ($"parts[{i}].label", $"Phần {i}"), ($"parts[{i}].max", "0,25"), ($"parts[{i}].rule.kind", "manual"), ($"parts[{i}].rule.because", $"hội đồng {i}") }).Prepend(("kind", "sum")).ToArray();
        await SaveRuleAsync(url, 2, 1, "none", parts);
        var page = await Editor.PageAsync(url + "?row=2");
        Assert.Null(page.QuerySelector("#r_parts_2__rule_because"));
        Assert.Equal(4, page.QuerySelectorAll("input[name=keep]").Length);

        var kept = page.QuerySelectorAll("input[name=keep]").Select(e => ("keep", e.GetAttribute("value")!));
        var labels = Enumerable.Range(0, 4).SelectMany(i => new[] { ($"r.parts[{i}].label", $"Phần {i} sửa"), ($"r.parts[{i}].max", "0,25") });
        var response = await PostAsync(url, "/rows/2/rule", [("version", "2"), ("act", "open:parts[2].rule"), ("r.kind", "sum"), .. labels, .. kept]);

        Assert.Equal(url + "?row=2&open=parts%5B2%5D.rule#rule", response.Headers.Location!.OriginalString);
        page = await Editor.PageAsync(url + "?row=2&open=parts%5B2%5D.rule");
        Assert.Equal("hội đồng 2", page.QuerySelector("#r_parts_2__rule_because")!.TextContent.Trim());
        Assert.Equal("Phần 3 sửa", ((IHtmlInputElement)page.QuerySelector("#r_parts_3__label")!).Value);
        Assert.Equal(3, page.QuerySelectorAll("input[name=keep]").Length);
    }

    [Fact]
    public async Task Every_kind_draws_its_form()
    {
        var url = await StartAsync(("framework", "mau/1-2024"));
        var version = 1;
        foreach (var form in OpenPar.Core.Rules.Forms.RuleForms.All.Where(f => f.Kind != "choice"))
        {
            await SaveRuleAsync(url, 2, version++, "none", ("kind", form.Kind));
            var page = await Editor.PageAsync(url + "?row=2");
            Assert.Equal(form.Kind, ((IHtmlSelectElement)page.QuerySelector("#r_kind")!).Value);
            var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
            Assert.All(page.QuerySelectorAll(".op-rule-form :is(input, select, textarea)"), control =>
                Assert.True(control.HasAttribute("aria-label") || page.QuerySelector($"label[for='{control.Id}']") is not null, $"{form.Kind}: {control.Id} has no label"));
        }
    }

    [Fact]
    public async Task Get_Try_ExplainsThePointsAndWhatWouldRaiseThem()
    {
        var url = await StartAsync(("framework", Official));
        var page = await Editor.PageAsync(url + "?row=2&f.a=100&f.b=90");

        var result = page.QuerySelector("#try-result")!.TextContent;
        Assert.Contains("1,35", result, StringComparison.Ordinal);
        Assert.Contains("Để tăng điểm", result, StringComparison.Ordinal);
        Assert.Equal("90", ((IHtmlInputElement)page.QuerySelector("#f_b")!).Value);
    }

    [Fact]
    public async Task Post_Suggest_ReadsTheRuleFromTheText()
    {
        var url = await StartAsync(("framework", "mau/1-2024"));
        await SaveRuleAsync(url, 2, 1, "clear");
        Assert.Null((await Editor.PageAsync(url + "?row=2")).QuerySelector("#r_options_0__label"));

        await PostAsync(url, "/suggest", ("row", "2"));

        var page = await Editor.PageAsync(url + "?row=2");
        Assert.Equal("Ban hành đúng hạn", ((IHtmlInputElement)page.QuerySelector("#r_options_0__label")!).Value);
        Assert.NotNull(page.QuerySelector(".op-note"));
    }

    [Fact]
    public async Task Post_Arrange_MovesAddsRemovesAndUndoPutsBack()
    {
        var url = await StartAsync(("framework", "mau/1-2024"));
        await PostAsync(url, "/arrange", ("act", "Indent"), ("row", "3"));
        Assert.Equal("3", (await Editor.PageAsync(url)).QuerySelector("#t3")!.GetAttribute("aria-level"));
        Assert.Contains("không khớp vị trí", (await Editor.PageAsync(url)).QuerySelector("#draft-findings")!.TextContent, StringComparison.Ordinal);
        await PostAsync(url, "/arrange", ("act", "Renumber"));
        Assert.Equal("1.1.1", (await Editor.PageAsync(url)).QuerySelector("#t3 .op-code")!.TextContent);

        await PostAsync(url, "/undo");
        await PostAsync(url, "/undo");
        Assert.Equal("1.2", (await Editor.PageAsync(url)).QuerySelector("#t3 .op-code")!.TextContent);
        Assert.Equal("2", (await Editor.PageAsync(url)).QuerySelector("#t3")!.GetAttribute("aria-level"));

        await PostAsync(url, "/arrange", ("act", "Remove"), ("row", "4"));
        Assert.Equal(3, (await Editor.PageAsync(url)).QuerySelectorAll("[role=treegrid] tbody tr").Length);
        await PostAsync(url, "/undo");
        var page = await Editor.PageAsync(url + "?row=7");
        Assert.Equal(["1", "1.1", "1.2", "2", "2.1", "2.2", "2.2.1", "2.2.2"], page.QuerySelectorAll("[role=treegrid] .op-code").Select(c => c.TextContent));

        var added = await PostAsync(url, "/arrange", ("act", "AddAfter"), ("row", "5"));
        Assert.Equal(url + "?row=9", added.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Post_Paste_TakesRowsFromExcel()
    {
        var url = await StartAsync(("framework", "mau/1-2024"));
        await PostAsync(url, "/paste", ("row", "3"), ("pasted", "Mã\tTên tiêu chí\tĐiểm tối đa\tCách tính điểm\n1.3\tDán một\t0,5\tCó: 0.50; Không: 0\n1.4\tDán hai\t0,5\t\n"));

        var page = await Editor.PageAsync(url);
        Assert.Equal(["1", "1.1", "1.2", "1.3", "1.4", "2", "2.1", "2.2", "2.2.1", "2.2.2"], page.QuerySelectorAll("[role=treegrid] .op-code").Select(c => c.TextContent));
        var nothing = await PostAsync(url, "/paste", ("pasted", " \t "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
    }

    [Fact]
    public async Task Post_Publish_IsRefusedWithErrorsAndThenMakesAVersion()
    {
        var url = await StartAsync(("framework", "mau/1-2024"));
        var before = await Editor.PageAsync(url + "/publish");
        Assert.NotEmpty(before.QuerySelectorAll("main .op-findings li"));
        Assert.Null(before.QuerySelector("main form[action$='/publish']"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(url, "/publish", ("version", "1"))).StatusCode);

        await SaveHeadAsync(url, "mau/1-2024");
        var taken = await (await PublishAsync(url)).ReadAsync();
        Assert.Contains("Đã có bộ chỉ số mau/1-2024", taken.QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);

        await SaveHeadAsync(url, "mau/2-2026");
        var done = await PublishAsync(url);
        Assert.Equal("/frameworks/mau/2-2026", done.Headers.Location!.OriginalString);
        Assert.Equal(8, (await Editor.PageAsync("/frameworks/mau/2-2026")).QuerySelectorAll("#criteria tbody tr").Length);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SaveRowAsync(url, 2, 1, "1.1", "9")).StatusCode);

        await using var db = place.Site.Db();
        var draft = await db.FrameworkDrafts.SingleAsync(d => d.PublishedAs == FrameworkId.Parse("mau/2-2026"));
        Assert.Equal(DraftState.Published, draft.State);
        Assert.Equal(64, (await db.Frameworks.SingleAsync(f => f.Id == FrameworkId.Parse("mau/2-2026"))).ContentHash.Length);
        Assert.Contains("mau/2-2026", (await db.AuditEntries.SingleAsync(e => e.Action == "PublishDraft" && e.Subject == $"draft/{IdOf(url)}")).After!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Discard_TakesTheDraftFromTheList()
    {
        var url = await StartAsync();
        await PostAsync(url, "/discard");

        Assert.Equal(HttpStatusCode.NotFound, (await Editor.GetAsync(new Uri(url, UriKind.Relative))).StatusCode);
        Assert.Null((await Editor.PageAsync("/frameworks/drafts")).QuerySelector($"a[href='{url}']"));
    }

    [Theory]
    [InlineData(Role.Reader)]
    [InlineData(Role.Appraiser)]
    public async Task Other_roles_see_no_drafts_and_change_none(Role role)
    {
        var url = await StartAsync(("framework", "mau/1-2024"));
        using var other = await place.Site.SignedInAsync(role);

        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(new Uri(url, UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.PostFormAsync($"{url}/rows/2/save", null, ("version", "1"), ("code", "9"))).StatusCode);
        Assert.Null((await other.PageAsync("/frameworks")).QuerySelector("a[href='/frameworks/drafts']"));
    }

    [Fact]
    public async Task Many_saves_at_once_are_all_kept()
    {
        var url = await StartAsync(("framework", "mau/1-2024"));
        var token = await Editor.FormTokenAsync(url);
        var saves = Enumerable.Range(1, 8).Select(row => Editor.PostFormAsync($"{url}/rows/{row}/save", token, [.. Row(1, $"{row}.9", "1").Select(p => (p.Key, p.Value))]));
        var answers = await Task.WhenAll(saves);

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Equal(Enumerable.Range(1, 8).Select(r => $"{r}.9"), (await Editor.PageAsync(url)).QuerySelectorAll("[role=treegrid] .op-code").Select(c => c.TextContent));
    }

    private async Task<string> StartAsync(params (string Name, string Value)[] values)
    {
        var response = await Editor.SendFormAsync("/frameworks/drafts/new", values);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.Location!.OriginalString;
    }

    private async Task<HttpResponseMessage> UploadAsync(string text, string name)
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent(await Editor.FormTokenAsync("/frameworks/drafts/new")), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", name },
        };
        return await Editor.PostAsync(new Uri("/frameworks/drafts/new", UriKind.Relative), content);
    }

    private Task<HttpResponseMessage> SaveRowAsync(string url, int row, int version, string code, string max) =>
        PostAsync(url, $"/rows/{row}/save", [.. Row(version, code, max).Select(p => (p.Key, p.Value))]);

    private static List<KeyValuePair<string, string>> Row(int version, string code, string max) =>
    [
        KeyValuePair.Create("version", $"{version}"), KeyValuePair.Create("code", code), KeyValuePair.Create("title", $"Tên {code}"), KeyValuePair.Create("maxPoints", max),
        KeyValuePair.Create("method", "SelfAssessed"), KeyValuePair.Create("ruleText", "Ban hành đúng hạn: 1; chậm: 0"),
    ];

    private Task<HttpResponseMessage> SaveRuleAsync(string url, int row, int version, string act, params (string Name, string Value)[] fields) =>
        PostAsync(url, $"/rows/{row}/rule", [("version", $"{version}"), ("act", act), .. fields.Select(f => (DraftFields.RulePrefix + f.Name, f.Value))]);

    private async Task SaveHeadAsync(string url, string identity)
    {
        var seen = ((IHtmlInputElement)(await Editor.PageAsync(url)).QuerySelector("input[name=seen]")!).Value;
        var response = await PostAsync(url, "/head", ("seen", seen), ("identity", identity), ("title", "Bộ mẫu hai"), ("decisionNumber", "2/QĐ-MAU"), ("issuer", "Tỉnh mẫu"), ("firstYear", "2026"), ("roundingDigits", "2"), ("roundingMode", "HalfUp"));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    private async Task<HttpResponseMessage> PublishAsync(string url)
    {
        var version = ((IHtmlInputElement)(await Editor.PageAsync(url + "/publish")).QuerySelector("main input[name=version]")!).Value;
        return await PostAsync(url, "/publish", ("version", version));
    }

    private async Task<HttpResponseMessage> PostAsync(string url, string action, params (string Name, string Value)[] values) =>
        await Editor.PostFormAsync(url + action, await Editor.FormTokenAsync("/frameworks/drafts/new"), values);

    private static string IdOf(string url) => url["/frameworks/drafts/".Length..];

    public sealed class Place : IAsyncLifetime
    {
        public Site Site { get; } = new();

        public HttpClient Editor { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await Site.InitializeAsync();
            await Site.LoadPacksAsync();
            await Site.LoadFrameworkAsync(Province.SampleFramework);
            Editor = await Site.SignedInAsync(Role.Administrator);
        }

        public async ValueTask DisposeAsync()
        {
            Editor.Dispose();
            await Site.DisposeAsync();
        }
    }
}
