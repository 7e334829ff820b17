using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Rounds.Sheets;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;
using IDocument = AngleSharp.Dom.IDocument;

namespace OpenPar.Web.Tests.Rounds.Sheets;

/// <summary>A unit fills, checks, reviews and signs its sheet.</summary>
public sealed class SheetTests : IAsyncLifetime
{
    private const string Unit = "so-noi-vu";

    private readonly UnitRound round = new();

    public ValueTask InitializeAsync() => round.InitializeAsync();

    public ValueTask DisposeAsync() => round.DisposeAsync();

    [Fact]
    public async Task A_unit_fills_its_own_rows_and_the_supplier_those_from_above()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await round.PostRowAsync(round.Officer, Unit, "1.1", "save", ("f.a", "10"), ("f.b", "9"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await round.PostRowAsync(round.Supplier, Unit, "1.3", "save", ("f.choice", "none"))).StatusCode);

        // The unit sees the supplied row and does not write it; the supplier does not see the rest of the sheet.
        Assert.Equal(HttpStatusCode.OK, (await round.Officer.GetAsync(new Uri(round.Row(Unit, "1.3"), UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await round.PostRowAsync(round.Officer, Unit, "1.3", "save", ("f.choice", "some"))).StatusCode);
        Assert.Equal("none", (await round.StoredAsync(Unit, "1.3")).Facts["choice"].Choice);
        Assert.Equal(HttpStatusCode.NotFound, (await round.Supplier.GetAsync(new Uri(round.Row(Unit, "1.1"), UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await round.Officer.GetAsync(new Uri(round.Row("so-moi", "1.1"), UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_contributor_fills_the_delegated_rows_and_no_others()
    {
        var row = round.RowId(Unit, "1.1");
        await round.PostRowAsync(round.Contributor, Unit, "1.1", "save", ("f.a", "1"));
        Assert.Empty((await round.StoredAsync(Unit, "1.1")).Facts);

        await UnitRound.PostAsync(round.Officer, round.Sheet(Unit) + "/delegation", ("row", $"{row}"), ("give", $"{row}/{round.ContributorId}"));
        await round.PostRowAsync(round.Contributor, Unit, "1.1", "save", ("f.a", "12"), ("f.b", "6"));
        await round.PostRowAsync(round.Contributor, Unit, "1.2", "save", ("f.choice", "full"));

        Assert.Equal(1m, (await round.StoredAsync(Unit, "1.1")).SelfPoints);
        Assert.Empty((await round.StoredAsync(Unit, "1.2")).Facts);
        Assert.Contains("Hồ sơ đúng hạn", (await round.Contributor.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        var page = await round.Officer.PageAsync(round.Sheet(Unit) + "/delegation");
        Assert.Single(page.QuerySelectorAll("input[name=give][checked]"));

        var stranger = await UnitRound.PostAsync(round.Supplier, round.Sheet(Unit) + "/delegation", ("row", $"{row}"));
        Assert.Equal(HttpStatusCode.Forbidden, stranger.StatusCode);
        await using var db = round.Site.Db();
        Assert.Equal(1, await db.RowDelegates.CountAsync());
    }

    [Fact]
    public async Task A_row_that_does_not_apply_needs_a_reason_and_follows_the_policy_of_its_criterion()
    {
        var bare = await round.PostRowAsync(round.Supplier, Unit, "1.3", "submit", ("absence", "NotApplicable"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.StatusCode);
        Assert.Contains("phải có giải trình lý do", (await bare.ReadAsync()).Body!.TextContent, StringComparison.Ordinal);

        await round.PostRowAsync(round.Supplier, Unit, "1.3", "submit", ("absence", "NotApplicable"), ("explanation", "Đơn vị không thuộc diện thanh tra"));
        var row = await round.StoredAsync(Unit, "1.3");
        Assert.Equal((RowState.Submitted, RowAbsence.NotApplicable, null), (row.State, row.Absence, row.SelfPoints));
        Assert.Contains("không tính vào điểm tối đa", row.Decisions.Single().Explanation, StringComparison.Ordinal);
        var page = await round.Officer.PageAsync(round.Row(Unit, "1.3"));
        Assert.Contains("Không áp dụng", page.QuerySelector("[aria-labelledby=declared-title]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_lists_what_is_missing_and_complete_rows_are_handed_in_together()
    {
        await round.PostRowAsync(round.Officer, Unit, "1.1", "save", ("f.a", "10"), ("f.b", "9"), ("explanation", "theo thống kê"));
        await round.PostRowAsync(round.Officer, Unit, "1.2", "save", ("f.choice", "full"));
        var page = await round.Officer.PageAsync(round.Sheet(Unit) + "/check");
        Assert.Contains("Nộp 1 dòng đủ điều kiện", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Chưa có tài liệu kiểm chứng", page.Body.TextContent, StringComparison.Ordinal);

        // Complete, and the supplier's to hand in: no button that would only be refused.
        await round.PostRowAsync(round.Supplier, Unit, "1.3", "save", ("f.choice", "none"), ("explanation", "theo kết luận"));
        page = await round.Officer.PageAsync(round.Sheet(Unit) + "/check");
        Assert.Contains("Nộp 1 dòng đủ điều kiện", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Do Văn phòng UBND tỉnh nhập và nộp", page.Body.TextContent, StringComparison.Ordinal);

        await UnitRound.PostAsync(round.Officer, round.Sheet(Unit) + "/submit-rows");
        Assert.Equal(RowState.Submitted, (await round.StoredAsync(Unit, "1.1")).State);
        Assert.Equal(RowState.InProgress, (await round.StoredAsync(Unit, "1.2")).State);

        var early = await UnitRound.PostAsync(round.Officer, round.Sheet(Unit) + "/to-review");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Contains("Còn 3 dòng chưa nộp: 1.2, 1.3, 1.4", (await early.ReadAsync()).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_appraises_before_the_leader_has_signed_with_a_second_factor_and_the_signing_freezes_the_sheet()
    {
        await round.CompleteAsync();
        await round.PostRowAsync(round.Appraiser, Unit, "1.1", "appraise", ("accept", "yes"));
        Assert.Equal(RowState.Submitted, (await round.StoredAsync(Unit, "1.1")).State);
        await UnitRound.PostAsync(round.Officer, round.Sheet(Unit) + "/to-review");
        Assert.Equal(SheetState.InReview, await round.StateAsync(Unit));
        Assert.Contains("chờ bạn ký", (await round.Leader.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);

        var seen = (await round.Leader.PageAsync(round.Sheet(Unit) + "/sign")).QuerySelector("input[name=seen]")!.GetAttribute("value")!;
        var wrong = await UnitRound.PostAsync(round.Leader, round.Sheet(Unit) + "/sign", ("seen", seen), ("code", round.LeaderApp.WrongCode));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(SheetState.InReview, await round.StateAsync(Unit));
        var stale = await UnitRound.PostAsync(round.Leader, round.Sheet(Unit) + "/sign", ("seen", new string('0', 64)), ("code", "1"));
        Assert.Contains("đã khác với lúc bạn mở trang này", (await stale.ReadAsync()).Body!.TextContent, StringComparison.Ordinal);

        await UnitRound.PostAsync(round.Leader, round.Sheet(Unit) + "/sign", ("seen", seen), ("code", round.LeaderApp.NextCode()));
        Assert.Equal(SheetState.Signed, await round.StateAsync(Unit));
        var closing = await round.Leader.PageAsync(round.Sheet(Unit) + "/closing");
        Assert.Equal("yes", closing.QuerySelector("[data-sound]")!.GetAttribute("data-sound"));
        Assert.Contains("giống hệt nội dung đã ký", closing.Body!.TextContent, StringComparison.Ordinal);
        await using var db = round.Site.Db();
        var kept = await db.Closings.SingleAsync();
        Assert.Equal((seen, seen), (kept.Sha256, SheetContent.Of(kept.Content).Sha256));

        await round.PostRowAsync(round.Officer, Unit, "1.1", "withdraw");
        Assert.Equal(RowState.Submitted, (await round.StoredAsync(Unit, "1.1")).State);
        await round.PostRowAsync(round.Appraiser, Unit, "1.1", "appraise", ("accept", "yes"));
        Assert.Equal(RowState.Appraised, (await round.StoredAsync(Unit, "1.1")).State);
    }

    [Fact]
    public async Task A_row_that_is_taken_back_while_the_sheet_goes_to_review_is_wholly_before_or_after_it()
    {
        await round.CompleteAsync();
        await using var line = await round.Site.HoldRowAsync(round.RowId(Unit, "1.1"));

        var withdrawn = round.PostRowAsync(round.Officer, Unit, "1.1", "withdraw");
        await round.Site.WaitingAsync(1);
        var sent = UnitRound.PostAsync(round.Officer, round.Sheet(Unit) + "/to-review");
        await Task.WhenAny(sent, round.Site.WaitingAsync(2));
        await line.CommitAsync();

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity], [(await withdrawn).StatusCode, (await sent).StatusCode]);
        Assert.Equal((RowState.InProgress, SheetState.Filling), ((await round.StoredAsync(Unit, "1.1")).State, await round.StateAsync(Unit)));
    }


    [Fact]
    public async Task The_leader_sends_back_with_a_message_and_the_administrator_opens_a_signed_sheet_with_a_reason()
    {
        await round.CompleteAsync();
        await UnitRound.PostAsync(round.Officer, round.Sheet(Unit) + "/to-review");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await UnitRound.PostAsync(round.Leader, round.Sheet(Unit) + "/send-back")).StatusCode);
        await UnitRound.PostAsync(round.Leader, round.Sheet(Unit) + "/send-back", ("message", "Xem lại dòng 1.4"));
        Assert.Equal(SheetState.Filling, await round.StateAsync(Unit));
        Assert.Contains("Xem lại dòng 1.4", (await round.Officer.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);

        await UnitRound.PostAsync(round.Officer, round.Sheet(Unit) + "/to-review");
        await SignAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await UnitRound.PostAsync(round.Administrator, round.Sheet(Unit) + "/unlock")).StatusCode);
        await UnitRound.PostAsync(round.Administrator, round.Sheet(Unit) + "/unlock", ("reason", "Thiếu phụ lục"));
        Assert.Equal(SheetState.Filling, await round.StateAsync(Unit));
        await round.PostRowAsync(round.Officer, Unit, "1.1", "withdraw");
        await round.PostRowAsync(round.Officer, Unit, "1.1", "submit", ("f.a", "10"), ("f.b", "10"), ("explanation", "bổ sung"));
        await UnitRound.PostAsync(round.Officer, round.Sheet(Unit) + "/to-review");
        await SignAsync();

        var closing = await round.Leader.PageAsync(round.Sheet(Unit) + "/closing");
        Assert.Equal(2, closing.QuerySelectorAll(".op-signing").Length);
        Assert.Contains("đã khác nội dung lúc ký", closing.QuerySelectorAll(".op-signing")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_claimed_bonus_is_signed_with_the_sheet_and_changes_its_hash()
    {
        await AllowBonusAsync();
        await round.CompleteAsync();
        var without = await SeenAsync();
        var document = await DocumentAsync();
        await ClaimAsync("Sáng kiến cấp tỉnh", "0,5", document);
        var with = await SeenAsync();
        Assert.NotEqual(without, with);
        await ClaimAsync("Đề tài khoa học", "0,25", document);
        await using var db = round.Site.Db();
        var second = await db.Adjustments.OrderByDescending(a => a.Id).Select(a => a.Id).FirstAsync();
        await UnitRound.PostAsync(round.Officer, round.Sheet(Unit) + $"/adjustments/{second}/withdraw");
        Assert.Equal(with, await SeenAsync());
        db.Files.Add(new FileRecord { Sha256 = new string('b', 64), Size = 1 });
        db.Revisions.Add(new Revision { Id = default, DocumentId = document, Sha256 = new string('b', 64), Size = 1, FileName = "moi.pdf", ContentType = "application/pdf", UploadedAt = round.Site.Clock.GetUtcNow(), UploadedBy = "Đầu mối" });
        await db.SaveChangesAsync();
        Assert.NotEqual(with, await SeenAsync());

        await UnitRound.PostAsync(round.Officer, round.Sheet(Unit) + "/to-review");
        var late = await UnitRound.PostAsync(round.Officer, round.Sheet(Unit) + "/adjustments/claim", ("title", "Muộn"), ("points", "0,1"), ("document", $"{document.Value}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        await SignAsync();
        var first = await db.Adjustments.OrderBy(a => a.Id).Select(a => a.Id).FirstAsync();
        var taken = await UnitRound.PostAsync(round.Officer, round.Sheet(Unit) + $"/adjustments/{first}/withdraw");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        Assert.Equal(AdjustmentState.Claimed, (await db.Adjustments.AsNoTracking().SingleAsync(a => a.Id == first)).State);
        var signing = (await round.Leader.PageAsync(round.Sheet(Unit) + "/closing")).QuerySelector(".op-signing")!;
        Assert.Equal("1", signing.QuerySelector("[data-claims]")!.GetAttribute("data-claims"));
        Assert.Contains("Sáng kiến cấp tỉnh", signing.TextContent, StringComparison.Ordinal);
        Assert.Contains(new string('b', 64), signing.TextContent, StringComparison.Ordinal);

        // What the appraiser decides is no part of what was claimed.
        await UnitRound.PostAsync(round.Appraiser, round.Sheet(Unit) + $"/adjustments/{first}/decide", ($"points-{first}", "0,4"), ($"reason-{first}", "Có quyết định"));
        Assert.Equal(AdjustmentState.Decided, (await db.Adjustments.AsNoTracking().SingleAsync(a => a.Id == first)).State);
        Assert.Contains("giống hệt nội dung đã ký", (await round.Leader.PageAsync(round.Sheet(Unit) + "/closing")).QuerySelector(".op-signing")!.TextContent, StringComparison.Ordinal);

        await UnitRound.PostAsync(round.Administrator, round.Sheet(Unit) + "/unlock", ("reason", "Thiếu đề nghị"));
        await ClaimAsync("Giải thưởng", "0,1", document);
        Assert.Contains("đã khác nội dung lúc ký", (await round.Leader.PageAsync(round.Sheet(Unit) + "/closing")).QuerySelector(".op-signing")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_signed_in_the_form_before_still_verifies()
    {
        await AllowBonusAsync();
        await round.CompleteAsync();
        await ClaimAsync("Sáng kiến cấp tỉnh", "0,5", await DocumentAsync());
        await using var db = round.Site.Db();
        var sheet = await round.SheetAsync(Unit);
        var framework = await db.Frameworks.Where(f => db.UnitGroups.Any(g => g.Id == sheet.GroupId && g.FrameworkId == f.Id)).Select(f => f.ContentHash).SingleAsync();
        var before = await SheetContent.ReadAsync(db, await db.Rounds.SingleAsync(), sheet, framework, TestContext.Current.CancellationToken, form: 1);
        Assert.StartsWith("{\"framework\":", before.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("Sáng kiến cấp tỉnh", before.Json, StringComparison.Ordinal);
        Assert.Equal((1, null), (before.Form, before.Claims));
        db.Closings.Add(new Closing { Id = default, SheetId = sheet.Id, Content = before.Json, Sha256 = before.Sha256, Factor = "Authenticator", SignedBy = "Lãnh đạo", SignedAt = round.Site.Clock.GetUtcNow() });
        await db.SaveChangesAsync();

        var signing = (await round.Leader.PageAsync(round.Sheet(Unit) + "/closing")).QuerySelector(".op-signing")!;
        Assert.Equal("yes", signing.QuerySelector("[data-sound]")!.GetAttribute("data-sound"));
        Assert.Contains("giống hệt nội dung đã ký", signing.TextContent, StringComparison.Ordinal);
        Assert.Contains("chưa gồm điểm thưởng", signing.QuerySelector("[data-claims]")!.TextContent, StringComparison.Ordinal);
        await round.PostRowAsync(round.Officer, Unit, "1.1", "withdraw");
        await round.PostRowAsync(round.Officer, Unit, "1.1", "save", ("f.a", "10"), ("f.b", "8"));
        Assert.Contains("đã khác nội dung lúc ký", (await round.Leader.PageAsync(round.Sheet(Unit) + "/closing")).QuerySelector(".op-signing")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_of_the_signed_paper_is_kept_with_the_signing_and_cannot_be_deleted()
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await KeepAsync(round.Officer)).StatusCode);
        await round.CompleteAsync();
        await UnitRound.PostAsync(round.Officer, round.Sheet(Unit) + "/to-review");
        await SignAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await KeepAsync(round.Officer)).StatusCode);
        Assert.Contains("Phiếu chấm điểm đã ký", (await round.Leader.PageAsync(round.Sheet(Unit) + "/closing")).QuerySelector(".op-signing ul")!.TextContent, StringComparison.Ordinal);

        await using var db = round.Site.Db();
        var document = (await db.ClosingDocuments.SingleAsync()).DocumentId;
        var deleted = await UnitRound.PostAsync(round.Officer, $"/evidence/{document.Value}/delete");
        Assert.NotEqual(HttpStatusCode.Redirect, deleted.StatusCode);
        Assert.True(await db.Documents.AnyAsync(d => d.Id == document));
    }

    [Fact]
    public async Task The_quick_table_saves_what_changed_and_keeps_what_it_cannot_read()
    {
        var address = round.Sheet(Unit) + "/fill";
        var (one, two) = (round.RowId(Unit, "1.1"), round.RowId(Unit, "1.2"));
        var page = await round.Officer.PageAsync(address);
        Assert.Null(page.QuerySelector($"[name='v.{round.RowId(Unit, "1.3"):N}']"));
        (string, string) Version(Guid row) => ($"v.{row:N}", page.QuerySelector($"[name='v.{row:N}']")!.GetAttribute("value")!);

        var answer = await UnitRound.PostAsync(round.Officer, address, Version(one), ($"f.{one:N}.a", "1.000"), ($"f.{one:N}.b", "9x"), Version(two), ($"f.{two:N}.choice", "full"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var again = await answer.ReadAsync();
        Assert.Equal("9x", again.QuerySelector($"[name='f.{one:N}.b']")!.GetAttribute("value"));
        Assert.StartsWith("1.1: “9x”", again.QuerySelector($"[name='f.{one:N}.b'] + .op-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đã lưu 2 dòng", again.QuerySelector("main .op-note-info")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1000m, (await round.StoredAsync(Unit, "1.1")).Facts["a"].Number);
        Assert.Equal(1m, (await round.StoredAsync(Unit, "1.2")).SelfPoints);

        // An older page: both versions are shown, nothing is overwritten.
        var stale = await UnitRound.PostAsync(round.Officer, address, Version(two), ($"f.{two:N}.choice", "none"));
        Assert.Contains("đã lưu dòng này lúc", (await stale.ReadAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1m, (await round.StoredAsync(Unit, "1.2")).SelfPoints);
    }

    [Fact]
    public async Task A_supplier_fills_one_criterion_for_all_units_in_one_table()
    {
        var address = $"/rounds/{round.Round}/supply";
        var page = await round.Supplier.PageAsync(address);
        var rows = new[] { Unit, "so-moi" }.Select(u => round.RowId(u, "1.3")).ToList();
        var values = rows.SelectMany(row => new[] { ($"v.{row:N}", page.QuerySelector($"[name='v.{row:N}']")!.GetAttribute("value")!), ($"f.{row:N}.choice", "none") });
        await UnitRound.PostAsync(round.Supplier, address + "?code=1.3", [.. values]);

        foreach (var unit in new[] { Unit, "so-moi" }) Assert.Equal(1m, (await round.StoredAsync(unit, "1.3")).SelfPoints);
        Assert.Contains("không cung cấp số liệu nào", (await round.Officer.PageAsync(address)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supplier_types_the_basis_once_and_hands_in_for_all_units_that_have_figures()
    {
        var address = $"/rounds/{round.Round}/supply";
        var page = await round.Supplier.PageAsync(address);
        Assert.Null(page.QuerySelector("main form[action*='/supply/submit']"));
        (string, string) Version(IDocument of, Guid row) => ($"v.{row:N}", of.QuerySelector($"[name='v.{row:N}']")!.GetAttribute("value")!);
        var (own, other) = (round.RowId(Unit, "1.3"), round.RowId("so-moi", "1.3"));
        await round.PostRowAsync(round.Supplier, "so-moi", "1.3", "save", ("f.choice", ""), ("explanation", "theo kết luận riêng"));

        // A row without a figure takes no basis, one with an explanation keeps its own.
        page = await round.Supplier.PageAsync(address);
        await UnitRound.PostAsync(round.Supplier, address + "?code=1.3", Version(page, own), ($"f.{own:N}.choice", "none"), Version(page, other), ($"f.{other:N}.choice", ""), ("basis", "Theo Báo cáo số 12/BC-VP"));
        Assert.Equal(("Theo Báo cáo số 12/BC-VP", RowState.InProgress), await StoredAsync(Unit));
        Assert.Equal("theo kết luận riêng", (await StoredAsync("so-moi")).Explanation);

        var submit = (await round.Supplier.PageAsync(address)).QuerySelector("main form[action*='/supply/submit']")!;
        Assert.Contains("2 đơn vị", submit.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await UnitRound.PostAsync(round.Supplier, submit.GetAttribute("action")!)).StatusCode);
        Assert.Equal(RowState.Submitted, (await StoredAsync(Unit)).State);
        Assert.Equal(RowState.InProgress, (await StoredAsync("so-moi")).State);
        var after = await round.Supplier.PageAsync(address);
        Assert.Contains("Đã nộp số liệu của 1 đơn vị", after.QuerySelector("main .op-note-success")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Chưa nộp được 1 đơn vị", after.QuerySelector("main .op-note-warning")!.TextContent, StringComparison.Ordinal);

        // Whoever supplies nothing hands nothing in.
        await UnitRound.PostAsync(round.Officer, submit.GetAttribute("action")!);
        Assert.Equal(RowState.InProgress, (await StoredAsync("so-moi")).State);

        async Task<(string? Explanation, RowState State)> StoredAsync(string unit)
        {
            var row = await round.StoredAsync(unit, "1.3");
            return (row.Explanation, row.State);
        }
    }

    [Fact]
    public async Task A_row_that_is_handed_in_before_the_signature_is_said_to_wait_in_the_sheet()
    {
        await round.PostRowAsync(round.Officer, Unit, "1.2", "submit", ("f.choice", "full"), ("explanation", "đã công khai"));
        Assert.Contains("Tổ thẩm định nhận cả phiếu khi lãnh đạo ký", (await round.Officer.PageAsync($"/rows/{round.RowId(Unit, "1.2")}")).QuerySelector("main .op-note-success")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_sent_after_the_session_ended_is_given_back()
    {
        var address = round.Sheet(Unit) + "/fill";
        var row = round.RowId(Unit, "1.1");
        using var form = new FormUrlEncodedContent([new($"v.{row:N}", "1"), new($"f.{row:N}.a", "1.250 hồ sơ")]);
        using var late = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        var visitor = round.Site.Visitor();
        late.Headers.Referrer = new Uri(visitor.BaseAddress!, address);

        var answer = await visitor.SendAsync(late);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var page = await answer.ReadAsync();
        Assert.Equal("Phiên làm việc đã hết, chưa lưu được", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["1.250 hồ sơ"], page.QuerySelectorAll(".op-kept dd").Select(d => d.TextContent));
        Assert.Equal("/sign-in?returnUrl=" + Uri.EscapeDataString(address), page.QuerySelector("main a.btn-primary")!.GetAttribute("href"));

        // A page of another site is no place to come back to.
        using var foreign = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent([new("a", "b")]) };
        foreign.Headers.Referrer = new Uri("https://vi-du.example/gia-mao");
        Assert.Equal("/sign-in?returnUrl=" + Uri.EscapeDataString(address), (await (await visitor.SendAsync(foreign)).ReadAsync()).QuerySelector("main a.btn-primary")!.GetAttribute("href"));
    }

    private async Task AllowBonusAsync()
    {
        await using var db = round.Site.Db();
        var stored = await db.Rounds.SingleAsync();
        stored.Settings = stored.Settings with { BonusCap = 1 };
        await db.SaveChangesAsync();
    }

    private async Task<DocumentId> DocumentAsync()
    {
        await using var db = round.Site.Db();
        var document = new Document { Id = DocumentId.New(), Number = "9", Symbol = "QĐ-UBND", Issuer = "UBND tỉnh", Subject = "Công nhận sáng kiến", AgencyId = AgencyId.Parse(Unit), AddedAt = round.Site.Clock.GetUtcNow(), AddedBy = "Đầu mối" };
        db.Documents.Add(document);
        await db.SaveChangesAsync();
        return document.Id;
    }

    private async Task ClaimAsync(string title, string points, DocumentId document)
    {
        var answer = await UnitRound.PostAsync(round.Officer, round.Sheet(Unit) + "/adjustments/claim", ("title", title), ("points", points), ("statement", "theo quyết định"), ("document", $"{document.Value}"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>The hash of what would be signed now.</summary>
    private async Task<string> SeenAsync()
    {
        await using var db = round.Site.Db();
        var sheet = await round.SheetAsync(Unit);
        var framework = await db.Frameworks.Where(f => db.UnitGroups.Any(g => g.Id == sheet.GroupId && g.FrameworkId == f.Id)).Select(f => f.ContentHash).SingleAsync();
        return (await SheetContent.ReadAsync(db, await db.Rounds.SingleAsync(), sheet, framework, TestContext.Current.CancellationToken)).Sha256;
    }

    private async Task SignAsync()
    {
        var seen = (await round.Leader.PageAsync(round.Sheet(Unit) + "/sign")).QuerySelector("input[name=seen]")!.GetAttribute("value")!;
        var answer = await UnitRound.PostAsync(round.Leader, round.Sheet(Unit) + "/sign", ("seen", seen), ("code", round.LeaderApp.NextCode()));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> KeepAsync(HttpClient who)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await who.FormTokenAsync("/account")), "__RequestVerificationToken" },
            { new ByteArrayContent(OpenPar.Testing.SmallPdf.Write("Phiếu đã ký")), "file", "phieu-da-ky.pdf" },
        };
        return await who.PostAsync(new Uri(round.Sheet(Unit) + "/signed-paper", UriKind.Relative), form);
    }
}
