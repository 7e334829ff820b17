using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Npgsql;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Features;
using OpenPar.Web.Security;

namespace OpenPar.Web.Hosting;

/// <summary>Who may come in and what they may do: sessions, passkeys, codes, the permission matrix, closed by default.</summary>
public static class AccountsHosting
{
    /// <summary>Registers accounts. <c>AddOpenPar</c> and <c>AddShell</c> are called before.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, AccountsOptions? options = null)
    {
        var chosen = options ?? new AccountsOptions();
        services.AddSingleton(chosen).AddSingleton<SignInThrottle>().AddSingleton<PaperThrottle>().AddSingleton<DemonstrationGate>().AddScoped<SessionEvents>().AddScoped<SecondFactorCheck>();
        services.AddIdentityCore<User>(ConfigureIdentity).AddEntityFrameworkStores<OpenParDb>().AddSignInManager();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // A passkey signs in on its own, so it must itself be two factors: the device and the person's finger or code.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
        });
        AddSessions(services, chosen);
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(Closed());
        services.AddDataProtection().SetApplicationName("OpenPAR");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            keys => keys.XmlRepository = new ProtectionKeys(provider.GetRequiredService<NpgsqlDataSource>())));
        return services;
    }

    /// <summary>Between <c>UseShell</c> (routing) and <c>MapShell</c> (endpoints).</summary>
    public static WebApplication UseAccounts(this WebApplication app)
    {
        app.Use(static (context, next) =>
        {
            context.RequestServices.GetRequiredService<Actor>().CameFrom(context.Connection.RemoteIpAddress?.ToString());
            return next(context);
        });
        app.UseAuthentication();
        app.Use(static (context, next) =>
        {
            PersonalFrame.Fill(context);
            return next(context);
        });
        app.UseAuthorization();
        return app;
    }

    private static void ConfigureIdentity(IdentityOptions identity)
    {
        // Names and passwords are checked by the use cases, with refusals in words; the store only holds the last line.
        identity.User.AllowedUserNameCharacters = "";
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
    }

    private static void AddSessions(IServiceCollection services, AccountsOptions options)
    {
        var schemes = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        schemes.AddIdentityCookies();
        schemes.AddCookie(SecondStep.Scheme, step =>
        {
            step.Cookie.Name = SecondStep.Scheme;
            step.Cookie.HttpOnly = true;
            step.Cookie.SameSite = SameSiteMode.Strict;
            step.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            step.ExpireTimeSpan = SecondStep.Time;
            step.SlidingExpiration = false;
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, session =>
        {
            session.Cookie.Name = "openpar.session";
            session.Cookie.HttpOnly = true;
            // Lax, not Strict: a link in a letter to "Việc của tôi" must find the person signed in. Every change needs a form token as well.
            session.Cookie.SameSite = SameSiteMode.Lax;
            session.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            session.ExpireTimeSpan = options.Idle;
            session.SlidingExpiration = true;
            session.LoginPath = "/sign-in";
            session.ReturnUrlParameter = "returnUrl";
            session.EventsType = typeof(SessionEvents);
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, passkey =>
        {
            passkey.Cookie.Name = "openpar.passkey";
            passkey.Cookie.SameSite = SameSiteMode.Strict;
            passkey.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    // An endpoint that says nothing about who may use it is open to nobody. Where there is no endpoint there is nothing to guard: 404.
    private static AuthorizationPolicy Closed() => new AuthorizationPolicyBuilder()
        .RequireAssertion(static context => context.Resource is HttpContext http && http.GetEndpoint() is null)
        .Build();
}
