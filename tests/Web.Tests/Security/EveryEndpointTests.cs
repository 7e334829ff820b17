using System.Net;
using Microsoft.AspNetCore.Builder;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;
using OpenPar.Web.Hosting;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Security;

/// <summary>Every endpoint the application has, with every role and without any: allowed exactly where the permission matrix says so.</summary>
public sealed class EveryEndpointTests(Site site) : IClassFixture<Site>
{
    private const string Password = "một câu thật là dài";

    // Who is not signed in may ask for these, and for nothing else.
    private static readonly string[] OpenToAll =
    [
        "/error/{code:int}", "/health/live", "/language", "/papers/{code?}", "/setup/{token}", "/sign-in", "/sign-in/code", "/sign-in/passkey", "/sign-out", "/start/{token}", "/theme", "/try",
    ];

    [Fact]
    public async Task Every_endpoint_says_who_may_use_it()
    {
        var endpoints = await AllEndpoints.OfAsync(site.App);
        var silent = endpoints.Where(e => e.Required is null && !e.Anonymous).Select(e => e.Pattern);
        var contradictory = endpoints.Where(e => e.Required is not null && e.Anonymous).Select(e => e.Pattern);
        var open = endpoints.Where(e => e.Anonymous && !e.IsFile).Select(e => e.Pattern).Distinct().Order(StringComparer.Ordinal);

        Assert.Empty(silent);
        Assert.Empty(contradictory);
        Assert.Equal(OpenToAll, open);
    }

    [Fact]
    public async Task Every_endpoint_refuses_whoever_has_no_business_there()
    {
        var visitors = await VisitorsAsync();
        var endpoints = (await AllEndpoints.OfAsync(site.App)).Where(e => !e.IsFile).ToList();
        var wrong = new List<string>();
        foreach (var endpoint in endpoints)
        {
            foreach (var (who, roles, client) in visitors)
            {
                using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), endpoint.Url);
                var response = await client.SendAsync(request);
                var (expected, actual) = (Expected(endpoint, who, roles), Outcome(response));
                if (expected != actual) wrong.Add($"{endpoint.Method} {endpoint.Url} as {who}: expected {expected}, was {actual} ({(int)response.StatusCode})");
            }
        }

        Assert.True(endpoints.Count > 20, $"Only {endpoints.Count} endpoints were found.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task An_endpoint_that_says_nothing_is_closed_to_everybody()
    {
        await using var app = site.Build(new AccountsOptions());
        app.MapGet("/forgotten", () => "secret");
        await app.StartAsync();
        await site.PersonAsync("moi.quyen", Password, roles: Enum.GetValues<Role>());
        var person = Site.Visitor(app);
        await person.SignInAsync("moi.quyen", Password);

        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync(new Uri("/forgotten", UriKind.Relative))).StatusCode);
        Assert.Equal("refused: sign in", Outcome(await Site.Visitor(app).GetAsync(new Uri("/forgotten", UriKind.Relative))));
        Assert.Equal(HttpStatusCode.NotFound, (await Site.Visitor(app).GetAsync(new Uri("/no-such-page", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Every_line_of_the_menu_leads_to_a_page_with_the_same_permission()
    {
        var endpoints = await AllEndpoints.OfAsync(site.App);
        Assert.All(SiteMap.Places, place => Assert.Equal(place.Permission, endpoints.First(e => e.Method == "GET" && e.Url == place.Url).Required));
    }

    private static string Expected(AllEndpoints.Endpoint endpoint, string who, IReadOnlyList<Role> roles)
    {
        if (endpoint.Anonymous) return "allowed";
        if (who == "nobody") return "refused: sign in";
        return PermissionMatrix.ScopeOf(roles, endpoint.Required!.Value) == Scope.None ? "refused: forbidden" : "allowed";
    }

    // What an allowed request then finds (no such row, no form token) is the page's matter; a failure of the server never is.
    private static string Outcome(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.Unauthorized => "refused: sign in",
        HttpStatusCode.Redirect when response.Headers.Location!.OriginalString.Contains("/sign-in?returnUrl=", StringComparison.Ordinal) => "refused: sign in",
        HttpStatusCode.Forbidden => "refused: forbidden",
        >= HttpStatusCode.InternalServerError => "failed",
        _ => "allowed",
    };

    private async Task<List<(string Who, IReadOnlyList<Role> Roles, HttpClient Client)>> VisitorsAsync()
    {
        await using var db = site.Db();
        var agency = AgencyId.Parse("co-quan-kiem-thu");
        db.Agencies.Add(new AgencyRecord { Id = agency, Name = "Cơ quan kiểm thử", Kind = AgencyKind.Department });
        await db.SaveChangesAsync();
        var visitors = new List<(string, IReadOnlyList<Role>, HttpClient)> { ("nobody", [], site.Visitor()) };
        foreach (var roles in Enum.GetValues<Role>().Select(role => new[] { role }).Prepend([]))
        {
            var name = "vai." + (roles is [var role] ? role.ToString() : "khong");
            await site.PersonAsync(name, Password, agency: agency, roles: roles);
            var client = site.Visitor();
            await client.SignInAsync(name, Password);
            visitors.Add((name, roles, client));
        }

        return visitors;
    }
}
