using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using OpenPar.App.Features.Evidence.Storage;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Errors;

/// <summary>
/// Every answer that is not a page: what happened, what was kept, what to do. It runs again in place of the failed request, with that
/// request's method and form, so it has no handlers and asks for no token.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class StatusModel(ILogger<StatusModel> log) : PageModel
{
    private const int LongestKept = 20_000;

    /// <summary>The texts: Error404, Error403, ErrorExpired, Error400, Error500 …</summary>
    public string Key { get; private set; } = "Error500";

    /// <summary>What is said instead of the general text, where more is known.</summary>
    public string? Said { get; private set; }

    /// <summary>What to tell the operator, so that the log entry can be found; only when the server failed.</summary>
    public string? Reference { get; private set; }

    /// <summary>What was typed into a form that was refused, by field.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Kept { get; private set; } = [];

    /// <summary>Whether the same page may well work now.</summary>
    public bool CanRetry { get; private set; }

    /// <summary>Whether a form came after its session had ended: signing in is the way on.</summary>
    public bool SignedOut { get; private set; }

    /// <summary>Where the first button leads.</summary>
    public string Back { get; private set; } = "/";

    /// <inheritdoc />
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var code = RouteData.Values["code"] is string text && int.TryParse(text, out var parsed) ? parsed : 500;
        var failed = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        // Somebody typed /error/500 into the browser: nothing has failed, there is just no such page.
        if (!failed) Response.StatusCode = code = StatusCodes.Status404NotFound;
        if (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is StorageAwayException)
        {
            Response.StatusCode = code = StatusCodes.Status503ServiceUnavailable;
            Said = StorageAwayException.Said.Show();
        }

        var expired = ExpiredFormFilter.Expired(HttpContext);
        SignedOut = code == StatusCodes.Status401Unauthorized && Request.HasFormContentType;
        Key = expired ? "ErrorExpired" : SignedOut ? "ErrorSignedOut" : code switch { 400 or 401 or 403 or 404 or 405 or 413 or 429 => $"Error{code}", < 500 => "Error400", _ => "Error500" };
        CanRetry = expired || code >= 500;
        if (CanRetry) Back = ReturnPath.Safe(ReturnPath.OfForm(HttpContext));
        if (SignedOut) Back = QueryHelpers.AddQueryString("/sign-in", "returnUrl", ReturnPath.Safe(ReturnPath.OfForm(HttpContext)));
        if (code >= 500) Reference = Noted();
        if (Request.HasFormContentType && (expired || SignedOut || code >= 500)) Kept = await TypedAsync();
        await next();
    }

    private string Noted()
    {
        var reference = Convert.ToHexString(RandomNumberGenerator.GetBytes(4));
        log.LogError("Error page with reference {Reference} for request {Request} to {Path}", reference, HttpContext.TraceIdentifier, ReturnPath.Of(HttpContext));
        return reference;
    }

    private async Task<IReadOnlyList<KeyValuePair<string, string>>> TypedAsync()
    {
        var form = await ReadAgainAsync();
        return form is null ? [] :
        [
            .. from field in form
               where !field.Key.StartsWith("__", StringComparison.Ordinal) && !field.Key.StartsWith("v.", StringComparison.Ordinal) && !IsSecret(field.Key) && field.Key is not ("returnUrl" or "version")
               let value = field.Value.ToString()
               where value.Length is > 0 and <= LongestKept
               select KeyValuePair.Create(field.Key, value),
        ];
    }

    private async Task<IFormCollection?> ReadAgainAsync()
    {
        try
        {
            return await Request.ReadFormAsync(HttpContext.RequestAborted);
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException or IOException)
        {
            // The form itself was what failed (too large, cut off): there is nothing to give back.
            log.LogInformation(error, "The posted form could not be read for the error page");
            return null;
        }
    }

    private static bool IsSecret(string name) =>
        name.Contains("password", StringComparison.OrdinalIgnoreCase) || name.Contains("code", StringComparison.OrdinalIgnoreCase)
        || name.Contains("token", StringComparison.OrdinalIgnoreCase);
}
