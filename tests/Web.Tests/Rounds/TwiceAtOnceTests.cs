using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenPar.Core.Rounds;
using OpenPar.Testing;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Rounds;

/// <summary>An act that is sent twice in one moment, by two people or by a double click, happens once; the other is told so and breaks nothing.</summary>
public sealed class TwiceAtOnceTests(OpenedRound round) : IClassFixture<OpenedRound>
{
    [Fact]
    public async Task A_row_goes_through_the_season_with_every_button_pressed_twice()
    {
        await round.PostRowAsync(round.Officer, "1.1", "save", ("f.a", "10"), ("f.b", "9"), ("explanation", "theo thống kê"));

        await OnceAsync(round.Officer, $"/sheets/{round.Sheet}/submit-rows");
        Assert.Equal(RowState.Submitted, await StateAsync());
        await OnceAsync(round.Officer, $"{round.Row("1.1")}/withdraw");
        Assert.Equal(RowState.InProgress, await StateAsync());
        await round.PostRowAsync(round.Officer, "1.1", "submit", ("f.a", "10"), ("f.b", "9"), ("explanation", "theo thống kê"));

        await OnceAsync(round.Appraiser, $"{round.Row("1.1")}/return", ("message", "Bổ sung phụ lục"));
        Assert.Equal(RowState.Returned, await StateAsync());
        Assert.Single((await round.StoredAsync("1.1")).Messages);
        await round.PostRowAsync(round.Officer, "1.1", "submit", ("f.a", "10"), ("f.b", "9"), ("explanation", "đã bổ sung"));
        await round.PostRowAsync(round.Appraiser, "1.1", "appraise", ("accept", "yes"));

        await OnceAsync(round.Appraiser, $"{round.Row("1.1")}/reopen");
        Assert.Equal(RowState.Submitted, await StateAsync());
        await round.PostRowAsync(round.Appraiser, "1.1", "appraise", ("accept", "yes"));
        await OnceAsync(round.Appraiser, $"{round.Row("1.1")}/ask", ("question", "Vì sao?"));
        await OnceAsync(round.Officer, $"{round.Row("1.1")}/explain", ("text", "Vì vậy"));
        Assert.Equal(RowState.Explained, await StateAsync());
        Assert.Equal(2, (await round.AuditOfAsync("1.1")).Count(a => a is "ExplainRow" or "AskExplanation"));
    }

    [Fact]
    public async Task A_citation_is_taken_away_once()
    {
        await round.UploadAsync(round.Officer, "1.2", SmallPdf.Write("mot"), "một.pdf", ("issuer", "Sở Nội vụ"), ("subject", "Một"));
        await using var db = round.Site.Db();
        var row = (await round.StoredAsync("1.2")).Id;
        var citation = await db.Citations.Where(c => c.RowId == row).Select(c => c.Id).SingleAsync();
        var token = await round.Officer.FormTokenAsync("/account");
        await using var connection = await round.Site.Source.OpenConnectionAsync();
        await using var line = await connection.BeginTransactionAsync();
        await using (var hold = new Npgsql.NpgsqlCommand("select from evidence.citations for update", connection, line)) await hold.ExecuteNonQueryAsync();

        Task<HttpResponseMessage> Remove() => round.Officer.PostFormAsync($"{round.Row("1.2")}/evidence/{citation}/remove", token);
        var both = new[] { Remove(), Remove() };
        await round.Site.WaitingAsync(2);
        await line.CommitAsync();

        Assert.DoesNotContain(HttpStatusCode.InternalServerError, (await Task.WhenAll(both)).Select(a => a.StatusCode));
        Assert.Equal(0, await db.Citations.CountAsync(c => c.RowId == row));
    }

