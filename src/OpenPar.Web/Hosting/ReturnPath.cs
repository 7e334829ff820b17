using Microsoft.AspNetCore.Diagnostics;

namespace OpenPar.Web.Hosting;

/// <summary>The page a person is on, as an address inside this site, to come back to after a small change such as the language.</summary>
public static class ReturnPath
{
    /// <summary>The path and query the person asked for, also on an error page.</summary>
    public static string Of(HttpContext http)
    {
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is { } failed)
            return failed.OriginalPathBase + failed.OriginalPath + failed.OriginalQueryString;
        if (http.Features.Get<IExceptionHandlerPathFeature>() is { } thrown) return http.Request.PathBase + thrown.Path;
        return http.Request.PathBase + http.Request.Path + http.Request.QueryString;
    }

    /// <summary>The page a refused form stands on, which its browser names; else the path the form was sent to.</summary>
    public static string OfForm(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && http.Request.GetTypedHeaders().Referer is { IsAbsoluteUri: true } page && page.Authority == http.Request.Host.Value
            ? page.PathAndQuery
            : Of(http);

    /// <summary>The address when it leads inside this site, else the first page: no open redirects.</summary>
    public static string Safe(string? address) =>
        address is ['/', .. var rest] && !(rest.StartsWith('/') || rest.StartsWith('\\')) && !address.Any(char.IsControl) ? address : "/";
}
