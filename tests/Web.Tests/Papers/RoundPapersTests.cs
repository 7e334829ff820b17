using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpenPar.App.Features;
using OpenPar.Core.Papers;
using OpenPar.Core.Text;
using OpenPar.Documents.Writing;
using OpenPar.Web.Hosting;
using OpenPar.Web.Tests.Rounds;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Papers;

/// <summary>Taking papers out of a round, and finding what they were made from by their codes.</summary>
public sealed class RoundPapersTests
{
    private static readonly (string Address, PaperKind Kind)[] OfARound =
    [
        ("sheet", PaperKind.ScoreSheet), ("summary", PaperKind.ScoreSummary), ("fields", PaperKind.FieldSheet), ("special", PaperKind.SpecialReport),
        ("minutes", PaperKind.AppraisalMinutes), ("explanations", PaperKind.ExplanationFile), ("decision", PaperKind.ResultsDecision), ("losses", PaperKind.LostPoints),
    ];

    private static async Task<OpenedRound> ScoredAsync()
    {
        var round = new OpenedRound();
        await round.InitializeAsync();
        await round.PostRowAsync(round.Officer, "1.1", "submit", ("f.a", "100"), ("f.b", "90"), ("explanation", "Số liệu trích từ hệ thống một cửa"));
        await round.PostRowAsync(round.Appraiser, "1.1", "appraise", ("f.a", "100"), ("f.b", "85"), ("reason", "Trừ 5 hồ sơ trễ hẹn"));
        await round.PostRowAsync(round.OtherOfficer, "2.2", "submit", ("f.choice", "full"), ("explanation", "Đã công khai ở Văn phòng"));
        return round;
    }

    private static async Task<string> WordsAsync(HttpClient who, string url) => (await TakenPaper.OfAsync(who, url)).Words;

    private static string CodeIn(string words) => new TakenPaper(words, []).Code;

    [Fact]
    public async Task Every_paper_of_a_round_comes_as_Word_and_Excel_and_is_recorded_once()
    {
        await using var round = await ScoredAsync();
        foreach (var (address, kind) in OfARound)
        {
            var words = await WordsAsync(round.Administrator, $"/rounds/{round.Round}/{address}.docx");
            var code = CodeIn(words);
            var excel = await round.Administrator.GetAsync(new Uri($"/rounds/{round.Round}/{address}.xlsx", UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, excel.StatusCode);
            Assert.Equal($"{PaperKinds.SlugOf(kind)}-2025.xlsx", excel.Content.Headers.ContentDisposition!.FileName);
            await using var db = round.Site.Db();
            var record = Assert.Single(await db.PaperRecords.Where(r => r.Kind == kind).ToListAsync());
            Assert.Equal((code, $"round/{round.Round}", "Người quan-tri"), (record.Code, record.Subject, record.MadeBy));
            Assert.Equal(PaperState.OfJson(record.State), new PaperState(record.State, record.Sha256, PaperState.OfJson(record.State).Code));
            Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Action == "MakePaper" && e.Subject == $"paper/{code}"));
        }