    [Fact]
    public async Task A_note_sent_twice_is_written_once()
    {
        Task<HttpResponseMessage> Note(string token, string text) => round.Officer.PostFormAsync($"{round.Row("1.2")}/note", token, [("note", text), ("reach", "all")]);
        var token = await round.Officer.FormTokenAsync("/account");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Note(token, "Chờ số liệu quý IV")));
        using var other = await Note(token, "Đã có số liệu");
        using var again = await Note(token, "Chờ số liệu quý IV");

        Assert.All([.. answers, other, again], a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Equal(["Chờ số liệu quý IV", "Đã có số liệu", "Chờ số liệu quý IV"], (await round.StoredAsync("1.2")).Messages.OrderBy(m => m.Id).Select(m => m.Text));
    }

    [Fact]
    public async Task Evidence_stays_with_the_row_that_is_being_handed_in_on_it()
    {
        await BeginAgainAsync("2.2");
        await round.UploadAsync(round.OtherOfficer, "2.2", SmallPdf.Write("hai"), "hai.pdf", ("issuer", "Văn phòng"), ("subject", "Hai"));
        await round.PostRowAsync(round.OtherOfficer, "2.2", "save", ("f.choice", "full"));
        var row = await round.StoredAsync("2.2");
        await using var db = round.Site.Db();
        var (citation, document) = await db.Citations.Where(c => c.RowId == row.Id).Select(c => ValueTuple.Create(c.Id, c.DocumentId.Value)).SingleAsync();
        var token = await round.OtherOfficer.FormTokenAsync("/account");

        // Handing in has seen the evidence and waits where it writes; taking away and adding come in that moment.
        await using var line = await round.Site.HoldRowAsync(row.Id.Value);
        var submit = round.OtherOfficer.PostFormAsync($"/sheets/{round.Sheet}/submit-rows", token);
        await round.Site.WaitingAsync(1);
        var remove = round.OtherOfficer.PostFormAsync($"{round.Row("2.2")}/evidence/{citation}/remove", token);
        var cite = round.OtherOfficer.PostFormAsync($"{round.Row("2.2")}/evidence?handler=Cite", token, ("document", $"{document}"), ("citePage", "2"));
        await round.Site.WaitingAsync(3);
        await line.CommitAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await submit).StatusCode);
        foreach (var late in new[] { await remove, await cite })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
            Assert.Contains("“Đã nộp”", (await late.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(citation, Assert.Single(await db.Citations.Where(c => c.RowId == row.Id).Select(c => c.Id).ToListAsync()));
    }

    [Fact]
    public async Task Evidence_is_added_although_the_row_is_saved_in_the_moment_it_is_written()
    {
        await BeginAgainAsync("2.2");
        await round.UploadAsync(round.OtherOfficer, "2.2", SmallPdf.Write("ba"), "ba.pdf", ("issuer", "Văn phòng"), ("subject", "Ba"));
        var row = (await round.StoredAsync("2.2")).Id;
        await using var db = round.Site.Db();
        await db.Rows.Where(r => r.Id == row).ExecuteUpdateAsync(s => s.SetProperty(r => r.State, RowState.NotStarted));
        var document = await db.Citations.Where(c => c.RowId == row).OrderByDescending(c => c.Id).Select(c => c.DocumentId.Value).FirstAsync();
        var token = await round.OtherOfficer.FormTokenAsync("/account");

        await using var line = await round.Site.HoldRowAsync(row.Value);
        await using (var save = new Npgsql.NpgsqlCommand("update rounds.rows set explanation = 'Lưu cùng lúc' where id = $1", line.Connection, line) { Parameters = { new() { Value = row.Value } } }) await save.ExecuteNonQueryAsync();
        var cite = round.OtherOfficer.PostFormAsync($"{round.Row("2.2")}/evidence?handler=Cite", token, ("document", $"{document}"), ("citePage", "9"));
        await round.Site.WaitingAsync(1);
        await line.CommitAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await cite).StatusCode);
        Assert.Equal((RowState.InProgress, "Lưu cùng lúc"), ((await round.StoredAsync("2.2")).State, (await round.StoredAsync("2.2")).Explanation));
        Assert.Equal(1, await db.Citations.CountAsync(c => c.RowId == row && c.Page == 9));
    }

    // The second one finds the row changed under its hands, or already where the first one brought it.
    private async Task OnceAsync(HttpClient who, string url, params (string Name, string Value)[] values)
    {
        var token = await who.FormTokenAsync("/account");
        var answers = await round.Site.TwiceAsync((await round.StoredAsync("1.1")).Id.Value, () => who.PostFormAsync(url, token, values));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity], answers.Select(a => a.StatusCode).Order());
        var refused = answers.Single(a => a.StatusCode == HttpStatusCode.UnprocessableEntity);
        Assert.Matches("vừa thay đổi trong cùng lúc|Dòng đang ở trạng thái", (await refused.ReadAsync()).QuerySelector(".op-errors")!.TextContent);
    }

    private async Task BeginAgainAsync(string code)
    {
        var row = (await round.StoredAsync(code)).Id;
        await using var db = round.Site.Db();
        await db.Rows.Where(r => r.Id == row).ExecuteUpdateAsync(s => s.SetProperty(r => r.State, RowState.NotStarted));
        await db.Citations.Where(c => c.RowId == row).ExecuteDeleteAsync();
    }

    private async Task<RowState> StateAsync() => (await round.StoredAsync("1.1")).State;
}
