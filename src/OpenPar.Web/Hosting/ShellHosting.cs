using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;
using OpenPar.Web.Pages.Papers;

namespace OpenPar.Web.Hosting;

/// <summary>The frame of the web application: pages, languages, headers, error pages, assets. Accounts and data are composed around it.</summary>
public static class ShellHosting
{
    /// <summary>
    /// Serves the assets of a build as those of a publish: found beside the sources, compressed once, kept by the browser for good.
    /// Without it a server run from the build output packs every file again for every answer, and hardly at all.
    /// </summary>
    public static WebApplicationBuilder UseBuiltAssets(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        if (builder.Environment.IsDevelopment()) return builder;
        builder.Configuration["EnableStaticAssetsDevelopmentCaching"] = "true";
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        return builder;
    }

    /// <summary>Registers what the pages need.</summary>
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddScoped<ShellState>();
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        // Vietnamese letters stay letters in the HTML: readable source, a quarter fewer bytes.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorPages(options => options.Conventions.AddPageRouteModelConvention("/Papers/MakePaper", PaperRoute.Apply)).AddMvcOptions(BindingMessages.Localise);
        services.AddScoped<PaperDesk>();
        services.AddMvcCore(options => options.Filters.Add<ExpiredFormFilter>());
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "openpar.form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = "openpar.flash";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.AddHealthChecks();
        return services;
    }

    /// <summary>
    /// The pipeline up to routing. Authentication and authorisation come right after it, then <see cref="MapShell"/>:
    /// <c>app.UseShell(); app.UseAuthentication(); app.UseAuthorization(); app.MapShell();</c>.
    /// </summary>
    public static WebApplication UseShell(this WebApplication app)
    {
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseRequestLocalization(Language.Options());
        app.UseExceptionHandler("/error/500", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.Use(static (context, next) =>
        {
            // A page answers OPTIONS with 200 whatever it says; programs ask it, and they read the status.
            if (HttpMethods.IsOptions(context.Request.Method) && context.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
            return next(context);
        });
        app.UseRouting();
        return app;
    }

    /// <summary>The endpoints: static files with fingerprints, pages, the liveness probe.</summary>
    public static WebApplication MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        // Alive says only that the process answers; readiness looks at the database and belongs to whoever composes it.
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        return app;
    }
}
