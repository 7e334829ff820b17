using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using OpenPar.Core.Accounts;
using OpenPar.Web.Security;

namespace OpenPar.Web.Tests.Security;

/// <summary>The endpoints of the running application: every method of every page, and whatever else is mapped.</summary>
public static class AllEndpoints
{
    /// <param name="Pattern">The route as written.</param>
    /// <param name="Method">The HTTP method.</param>
    /// <param name="Url">An address of it, with invented values that name nothing.</param>
    /// <param name="Required">The permission it asks for.</param>
    /// <param name="Anonymous">Whether it is open to whoever is not signed in.</param>
    /// <param name="IsFile">A static file.</param>
    public sealed record Endpoint(string Pattern, string Method, string Url, Permission? Required, bool Anonymous, bool IsFile);

    public static async Task<IReadOnlyList<Endpoint>> OfAsync(WebApplication app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var all = new List<Endpoint>();
        foreach (var route in app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Distinct())
        {
            var pattern = "/" + route.RoutePattern.RawText!.TrimStart('/');
            if (route.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                // What stands on the page's class is known when the page is loaded.
                var loaded = await loader.LoadAsync(page, new EndpointMetadataCollection(route.Metadata));
                all.AddRange(Handlers(loaded).Select(h => Of(route, pattern, (loaded.Endpoint ?? route).Metadata, h.Method, h.Handler)));
            }
            else
            {
                var methods = route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } named ? named : ["GET"];
                all.AddRange(methods.Select(method => Of(route, pattern, route.Metadata, method, null)));
            }
        }

        return all;
    }

    // A page answers GET even without a handler for it.
    private static IEnumerable<(string Method, string? Handler)> Handlers(CompiledPageActionDescriptor page) =>
        page.HandlerMethods.Select(h => (h.HttpMethod.ToUpperInvariant(), h.Name)).Append(("GET", null)).Append(("POST", null)).Distinct();

    private static Endpoint Of(RouteEndpoint route, string pattern, EndpointMetadataCollection metadata, string method, string? handler) => new(
        pattern,
        method,
        "/" + string.Join('/', route.RoutePattern.PathSegments.Select(Segment)) + (handler is null ? "" : $"?handler={handler}"),
        metadata.GetMetadata<RequiresAttribute>()?.Permission,
        metadata.GetMetadata<IAllowAnonymous>() is not null,
        metadata.GetMetadata<StaticAssetDescriptor>() is not null);

    private static string Segment(RoutePatternPathSegment segment) => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => ValueOf(parameter),
        _ => throw new NotSupportedException($"A route part of kind {part.PartKind}."),
    }));

    private static string ValueOf(RoutePatternParameterPart parameter)
    {
        var constraints = parameter.ParameterPolicies.Select(p => p.Content).ToList();
        // "regex(^(docx|xlsx)$)": the first of the values it lists.
        if (constraints.Find(c => c?.StartsWith("regex(^(", StringComparison.Ordinal) == true) is { } choice) return choice["regex(^(".Length..].Split('|', ')')[0];
        if (constraints.Contains("guid")) return "0199aaaa-0000-7000-8000-000000000000";
        return constraints.Contains("int") || constraints.Contains("long") ? "404" : "khong-co";
    }
}
