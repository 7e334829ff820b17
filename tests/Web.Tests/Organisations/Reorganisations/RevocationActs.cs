using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using OpenPar.Web.Tests.Shell;

namespace OpenPar.Web.Tests.Organisations.Reorganisations;

/// <summary>Carrying a reorganisation out and taking it back, through the pages.</summary>
internal static class RevocationActs
{
    public static async Task<string> PlanAsync(this ThreeCommunes province, (string Name, string Value)[] typed)
    {
        var answer = await province.PostAsync("/agencies/reorganisations/new", typed);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    public static async Task<string> CarryOutAsync(this ThreeCommunes province, params (string Name, string Value)[] typed)
    {
        var url = await province.PlanAsync(typed);
        var page = await province.Administrator.PageAsync(url);
        Assert.Equal(HttpStatusCode.Redirect, (await province.PostAsync(url + "/apply", [("seen", Seen(page)), .. Proposed(page)])).StatusCode);
        return url;
    }

    public static async Task<HttpResponseMessage> RevokeAsync(this ThreeCommunes province, string url)
    {
        var page = await province.Administrator.PageAsync(url + "/revoke");
        return await province.PostAsync(url + "/revoke", ("seen", Seen(page)), ("Decision", "15/QĐ-MAU"), ("DecidedOn", $"{province.Today:dd/MM/yyyy}"), ("Reason", "Gộp nhầm xã"));
    }

    public static async Task TakeBackAsync(this ThreeCommunes province, string url)
    {
        var answer = await province.RevokeAsync(url);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, answer.StatusCode == HttpStatusCode.Redirect ? "" : (await answer.ReadAsync()).QuerySelector("main")!.TextContent);
    }

    /// <summary>Everything a reorganisation reaches, as it stands, without what is history, rows of one code and figures of row 1.4, which the system brings from 1.2.</summary>
    public static async Task<string> PictureAsync(this ThreeCommunes province, string without = "-")
    {
        await using var db = province.Site.Db();
        var lines = await db.Database.SqlQuery<string>($"""
            select 'agency ' || concat_ws(' ', id, name, parent_id, aliases::text, valid_from, valid_to, search_text) as "Value" from organisations.agencies where valid_to is null or valid_from is null or valid_from <= valid_to
            union all select 'link ' || concat_ws(' ', predecessor_id, successor_id, effective_on, kind) from organisations.successions
            union all select 'sheet ' || concat_ws(' ', s.id, unit_id, s.state) from rounds.sheets s where s.state <> 'Retired'
            union all select 'row ' || concat_ws(' ', r.id, code, r.state, case code when '1.4' then '' else facts::text || origins::text end, unread::text, proposed_points, absence, explanation, saved_by) from rounds.rows r join rounds.sheets s on s.id = r.sheet_id where s.state <> 'Retired' and code <> {without}
            union all select 'owner ' || concat_ws(' ', o.row_id, agency_id) from rounds.row_owners o join rounds.rows r on r.id = o.row_id join rounds.sheets s on s.id = r.sheet_id where s.state <> 'Retired'
            union all select 'duty ' || concat_ws(' ', framework_id, code, agency_id, role, origin, note, decided_by, decided_at) from frameworks.assignments
            union all select 'plan ' || concat_ws(' ', row_id, role, sort_order, agency_id, written) from plans.row_agencies
            union all select 'document ' || concat_ws(' ', id, agency_id) from evidence.documents where subject <> 'Báo cáo chung'
            union all select 'proof ' || concat_ws(' ', row_id, document_id, item) from evidence.citations c join rounds.rows r on r.id = c.row_id join rounds.sheets s on s.id = r.sheet_id where s.state <> 'Retired' and item <> 'Mục 2'
            union all select 'account ' || concat_ws(' ', user_name, agency_id) from accounts.users where user_name <> 'so-tai-chinh'
            union all select 'former ' || concat_ws(' ', agency_id, name) from organisations.former_names
            """).ToListAsync();
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    public static string Seen(IDocument page) => page.QuerySelector("input[name=seen]")!.GetAttribute("value")!;

    public static (string Name, string Value)[] Proposed(IDocument page) =>
        [.. page.QuerySelectorAll("fieldset.op-conflict input[checked]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))];
}