        Assert.Contains("Trừ 5 hồ sơ trễ hẹn", await WordsAsync(round.Reader, $"/rounds/{round.Round}/minutes.docx"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await round.Reader.GetAsync(new Uri($"/rounds/{round.Round}/minutes.odt", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await round.Reader.GetAsync(new Uri($"/rounds/{round.Round}/fields.docx?field=9", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_focal_officer_gets_the_rows_of_the_own_agency_and_sees_no_other_record()
    {
        await using var round = await ScoredAsync();
        var own = await WordsAsync(round.Officer, $"/rounds/{round.Round}/explanations.docx");
        Assert.Contains("hệ thống một cửa", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Đã công khai ở Văn phòng", own, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await round.Officer.GetAsync(new Uri($"/rounds/{round.Round}/summary.docx", UriKind.Relative))).StatusCode);

        Assert.Contains("hệ thống một cửa", (await round.Officer.PageAsync($"/papers/{CodeIn(own)}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("hệ thống một cửa", (await round.OtherOfficer.PageAsync($"/papers/{CodeIn(own)}")).Body!.TextContent, StringComparison.Ordinal);
        var whole = CodeIn(await WordsAsync(round.Administrator, $"/rounds/{round.Round}/explanations.docx"));
        Assert.DoesNotContain("hệ thống một cửa", (await round.Officer.PageAsync($"/papers/{whole}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_shows_the_recorded_state_even_after_the_round_went_on_and_strangers_only_that_it_exists()
    {
        await using var round = await ScoredAsync();
        var code = CodeIn(await WordsAsync(round.Administrator, $"/rounds/{round.Round}/minutes.docx"));
        await round.PostRowAsync(round.Appraiser, "1.1", "reopen");

        var seen = (await round.Reader.PageAsync($"/papers/{code}")).Body!.TextContent;
        Assert.Contains("Trừ 5 hồ sơ trễ hẹn", seen, StringComparison.Ordinal);
        Assert.Contains("1,28", seen, StringComparison.Ordinal);
        Assert.NotEqual(code, CodeIn(await WordsAsync(round.Administrator, $"/rounds/{round.Round}/minutes.docx")));

        var stranger = (await round.Site.Visitor().PageAsync($"/papers/{code.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal)}")).Body!.TextContent;
        Assert.Contains("Biên bản thẩm định", stranger, StringComparison.Ordinal);
        await using var db = round.Site.Db();
        var record = await db.PaperRecords.SingleAsync(r => r.Code == code);
        Assert.Contains(record.Sha256, stranger, StringComparison.Ordinal);
        foreach (var secret in new[] { "Trừ 5 hồ sơ", "1,28", "Kỳ mẫu", record.Title, record.MadeBy }) Assert.DoesNotContain(secret, stranger, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync("update papers.records set title = 'x'"));
        Assert.Contains("append-only", refused.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_figures_have_the_same_code_on_any_day_and_its_page_says_when_it_was_made()
    {
        await using var round = await ScoredAsync();
        var first = await TakenPaper.OfAsync(round.Administrator, $"/rounds/{round.Round}/summary.docx");
        var day = round.Site.Clock.Today();
        round.Site.Clock.PassBy(TimeSpan.FromHours(24));
        await round.Administrator.SignInAsync("quan-tri", "một câu thật là dài");
        var later = await TakenPaper.OfAsync(round.Administrator, $"/rounds/{round.Round}/summary.docx");
        Assert.Equal(first.Code, later.Code);
        Assert.NotEqual(day, round.Site.Clock.Today());
        Assert.Contains(DayText.Write(round.Site.Clock.Today()), later.Words, StringComparison.Ordinal);

        var seen = (await round.Site.Visitor().PageAsync($"/papers/{first.Code}")).QuerySelector("dl")!.TextContent;
        Assert.Matches($"Lập lần đầu\\s*{DayText.Write(day)}", seen);
        Assert.Matches($"Lập gần nhất\\s*{DayText.Write(round.Site.Clock.Today())}", seen);
        await using var db = round.Site.Db();
        Assert.Single(await db.PaperRecords.Where(r => r.Kind == PaperKind.ScoreSummary).ToListAsync());
    }

    [Fact]
    public async Task A_paper_comes_as_PDF_where_LibreOffice_is_installed_and_else_the_page_says_what_to_do()
    {
        await using var round = await ScoredAsync();
        var answer = await round.Administrator.GetAsync(new Uri($"/rounds/{round.Round}/special.pdf", UriKind.Relative));
        var button = (await round.Administrator.PageAsync($"/rounds/{round.Round}/special")).QuerySelector("button[value=pdf]");
        if (PaperPdf.Available)
        {
            Assert.NotNull(button);
            Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
            Assert.StartsWith("%PDF-", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        else
        {
            Assert.Null(button);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("Lấy bản Word", (await answer.ReadAsync()).Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Codes_that_open_nothing_are_said_to_and_cannot_be_tried_at_any_speed()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        await using var app = site.Build(new AccountsOptions { LookUpsPerAddress = 3 });
        await app.StartAsync();
        var visitor = Site.Visitor(app);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(new Uri("/papers", UriKind.Relative))).StatusCode);
        var answers = new List<HttpStatusCode>();
        foreach (var code in new[] { "khong-phai-ma", "0000-0000-0000-0000-0000", "0000-0000-0000-0000-0001", "0000-0000-0000-0000-0002" })
            answers.Add((await visitor.GetAsync(new Uri($"/papers/{code}", UriKind.Relative))).StatusCode);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], answers);
        Assert.Equal(HttpStatusCode.NotFound, (await Site.Visitor(app, "192.0.2.9").GetAsync(new Uri("/papers/0000-0000-0000-0000-0003", UriKind.Relative))).StatusCode);
    }
}
