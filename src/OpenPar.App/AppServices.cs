using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Npgsql;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Features;
using OpenPar.App.Features.Evidence.Storage;
using OpenPar.App.Features.Rounds.Checks;

namespace OpenPar.App;

/// <summary>Registers what every host needs: the database, the clock, the actor and all use cases.</summary>
public static class AppServices
{
    // PBKDF2 with HMAC-SHA-512, as OWASP advises; about 0.1 s a check.
    private const int PasswordIterations = 210_000;

    /// <summary>Adds the application over an open data source. Files of evidence lie in <paramref name="storage"/>, or else below <paramref name="dataFolder"/>.</summary>
    public static IServiceCollection AddOpenPar(this IServiceCollection services, NpgsqlDataSource source, string dataFolder, IStorage? storage = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton(_ => source);
        services.AddDbContextPool<OpenParDb>(options => DbOptions.Configure(options, source));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => storage ?? new DiskStorage(dataFolder));
        services.AddSingleton(s => new Features.Evidence.FileStore(s.GetRequiredService<IStorage>(), source, dataFolder));
        services.AddSingleton(_ => new Features.Evidence.Uploads.UploadStore(dataFolder));
        services.AddSingleton(s => new Features.Evidence.Previews.PreviewStore(dataFolder, s.GetRequiredService<Features.Evidence.FileStore>()));
        services.TryAddSingleton(new Features.Evidence.EvidenceRules());
        services.TryAddSingleton(_ => new Features.Evidence.Links.PageCopier(Features.Evidence.Links.PublicAddress.Is));
        services.TryAddSingleton(_ => Features.Evidence.Scanning.VirusScanner.OfMachine());
        services.AddSingleton<Features.Evidence.EvidenceTurns>();
        services.AddScoped<Features.Evidence.ReceiveFile>();
        services.AddScoped<Features.Evidence.TakeFile>();
        services.AddScoped<Features.Evidence.Uploads.UploadAccess>();
        services.AddScoped<Features.Evidence.DocumentAccess>();
        services.AddScoped<Features.Evidence.Tasks.TaskAccess>();
        services.AddSingleton<Features.Frameworks.FrameworkCatalog>();
        services.AddSingleton<Features.Frameworks.FrameworkMappings>();
        services.AddScoped<Actor>();
        services.TryAddSingleton<IPasswordHasher<User>>(new PasswordHasher<User>(Options.Create(new PasswordHasherOptions { IterationCount = PasswordIterations })));
        services.AddScoped<Features.Accounts.SecondFactors>();
        services.AddScoped<Features.Organisations.Reorganisations.ReorganisationReading>();
        services.AddScoped<Features.Organisations.Reorganisations.ReorganisationTracing>();
        services.AddScoped<Features.Organisations.Reorganisations.RevocationReading>();
        services.AddScoped<Features.Organisations.Reorganisations.RevocationPlanning>();
        services.AddSingleton<Features.Demonstration.PlayedRoles>();
        services.AddScoped<Features.Rounds.RowAccess>();
        services.AddScoped<Features.Rounds.Moving.FilledRows>();
        services.AddScoped<Features.Rounds.Moving.ReturnedRows>();
        services.AddScoped<Features.Rounds.Sheets.SheetAccess>();
        services.AddScoped<Features.Rounds.GroupFigures>();
        services.AddScoped<Features.Rounds.PastRows>();
        services.AddScoped<Features.Rounds.RowSupply>();
        services.AddScoped<Features.Rounds.RowsAfter>();
        services.AddScoped<Features.Rounds.SecondPass>();
        services.AddScoped<Features.Rounds.RoundSheets>();
        services.AddScoped<Features.Rounds.RoundSteering>();
        services.AddScoped<Features.Rounds.OutageEffects>();
        services.AddScoped<Features.Rounds.LastYearShares>();
        services.AddRoundChecks();
        services.AddScoped<Features.Rounds.AppraisalTeams>();
        services.AddScoped<Features.Rounds.RowDeciding>();
        services.AddScoped<Features.Rounds.RowOpinions>();
        services.AddScoped<Features.Rounds.RowJudgings>();
        services.AddScoped<Features.Rounds.RowNotes>();
        services.AddScoped<Features.Rounds.LastYear>();
        services.AddScoped<Features.Rounds.AppraisalQueue>();
        services.AddScoped<Features.Rounds.AppraisedSheets>();
        services.AddScoped<Features.Rounds.AdjustmentAccess>();
        services.AddScoped<Features.Results.LiveRound>();
        services.AddScoped<Features.Results.RoundResults>();
        services.AddSingleton<Features.Results.PublishedStandings>();
        services.AddScoped<Features.Frameworks.Drafts.DraftEditing>();
        services.AddSingleton<Features.Reviews.SourceDocuments>();
        services.AddScoped<Features.Reviews.SourceView>();
        services.AddScoped(typeof(Features.Reviews.ReviewSteps<>));
        services.AddScoped<Features.Plans.PlanReviewing>();
        services.AddScoped<Features.Frameworks.AssignmentReviewing>();
        foreach (var handler in typeof(AppServices).Assembly.GetTypes().Where(IsUseCase)) services.AddScoped(handler);
        return services;
    }

    /// <summary>A use case is a class named Handler nested in the class that names it: <c>SubmitRow.Handler</c>.</summary>
    public static bool IsUseCase(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type is { Name: "Handler", IsNested: true, IsAbstract: false };
    }
}
