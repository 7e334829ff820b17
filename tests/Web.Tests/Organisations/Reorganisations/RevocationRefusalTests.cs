using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Organisations.Reorganisations;

/// <summary>What keeps a reorganisation from being taken back, and what happens beside it in the same moment.</summary>
public sealed class RevocationRefusalTests : IAsyncLifetime
{
    private static readonly FrameworkId Set = FrameworkId.Parse("noi-bo/1-2025");

    private readonly ThreeCommunes province = new();

    public ValueTask InitializeAsync() => province.InitializeAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task What_stands_in_the_way_is_listed_whole_and_nothing_changes()
    {
        var url = await province.CarryOutAsync(province.Merger());
        await using (var db = province.Site.Db())
        {
            (await db.Sheets.SingleAsync(s => s.UnitId == AgencyId.Parse("xa-moi"))).State = SheetState.Signed;
            db.Assignments.Add(new Assignment { FrameworkId = Set, Code = CriterionCode.Parse("1.1"), AgencyId = AgencyId.Parse("xa-moi"), Role = AssignmentRole.Lead, Origin = AssignmentOrigin.Entered, DecidedAt = province.Site.Clock.GetUtcNow(), DecidedBy = "ai đó" });
            await db.SaveChangesAsync();
        }

        await province.SignedInAsync("nguoi-moi", "xa-moi");
        var later = await province.CarryOutAsync(
            ("Kind", "Rename"), ("On", $"{province.Today:dd/MM/yyyy}"), ("Decision", "16/QĐ-MAU"), ("Sources", "xa-khac"), ("Successors[0].Name", "Phường Khác"));
        Assert.NotEqual(url, later);

        var before = await province.CountsAsync();
        var refused = await province.RevokeAsync(url);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.ReadAsync();
        var obstacles = page.QuerySelectorAll("#obstacles li").Select(o => o.TextContent).ToList();
        Assert.Equal(3, obstacles.Count);
        Assert.Contains(obstacles, o => o.Contains("Đã ký, đang thẩm định", StringComparison.Ordinal) && o.Contains("mở lại phiếu", StringComparison.Ordinal));
        Assert.Contains(obstacles, o => o.Contains("tiêu chí 1.1", StringComparison.Ordinal));
        Assert.Contains(obstacles, o => o.Contains("nguoi-moi", StringComparison.Ordinal));
        Assert.Equal(("15/QĐ-MAU", "Gộp nhầm xã"), (page.QuerySelector("input[name=Decision]")!.GetAttribute("value"), page.QuerySelector("textarea[name=Reason]")!.TextContent.Trim()));
        Assert.Null(page.QuerySelector("button.btn-danger"));
        Assert.Equal(before, await province.CountsAsync());
        Assert.Equal(SheetState.Retired, (await province.SheetAsync(province.Round, "xa-mot")).State);
    }

    [Fact]
    public async Task A_round_that_ended_and_a_later_reorganisation_of_the_same_units_stand_in_the_way_until_they_are_taken_back()
    {
        var first = await province.CarryOutAsync(province.Merger());
        var second = await province.CarryOutAsync(("Kind", "Rename"), ("On", $"{province.Today.AddDays(1):dd/MM/yyyy}"), ("Decision", "17/QĐ-MAU"), ("Sources", "xa-moi"), ("Successors[0].Name", "Phường Mới"));
        await using var db = province.Site.Db();
        (await db.Rounds.SingleAsync(r => r.Id == province.Round)).State = RoundState.Closed;
        await db.SaveChangesAsync();
        var obstacles = (await province.Administrator.PageAsync(first + "/revoke")).QuerySelectorAll("#obstacles li").Select(o => o.TextContent).ToList();
        Assert.Contains(obstacles, o => o.Contains("17/QĐ-MAU", StringComparison.Ordinal) && o.Contains("Thu hồi việc đó trước", StringComparison.Ordinal));
        Assert.Contains(obstacles, o => o.Contains("Kỳ năm nay", StringComparison.Ordinal) && o.Contains("Mở lại kỳ", StringComparison.Ordinal));

        (await db.Rounds.SingleAsync(r => r.Id == province.Round)).State = RoundState.Open;
        await db.SaveChangesAsync();
        await province.TakeBackAsync(second);

        // Who supplies rows of the common sheet changed since: the restored sheets would not know it.
        var third = await province.CarryOutAsync(
            ("Kind", "Transfer"), ("On", $"{province.Today:dd/MM/yyyy}"), ("Decision", "18/QĐ-MAU"), ("Sources", "so-noi-vu"), ("Successors[0].Agency", "so-tai-chinh"), ("Successors[0].Codes", "1.3"));
        Assert.Contains("18/QĐ-MAU", (await province.Administrator.PageAsync(first + "/revoke")).QuerySelector("#obstacles")!.TextContent, StringComparison.Ordinal);
        await province.TakeBackAsync(third);
        await province.TakeBackAsync(first);
        Assert.Equal(SheetState.Filling, (await province.SheetAsync(province.Round, "xa-mot")).State);
    }

