using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;
using OpenPar.App.Features;
using OpenPar.App.Features.Accounts;

namespace OpenPar.Web.Security;

/// <summary>
/// Looks at the account behind a session once a request: a disabled account, a changed password or a demonstration that is
/// no longer on loopback ends the session at once. What it finds fills the <see cref="Actor"/>.
/// </summary>
public sealed class SessionEvents(
    ShowSignedIn.Handler signedIn, Actor actor, DemonstrationGate gate, IOptions<IdentityOptions> identity) : CookieAuthenticationEvents
{
    /// <summary>Where the name of the agency stays for the frame of the page.</summary>
    public static readonly object PersonKey = new();

    // Where who owes a second factor is led.
    private const string OwedPage = "/account/second-factor";

    /// <inheritdoc />
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var http = context.HttpContext;
        // Files are the same for everybody, and the page that reports a failed database must not ask the database.
        if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) return;
        if (http.Features.Get<IExceptionHandlerFeature>() is not null) return;

        var person = Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? await signedIn.HandleAsync(id, http.RequestAborted)
            : null;
        var stamp = context.Principal?.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);
        if (person is null || person.SecurityStamp != stamp || (person.Demonstration && !gate.IsOpenTo(http)))
        {
            context.RejectPrincipal();
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        actor.SignedInAs(person.Id, person.FullName, person.Agency, person.Roles, person.Demonstration, person.OwesSecondFactor);
        http.Items[PersonKey] = person;
    }

    /// <inheritdoc />
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        // A part of a page, or of a file, cannot show the sign-in form; the script tells the person and keeps what was typed.
        var program = context.Request.Headers.ContainsKey("HX-Request") || context.Request.Headers.ContainsKey("Tus-Resumable");
        // A form that was filled in while the session ended: its page says so and gives back what was typed, instead of a sign-in page that forgets it.
        if (program || context.Request.HasFormContentType) context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var program = context.Request.Headers.ContainsKey("HX-Request") || context.Request.Headers.ContainsKey("Tus-Resumable");
        // Only the second factor is missing: the person is led to it. A part of a page cannot show that, so its script goes there as a whole.
        if (actor.OwesSecondFactor && !program)
        {
            context.Response.Redirect(OwedPage);
            return Task.CompletedTask;
        }

        if (actor.OwesSecondFactor) context.Response.Headers["HX-Redirect"] = OwedPage;
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
