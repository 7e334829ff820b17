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

    private async Task OnceAsync(HttpClient who, string url, params (string Name, string Value)[] values)
    {
        var token = await who.FormTokenAsync("/account");
        var answers = await round.Site.TwiceAsync((await round.StoredAsync("1.1")).Id.Value, () => who.PostFormAsync(url, token, values));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity], answers.Select(a => a.StatusCode).Order());
        var refused = answers.Single(a => a.StatusCode == HttpStatusCode.UnprocessableEntity);
        Assert.Contains("vừa thay đổi trong cùng lúc", (await refused.ReadAsync()).QuerySelector(".op-errors")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<RowState> StateAsync() => (await round.StoredAsync("1.1")).State;
}
