using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Rounds;
using OpenPar.Web.Tests.Rounds.Sheets;
using OpenPar.Web.Tests.Shell;

namespace OpenPar.Web.Tests.Rounds;

/// <summary>Who works on a row finds in "Việc của tôi" what others wrote on it, until the row was opened.</summary>
public sealed class RowNewsTests : IAsyncLifetime
{
    private const string Unit = "so-noi-vu";

    private readonly UnitRound round = new();

    public ValueTask InitializeAsync() => round.InitializeAsync();

    public ValueTask DisposeAsync() => round.DisposeAsync();

    [Fact]
    public async Task A_note_is_new_to_everybody_who_works_on_the_row_but_its_author_until_they_open_it()
    {
        await NoteAsync(round.Appraiser, "1.1", "Cần phụ lục II", "all");
        await NoteAsync(round.Appraiser, "1.1", "Và danh sách hồ sơ", "all");
        foreach (var who in new[] { round.Officer, round.Leader })
        {
            Assert.Equal(["1.1. Hồ sơ đúng hạn|2|Trao đổi: Và danh sách hồ sơ"], await NewsAsync(who));
            Assert.Contains("Tin mới ở 1 dòng", (await who.PageAsync("/")).QuerySelector("#news-title")!.TextContent, StringComparison.Ordinal);
        }

        // Neither the author, nor who only looks, nor who works on other rows.
        foreach (var who in new[] { round.Appraiser, round.Administrator, round.Supplier, round.Contributor }) Assert.Empty(await NewsAsync(who));
        Assert.Null((await round.Administrator.PageAsync(round.Row(Unit, "1.1"))).QuerySelector("#row-news"));

        var page = await round.Officer.PageAsync(round.Row(Unit, "1.1"));
        Assert.Contains("2 tin mới", page.QuerySelector("#row-news")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, Marks(page));
        var seen = await SeenAsync();
        Assert.Single(seen);
        round.Site.Clock.PassBy(TimeSpan.FromMinutes(1));
        var again = await round.Officer.PageAsync(round.Row(Unit, "1.1"));
        Assert.Null(again.QuerySelector("#row-news"));
        Assert.Equal(0, Marks(again));
        // Nothing new, nothing written.
        Assert.Equal(seen, await SeenAsync());
        Assert.Empty(await NewsAsync(round.Officer));
        Assert.Single(await NewsAsync(round.Leader));

        await NoteAsync(round.Appraiser, "1.1", "Đã đủ", "all");
        Assert.Equal(["1.1. Hồ sơ đúng hạn|1|Trao đổi: Đã đủ"], await NewsAsync(round.Officer));
        Assert.Equal(1, Marks(await round.Officer.PageAsync(round.Row(Unit, "1.1"))));
        await NoteAsync(round.Officer, "1.1", "Cảm ơn", "all");
        Assert.Equal(["1.1. Hồ sơ đúng hạn|1|Trao đổi: Cảm ơn"], await NewsAsync(round.Appraiser));
    }

    [Fact]
    public async Task All_news_are_marked_as_seen_up_to_the_newest_that_was_shown()
    {
        await NoteAsync(round.Appraiser, "1.1", "Cần phụ lục II", "all");
        await NoteAsync(round.Appraiser, "1.3", "Cần kết luận thanh tra", "all");
        var page = await round.Officer.PageAsync("/");
        Assert.Equal("Đánh dấu cả 2 dòng là đã xem", page.QuerySelector("#news form button")!.TextContent);
        // One more comes while the person reads.
        await NoteAsync(round.Appraiser, "1.3", "Và biên bản", "all");

        using var answer = await UnitRound.PostAsync(round.Officer, page.QuerySelector("#news form")!.GetAttribute("action")!, ("message", page.QuerySelector("#news input[name=message]")!.GetAttribute("value")!));

        Assert.Equal("/", answer.Headers.Location!.ToString());
        Assert.Equal(["1.3. Thanh tra phát hiện sai phạm|1|Trao đổi: Và biên bản"], await NewsAsync(round.Officer));
        // Each person for themselves.
        Assert.Equal(2, (await NewsAsync(round.Leader)).Count);
    }

