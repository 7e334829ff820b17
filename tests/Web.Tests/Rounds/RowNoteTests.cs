using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Web.Tests.Rounds.Sheets;
using OpenPar.Web.Tests.Shell;

namespace OpenPar.Web.Tests.Rounds;

/// <summary>The people of a row write each other notes: inside the unit, or to everybody who works on the row.</summary>
public sealed class RowNoteTests : IAsyncLifetime
{
    private const string Unit = "so-noi-vu";

    private readonly UnitRound round = new();

    public ValueTask InitializeAsync() => round.InitializeAsync();

    public ValueTask DisposeAsync() => round.DisposeAsync();

    [Fact]
    public async Task An_internal_note_is_read_by_the_own_agency_alone_and_stays_out_of_the_log()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await NoteAsync(round.Officer, "1.1", "Số liệu quý III chưa chốt", "internal")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await NoteAsync(round.Leader, "1.1", "Chờ báo cáo chính thức", "internal")).StatusCode);

        var history = (await round.Leader.PageAsync(round.Row(Unit, "1.1"))).QuerySelector("[aria-labelledby=history-title]")!.TextContent;
        Assert.Contains("Trao đổi nội bộ: Số liệu quý III chưa chốt", history, StringComparison.Ordinal);
        Assert.Contains("(Cán bộ đầu mối)", history, StringComparison.Ordinal);
        Assert.Contains("(Lãnh đạo đơn vị)", history, StringComparison.Ordinal);
        foreach (var other in new[] { round.Appraiser, round.Administrator })
            Assert.DoesNotContain("chưa chốt", (await other.PageAsync(round.Row(Unit, "1.1"))).Body!.TextContent, StringComparison.Ordinal);

        var row = await round.StoredAsync(Unit, "1.1");
        Assert.Equal((RowState.NotStarted, 2), (row.State, row.Messages.Count));
        await using var db = round.Site.Db();
        var entries = await db.AuditEntries.Where(e => e.Action == nameof(WriteNote)).Select(e => e.After).ToListAsync();
        Assert.Equal(2, entries.Count);
        Assert.All(entries, e => Assert.DoesNotContain("chưa chốt", e, StringComparison.Ordinal));

        // Whoever continues the agency reads on.
        db.Successions.Add(new SuccessionRecord { PredecessorId = AgencyId.Parse(Unit), SuccessorId = AgencyId.Parse("van-phong"), Kind = SuccessionKind.Merge, EffectiveOn = new DateOnly(2025, 3, 1) });
        db.RowOwners.Add(new RowOwner { RowId = row.Id, AgencyId = AgencyId.Parse("van-phong") });
        await db.SaveChangesAsync();
        Assert.Contains("chưa chốt", (await round.Supplier.PageAsync(round.Row(Unit, "1.1"))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_to_all_goes_both_ways_and_changes_neither_state_nor_what_is_asked_nor_the_heap()
    {
        await round.CompleteAsync();
        await UnitRound.PostAsync(round.Officer, round.Sheet(Unit) + "/to-review");
        await UnitRound.PostAsync(round.Leader, round.Sheet(Unit) + "/sign", ("seen", await SeenAsync()), ("code", round.LeaderApp.NextCode()));
        await round.PostRowAsync(round.Appraiser, Unit, "1.1", "return", ("message", "Bổ sung phụ lục"));
        Assert.Equal(HttpStatusCode.Redirect, (await NoteAsync(round.Appraiser, "1.1", "Phụ lục II là đủ", "all")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await NoteAsync(round.Officer, "1.1", "Sẽ gửi trong hôm nay", "all")).StatusCode);

        var page = await round.Officer.PageAsync(round.Row(Unit, "1.1"));
        Assert.Contains("Bổ sung phụ lục", page.QuerySelector(".op-sheet-row .op-note-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Phụ lục II là đủ", page.QuerySelector("[aria-labelledby=history-title]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sẽ gửi trong hôm nay", (await round.Appraiser.PageAsync(round.Row(Unit, "1.1"))).QuerySelector("[aria-labelledby=history-title]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(RowState.Returned, (await round.StoredAsync(Unit, "1.1")).State);
        var work = (await round.Officer.PageAsync("/")).Body!.TextContent;
        Assert.Contains("Bổ sung phụ lục", work, StringComparison.Ordinal);
        Assert.DoesNotContain("Sẽ gửi trong hôm nay", work, StringComparison.Ordinal);
        await using var db = round.Site.Db();
        Assert.Equal([Role.Appraiser, Role.FocalOfficer], await db.Messages.Where(m => m.Kind == RowMessageKind.Note).OrderBy(m => m.Id).Select(m => m.AuthorRole!.Value).ToListAsync());
    }

    [Fact]
    public async Task Who_does_not_work_on_the_row_or_comes_too_late_is_refused_and_what_was_written_stays()
    {
        Assert.Null((await round.Administrator.PageAsync(round.Row(Unit, "1.1"))).QuerySelector("#note-form"));
        Assert.Equal(HttpStatusCode.Forbidden, (await NoteAsync(round.Administrator, "1.1", "Tôi chỉ xem", "all")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await NoteAsync(round.Supplier, "1.1", "Dòng của người khác", "all")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await NoteAsync(round.Contributor, "1.1", "Chưa được giao", "all")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await NoteAsync(round.Officer, "1.1", "  ", "all")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await NoteAsync(round.Appraiser, "1.1", "Chỉ cho tổ", "internal")).StatusCode);

        var words = new string('a', WriteNote.Longest + 1);
        var page = await (await NoteAsync(round.Officer, "1.1", words, "all")).ReadAsync();
        Assert.Contains("dài 2001 ký tự", page.QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(words, page.QuerySelector("textarea[name=note]")!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector("input[name=reach][value=all][checked]"));

        await using var db = round.Site.Db();
        (await db.Rounds.SingleAsync()).State = RoundState.Approved;
        await db.SaveChangesAsync();
        Assert.Contains("đã phê duyệt", (await (await NoteAsync(round.Officer, "1.1", "Muộn", "all")).ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await round.Officer.PageAsync(round.Row(Unit, "1.1"))).QuerySelector("#note-form"));
        Assert.Equal(0, await db.Messages.CountAsync());
    }

    [Fact]
    public async Task The_unit_and_the_supplier_of_a_row_write_to_each_other()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await NoteAsync(round.Officer, "1.3", "Khi nào có số liệu?", "all")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await NoteAsync(round.Supplier, "1.3", "Kiểm tra lại trước đã", "internal")).StatusCode);
        Assert.Contains("Khi nào có số liệu?", (await round.Supplier.PageAsync(round.Row(Unit, "1.3"))).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Kiểm tra lại trước đã", (await round.Officer.PageAsync(round.Row(Unit, "1.3"))).Body!.TextContent, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> NoteAsync(HttpClient who, string code, string text, string reach) =>
        UnitRound.PostAsync(who, round.Row(Unit, code) + "/note", ("note", text), ("reach", reach));

    private async Task<string> SeenAsync() => (await round.Leader.PageAsync(round.Sheet(Unit) + "/sign")).QuerySelector("input[name=seen]")!.GetAttribute("value")!;
}
