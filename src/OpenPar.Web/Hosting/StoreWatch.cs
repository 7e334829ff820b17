using OpenPar.App.Features.Evidence.Storage;

namespace OpenPar.Web.Hosting;

/// <summary>
/// Looks after the start, and now and then, whether the store holds files the records name. What it finds stands in the log and above the pages of those who
/// manage accounts; the server goes on meanwhile: everything that needs no stored file works.
/// </summary>
public sealed partial class StoreWatch(IServiceScopeFactory scopes, TimeProvider time, ILogger<StoreWatch> log) : BackgroundService
{
    private static readonly TimeSpan Usually = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan WhileMissing = TimeSpan.FromMinutes(2);

    /// <summary>What was found the last time when files were missing; null while none is known to be.</summary>
    public LookForFiles.Sight? Lacking { get; private set; }

    /// <summary>Looks once.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = Lacking;
        var seen = await scope.ServiceProvider.GetRequiredService<LookForFiles.Handler>().HandleAsync(new(before?.Missing ?? []), cancellationToken);
        Lacking = seen.Missing.Count > 0 ? seen : null;
        // Said when it begins and when it changes, not every two minutes.
        if (Lacking is not null && seen.Missing.Count != before?.Missing.Count) Lacks(seen.Where, seen.Looked, seen.Missing.Count);
        if (Lacking is null && before is not null) Mended(seen.Where);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // The store or the database is away: said, and looked again later.
                Failed(error);
            }

            await Task.Delay(Lacking is null ? Usually : WhileMissing, time, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, """
        Kho tệp {Where} thiếu tệp: trong {Looked} tệp được thử có {Missing} tệp mà hồ sơ nêu nhưng kho không có. Hãy kiểm tra --files, --data; nếu cơ sở dữ liệu vừa được phục hồi thì phục hồi cả kho tệp. ./openpar files check nói thiếu tệp nào, hỏi ai.
        The store of files lacks files ({Missing} of {Looked} that were looked for): check --files and --data; after restoring the database restore the files too. ./openpar files check says which are missing and whom to ask.
        """)]
    private partial void Lacks(string where, int looked, int missing);

    [LoggerMessage(LogLevel.Warning, "Kho tệp {Where} đã có lại các tệp từng thiếu. / The store of files holds again what it lacked.")]
    private partial void Mended(string where);

    [LoggerMessage(LogLevel.Warning, "The store of files could not be looked at.")]
    private partial void Failed(Exception error);
}