    [Fact]
    public async Task An_internal_note_is_counted_for_the_own_agency_alone()
    {
        await NoteAsync(round.Officer, "1.3", "Chưa chắc số này", "internal");
        await NoteAsync(round.Officer, "1.3", "Khi nào có kết luận?", "all");
        Assert.Equal("2", (await NewsAsync(round.Leader)).Single().Split('|')[1]);
        // The supplier answers for the row too, but is of another agency; the appraiser reads notes to all.
        foreach (var who in new[] { round.Supplier, round.Appraiser }) Assert.Equal(["1.3. Thanh tra phát hiện sai phạm|1|Trao đổi: Khi nào có kết luận?"], await NewsAsync(who));
        Assert.Equal(1, Marks(await round.Supplier.PageAsync(round.Row(Unit, "1.3"))));
        await NoteAsync(round.Officer, "1.3", "Vẫn chưa chắc", "internal");
        Assert.Empty(await NewsAsync(round.Supplier));
        Assert.Equal(0, Marks(await round.Supplier.PageAsync(round.Row(Unit, "1.3"))));
    }

    [Fact]
    public async Task A_returned_row_is_news_to_the_unit_and_an_answer_to_the_appraisers()
    {
        await round.CompleteAsync();
        await UnitRound.PostAsync(round.Officer, round.Sheet(Unit) + "/to-review");
        var seen = (await round.Leader.PageAsync(round.Sheet(Unit) + "/sign")).QuerySelector("input[name=seen]")!.GetAttribute("value")!;
        await UnitRound.PostAsync(round.Leader, round.Sheet(Unit) + "/sign", ("seen", seen), ("code", round.LeaderApp.NextCode()));
        await round.PostRowAsync(round.Appraiser, Unit, "1.1", "return", ("message", "Bổ sung phụ lục"));
        var colleague = await round.SignedInAsync("tham-dinh-2", Role.Appraiser);
        Assert.Equal(["1.1. Hồ sơ đúng hạn|1|Trả lại: Bổ sung phụ lục"], await NewsAsync(round.Officer));
        foreach (var appraiser in new[] { round.Appraiser, colleague }) Assert.Empty(await NewsAsync(appraiser));

        await NoteAsync(round.Officer, "1.1", "Sẽ gửi hôm nay", "all");
        foreach (var appraiser in new[] { round.Appraiser, colleague }) Assert.Single(await NewsAsync(appraiser));

        // From before it was kept who wrote: new to nobody.
        await using var db = round.Site.Db();
        var row = new App.Data.Model.RowId(round.RowId(Unit, "1.2"));
        db.Messages.Add(new RowMessage { Id = default, RowId = row, Kind = RowMessageKind.Note, Author = "Trước đây", Text = "Cũ", At = round.Site.Clock.GetUtcNow() });
        await db.SaveChangesAsync();
        Assert.Equal(["1.1"], (await NewsAsync(colleague)).Select(n => n[..3]));

        // Who gets a row to help with hears of it from then on; what an approval ended is news no more.
        db.RowDelegates.Add(new RowDelegate { RowId = new(round.RowId(Unit, "1.1")), UserId = round.ContributorId, DelegatedBy = "Đầu mối", DelegatedAt = round.Site.Clock.GetUtcNow() });
        await db.SaveChangesAsync();
        Assert.Equal("2", (await NewsAsync(round.Contributor)).Single().Split('|')[1]);
        (await db.Rounds.SingleAsync()).State = RoundState.Closed;
        await db.SaveChangesAsync();
        Assert.Single(await NewsAsync(round.Contributor));
        (await db.Rounds.SingleAsync()).State = RoundState.Approved;
        await db.SaveChangesAsync();
        Assert.Empty(await NewsAsync(round.Contributor));
    }

    private static int Marks(IDocument page) => page.QuerySelectorAll("[aria-labelledby=history-title] .op-status").Count(s => s.TextContent == "Mới");

    private static async Task<List<string>> NewsAsync(HttpClient who) =>
        [.. (await who.PageAsync("/")).QuerySelectorAll("#news tbody tr").Select(r => $"{r.QuerySelector("a")!.TextContent}|{r.QuerySelector("td")!.TextContent.Trim()}|{r.QuerySelectorAll("td")[1].InnerHtml.Split("<br>")[0].Replace("<strong>", "", StringComparison.Ordinal).Replace("</strong>", "", StringComparison.Ordinal).Trim()}")];

    private async Task<List<(Guid, long, DateTimeOffset)>> SeenAsync()
    {
        await using var db = round.Site.Db();
        return [.. (await db.SeenRows.AsNoTracking().ToListAsync()).Select(s => (s.UserId, s.MessageId, s.SeenAt))];
    }

    private Task<HttpResponseMessage> NoteAsync(HttpClient who, string code, string text, string reach) =>
        UnitRound.PostAsync(who, round.Row(Unit, code) + "/note", ("note", text), ("reach", reach));
}