    [Fact]
    public async Task Without_a_decision_a_reason_or_the_dry_run_that_stands_nothing_happens_and_what_was_typed_stays()
    {
        var planned = await province.PlanAsync(province.Merger());
        Assert.Equal(HttpStatusCode.NotFound, (await province.Administrator.GetAsync(new Uri(planned + "/revoke", UriKind.Relative))).StatusCode);
        var page = await province.Administrator.PageAsync(planned);
        await province.PostAsync(planned + "/apply", [("seen", RevocationActs.Seen(page)), .. RevocationActs.Proposed(page)]);
        var seen = RevocationActs.Seen(await province.Administrator.PageAsync(planned + "/revoke"));
        var before = await province.CountsAsync();

        var empty = await (await province.PostAsync(planned + "/revoke", ("seen", seen), ("Decision", " "), ("DecidedOn", "32/13/2025"), ("Reason", "gộp nhầm"))).ReadAsync();
        Assert.Equal("32/13/2025", empty.QuerySelector("input[name=DecidedOn]")!.GetAttribute("value"));
        Assert.Contains("gộp nhầm", empty.QuerySelector("textarea[name=Reason]")!.TextContent, StringComparison.Ordinal);
        var missing = await province.PostAsync(planned + "/revoke", ("seen", seen), ("Decision", ""), ("Reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.StatusCode);
        var said = (await missing.ReadAsync()).Body!.TextContent;
        Assert.Contains("Nhập số, ký hiệu quyết định thu hồi", said, StringComparison.Ordinal);
        Assert.Contains("Ghi lý do thu hồi", said, StringComparison.Ordinal);

        // Somebody saved a row since.
        var row = await province.RowAsync(province.Round, "xa-moi", "1.2");
        await province.Officer.PostFormAsync($"/rows/{row.Id.Value}/save", await province.Officer.FormTokenAsync("/account"), ("version", $"{row.Version}"), ("f.a", "31"), ("f.b", "300"));
        var stale = await province.PostAsync(planned + "/revoke", ("seen", seen), ("Decision", "15/QĐ-MAU"), ("Reason", "gộp nhầm"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);
        var again = await stale.ReadAsync();
        Assert.Contains("đã khác với lúc bạn xem", again.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(seen, RevocationActs.Seen(again));
        Assert.Equal("15/QĐ-MAU", again.QuerySelector("input[name=Decision]")!.GetAttribute("value"));
        Assert.Equal(before.GetValueOrDefault("organisations.reorganisation_revocations"), (await province.CountsAsync())["organisations.reorganisation_revocations"]);

        var token = await province.Officer.FormTokenAsync("/account");
        Assert.Equal(HttpStatusCode.Forbidden, (await province.Officer.GetAsync(new Uri(planned + "/revoke", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await province.Officer.PostFormAsync(planned + "/revoke", token, ("seen", RevocationActs.Seen(again)), ("Decision", "1"), ("Reason", "x"))).StatusCode);
    }

    [Fact]
    public async Task Sent_several_times_at_once_it_happens_once()
    {
        var url = await province.CarryOutAsync(province.Merger());
        var seen = RevocationActs.Seen(await province.Administrator.PageAsync(url + "/revoke"));
        var token = await province.Administrator.FormTokenAsync("/account");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            province.Administrator.PostFormAsync(url + "/revoke", token, ("seen", seen), ("Decision", "15/QĐ-MAU"), ("Reason", "Gộp nhầm xã"))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        foreach (var other in answers.Where(a => a.StatusCode != HttpStatusCode.Redirect))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
            Assert.Contains("đã được thu hồi", (await other.ReadAsync()).Body!.TextContent, StringComparison.Ordinal);
        }

        await using var db = province.Site.Db();
        Assert.Equal(1, await db.ReorganisationRevocations.CountAsync());
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Action == "RevokeReorganisation" && e.Subject.StartsWith("reorganisation/")));
        Assert.Equal(1, await db.SheetHappenings.CountAsync(h => h.Event == SheetEvent.Restore && db.Sheets.Any(s => s.Id == h.SheetId && s.UnitId == AgencyId.Parse("xa-mot"))));
    }

    [Fact]
    public async Task Saves_of_rows_beside_it_come_wholly_before_or_are_told_that_the_row_changed()
    {
        var before = await province.RowAsync(province.Round, "xa-mot", "1.2");
        await using var slower = province.Site.Db();
        var old = await slower.Rows.SingleAsync(r => r.Id == before.Id);
        var url = await province.CarryOutAsync(province.Merger());
        old.Explanation = "lưu muộn";
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => slower.SaveChangesAsync());

        var row = await province.RowAsync(province.Round, "xa-moi", "1.2");
        await using var slow = province.Site.Db();
        var read = await slow.Rows.SingleAsync(r => r.Id == row.Id);
        await province.TakeBackAsync(url);

        // A save that had read the row before and writes it after must not land on a sheet that is history.
        read.Explanation = "lưu muộn";
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => slow.SaveChangesAsync());
        Assert.NotEqual("lưu muộn", (await province.RowAsync(province.Round, "xa-moi", "1.2")).Explanation);
    }

    [Fact]
    public async Task One_that_was_carried_out_before_its_traces_were_kept_says_so()
    {
        var url = await province.CarryOutAsync(province.Merger());
        await using var db = province.Site.Db();
        await db.Database.ExecuteSqlRawAsync("""
            alter table organisations.reorganisation_applications disable trigger reorganisation_applications_append_only;
            update organisations.reorganisation_applications set trace = null;
            alter table organisations.reorganisation_applications enable trigger reorganisation_applications_append_only;
            """);
        var page = await province.Administrator.PageAsync(url + "/revoke");
        Assert.Contains("phiên bản trước", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await province.PostAsync(url + "/revoke", ("seen", ""), ("Decision", "1"), ("Reason", "x"))).StatusCode);
    }
}
