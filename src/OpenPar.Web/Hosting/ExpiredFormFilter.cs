using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace OpenPar.Web.Hosting;

/// <summary>
/// Notes that a post was refused because its form had expired (the session ended, the server's keys changed), so that the error page
/// can say that and give back what was typed.
/// </summary>
public sealed class ExpiredFormFilter : IAlwaysRunResultFilter
{
    private static readonly object Key = new();

    /// <summary>Whether this request's form had expired.</summary>
    public static bool Expired(HttpContext http) => http.Items.ContainsKey(Key);

    /// <inheritdoc />
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult) context.HttpContext.Items[Key] = true;
    }

    /// <inheritdoc />
    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
