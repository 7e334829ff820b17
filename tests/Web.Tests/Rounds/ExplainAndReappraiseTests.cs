using System.Net;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Rounds;
using OpenPar.Web.Tests.Shell;

namespace OpenPar.Web.Tests.Rounds;

public sealed class ExplainAndReappraiseTests
{
    private const string Unit = "van-phong";

    [Fact]
    public async Task A_sheet_goes_from_the_first_result_over_explanations_to_its_end()
    {
        await using var season = new AppraisalSeason();
        await season.InitializeAsync();
        var officer = season.Officers[Unit];
        await season.PostRowAsync(season.First, Unit, "1.1", "appraise", ("f.a", "100"), ("f.b", "70"), ("reason", "Trừ 20 hồ sơ trễ"));

        var early = await season.PostSheetAsync(season.First, Unit, "announce");
        Assert.Contains("Còn 2 dòng chưa thẩm định xong: 1.2, 2.1", (await early.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Phiếu đang ở trạng thái", await RefusedAsync(await season.PostRowAsync(officer, Unit, "1.1", "object", ("objection", "sớm"))), StringComparison.Ordinal);
        await season.AcceptAllAsync(Unit);
        Assert.Equal(HttpStatusCode.Forbidden, (await season.PostSheetAsync(officer, Unit, "announce")).StatusCode);
        Assert.Contains("Phiếu này của cơ quan bạn", await RefusedAsync(await season.PostSheetAsync(season.OfUnit, "so-noi-vu", "announce")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await season.PostSheetAsync(season.First, Unit, "announce")).StatusCode);
        Assert.Contains("“Đã thông báo kết quả lần 1”", await RefusedAsync(await season.PostSheetAsync(season.First, Unit, "announce")), StringComparison.Ordinal);
        Assert.Contains("Phiếu đang ở trạng thái", await RefusedAsync(await season.PostRowAsync(season.First, Unit, "1.1", "reopen")), StringComparison.Ordinal);

        // The first page of the unit says that there is a result and what to do about it.
        var told = (await officer.PageAsync("/")).QuerySelector($"main .op-note-info a[href='{season.Sheet(Unit)}']")!.ParentElement!.TextContent;
        Assert.Contains("Đã có kết quả thẩm định lần 1", told, StringComparison.Ordinal);
        Assert.Contains("Đề nghị xem lại", told, StringComparison.Ordinal);

        // The unit disagrees, corrects and explains; another unit may not.
        Assert.Equal(HttpStatusCode.Forbidden, (await season.PostRowAsync(season.Officers["so-moi"], Unit, "1.1", "object", ("objection", "thay bạn"))).StatusCode);
        Assert.Contains("Ghi lý do", await RefusedAsync(await season.PostRowAsync(officer, Unit, "1.1", "object")), StringComparison.Ordinal);
        await season.PostRowAsync(officer, Unit, "1.1", "object", ("objection", "Hồ sơ trễ do mất điện"));
        Assert.Contains("“Chờ giải trình”", await RefusedAsync(await season.PostRowAsync(officer, Unit, "1.1", "object", ("objection", "lần nữa"))), StringComparison.Ordinal);
        Assert.Contains("còn trả lời được", await RefusedAsync(await season.PostRowAsync(season.First, Unit, "1.1", "reappraise", ("accept", "yes"))), StringComparison.Ordinal);
        Assert.Contains("chờ giải trình", await RefusedAsync(await season.PostSheetAsync(season.First, Unit, "settle")), StringComparison.Ordinal);
        await season.PostRowAsync(officer, Unit, "1.1", "save", ("f.a", "100"), ("f.b", "85"), ("explanation", "Trích từ hệ thống"));
        Assert.Contains("Viết nội dung giải trình", await RefusedAsync(await season.PostRowAsync(officer, Unit, "1.1", "explain")), StringComparison.Ordinal);
        await season.PostRowAsync(officer, Unit, "1.1", "explain", ("text", "Có biên bản mất điện ngày 02/12"));
        var row = await season.StoredAsync(Unit, "1.1");
        Assert.Equal((RowState.Explained, 1.4m, 1.7m), (row.State, row.FinalPoints, row.SelfPoints));

        // The appraiser asks about another row by a day; the unit sees it in its work.
        var today = DateOnly.FromDateTime(season.Site.Clock.GetUtcNow().UtcDateTime.AddHours(7));
        Assert.Contains("từ hôm nay", await RefusedAsync(await season.PostRowAsync(season.First, Unit, "2.1", "ask", ("question", "Công khai ở đâu?"), ("dueOn", $"{today.AddDays(-1):dd/MM/yyyy}"))), StringComparison.Ordinal);
        Assert.Contains("không được sau", await RefusedAsync(await season.PostRowAsync(season.First, Unit, "2.1", "ask", ("question", "Công khai ở đâu?"), ("dueOn", $"{today.AddDays(75):dd/MM/yyyy}"))), StringComparison.Ordinal);
        Assert.Contains("không phải là ngày", await RefusedAsync(await season.PostRowAsync(season.First, Unit, "2.1", "ask", ("question", "Công khai ở đâu?"), ("dueOn", "mai"))), StringComparison.Ordinal);
        await season.PostRowAsync(season.First, Unit, "2.1", "ask", ("question", "Công khai ở đâu?"), ("dueOn", $"{today.AddDays(3):dd/MM/yyyy}"));
        var work = (await officer.PageAsync("/")).QuerySelector("main")!.TextContent;
        Assert.Contains("Công khai ở đâu?", work, StringComparison.Ordinal);
        Assert.Contains($"{today.AddDays(3):dd/MM/yyyy}", work, StringComparison.Ordinal);

        // Second appraisal: the first result stands only with a reason, and may be opened again.
        Assert.Contains("ghi lý do giữ nguyên", await RefusedAsync(await season.PostRowAsync(season.First, Unit, "1.1", "reappraise", ("uphold", "yes"))), StringComparison.Ordinal);
        await season.PostRowAsync(season.First, Unit, "1.1", "reappraise", ("uphold", "yes"), ("reason", "Biên bản không có dấu"));
        row = await season.StoredAsync(Unit, "1.1");
        Assert.Equal((RowState.Reappraised, 1.4m, DecisionStage.Appraisal2), (row.State, row.FinalPoints, row.Decisions.MaxBy(d => d.Id)!.Stage));
        await season.PostRowAsync(season.First, Unit, "1.1", "reopen");
        Assert.Equal((RowState.Explained, 1.4m), ((await season.StoredAsync(Unit, "1.1")).State, (await season.StoredAsync(Unit, "1.1")).FinalPoints));
        var stale = await season.PostRowAsync(season.First, Unit, "1.1", "reappraise", ("version", "1"), ("accept", "yes"));
        Assert.Contains("vừa thay đổi", await RefusedAsync(stale), StringComparison.Ordinal);
        await season.PostRowAsync(season.First, Unit, "1.1", "reappraise", ("accept", "yes"));
        Assert.Equal(1.7m, (await season.StoredAsync(Unit, "1.1")).FinalPoints);
        Assert.Equal(["ObjectToRow", "SaveRow", "ExplainRow", "ReappraiseRow", "ReopenRow", "ReappraiseRow"], (await season.AuditOfAsync($"row/{row.Id.Value}"))[^6..]);
        Assert.Equal([RowMessageKind.Objection, RowMessageKind.Explanation], row.Messages.OrderBy(m => m.Id).Select(m => m.Kind));

        // Nobody answers the question by its day: then it is decided without an answer.
        await season.PassAsync(TimeSpan.FromDays(4));
        Assert.Contains("Đã hết hạn", await RefusedAsync(await season.PostRowAsync(officer, Unit, "2.1", "explain", ("text", "muộn một ngày"))), StringComparison.Ordinal);
        await season.PostRowAsync(season.First, Unit, "2.1", "reappraise", ("uphold", "yes"));
        row = await season.StoredAsync(Unit, "2.1");
        Assert.Equal((RowState.Reappraised, 1m), (row.State, row.FinalPoints));
        Assert.Contains("không giải trình trong hạn", row.Decisions.MaxBy(d => d.Id)!.Reason, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await season.PostSheetAsync(season.First, Unit, "settle")).StatusCode);
        Assert.Equal(SheetState.Settled, (await season.SheetAsync(Unit)).State);
        await season.PostSheetAsync(season.First, Unit, "resume");
        var sheet = await season.SheetAsync(Unit);
        Assert.Equal(SheetState.Announced, sheet.State);
        Assert.Equal(["AnnounceSheet", "SettleSheet", "ResumeSheet"], await season.AuditOfAsync($"sheet/{sheet.Id.Value}"));
    }

    [Fact]
    public async Task A_returned_row_has_a_day_and_is_decided_without_an_answer_only_after_it()
    {
        await using var season = new AppraisalSeason();
        await season.InitializeAsync();
        var today = DateOnly.FromDateTime(season.Site.Clock.GetUtcNow().UtcDateTime.AddHours(7));
        Assert.Contains("từ hôm nay", await RefusedAsync(await season.PostRowAsync(season.First, Unit, "1.1", "return", ("message", "Bổ sung"), ("dueOn", $"{today.AddDays(-1):dd/MM/yyyy}"))), StringComparison.Ordinal);
        Assert.Contains("không được sau", await RefusedAsync(await season.PostRowAsync(season.First, Unit, "1.1", "return", ("message", "Bổ sung"), ("dueOn", $"{today.AddDays(65):dd/MM/yyyy}"))), StringComparison.Ordinal);
        Assert.Equal(RowState.Submitted, (await season.StoredAsync(Unit, "1.1")).State);
        await season.PostRowAsync(season.First, Unit, "1.1", "return", ("message", "Bổ sung bảng thống kê"), ("dueOn", $"{today.AddDays(2):dd/MM/yyyy}"));
        Assert.Contains($"{today.AddDays(2):dd/MM/yyyy}", (await season.Officers[Unit].PageAsync("/")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("còn trả lời được", await RefusedAsync(await season.PostRowAsync(season.First, Unit, "1.1", "appraise", ("accept", "yes"))), StringComparison.Ordinal);

        await season.PassAsync(TimeSpan.FromDays(3));
        Assert.Contains("Đã hết hạn", await RefusedAsync(await season.PostRowAsync(season.Officers[Unit], Unit, "1.1", "submit", ("f.a", "100"), ("f.b", "90"), ("explanation", "muộn"))), StringComparison.Ordinal);
        Assert.Contains("Hồ sơ đúng hạn", (await season.First.PageAsync($"/rounds/{season.Round}/appraisal?unit={Unit}")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        await season.PostRowAsync(season.First, Unit, "1.1", "appraise", ("f.a", "100"), ("f.b", "50"), ("reason", "Không bổ sung trong hạn"));

        Assert.Equal((RowState.Appraised, 1m), ((await season.StoredAsync(Unit, "1.1")).State, (await season.StoredAsync(Unit, "1.1")).FinalPoints));
    }

    [Fact]
    public async Task Statistics_tell_units_rows_and_people_with_enough_rows()
    {
        await using var season = new AppraisalSeason();
        await season.InitializeAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await season.Officers[Unit].GetAsync(new Uri($"/rounds/{season.Round}/appraisal-statistics", UriKind.Relative))).StatusCode);
        foreach (var unit in season.Officers.Keys)
        {
            await season.PostRowAsync(season.First, unit, "1.1", "appraise", ("f.a", "100"), ("f.b", "80"), ("reason", "Trừ 10 hồ sơ"));
            await season.PostRowAsync(season.First, unit, "2.1", "appraise", ("accept", "yes"));
        }

        await season.PostRowAsync(season.Second, Unit, "1.2", "return", ("message", "Bổ sung"));
        await season.PostRowAsync(season.Officers[Unit], Unit, "1.2", "submit", ("points", "0,5"), ("explanation", "Đã bổ sung"));
        await season.PostRowAsync(season.Second, Unit, "1.2", "appraise", ("points", "0,25"), ("reason", "Cấp sở"));
        var text = (await season.Reader.PageAsync($"/rounds/{season.Round}/appraisal-statistics")).QuerySelectorAll("section").Select(s => s.TextContent).ToList();

        Assert.Contains("+0,45", text[0], StringComparison.Ordinal);
        Assert.Contains(season.NameOf(season.First), text[1], StringComparison.Ordinal);
        Assert.Contains("-0,1", text[1], StringComparison.Ordinal);
        Assert.DoesNotContain(season.NameOf(season.Second), text[1], StringComparison.Ordinal);
        Assert.Contains("-0,25", text[2], StringComparison.Ordinal);
        Assert.Contains("Văn phòng UBND tỉnh", text[3], StringComparison.Ordinal);
    }

    private static async Task<string> RefusedAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await answer.ReadAsync()).QuerySelector(".op-errors")!.TextContent;
    }
}
