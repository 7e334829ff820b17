using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Documents.Packs;

namespace OpenPar.App.Features.Rounds;

/// <summary>The set-up of a round as a template file for other rounds and other installations.</summary>
public static class ExportRoundSetup
{
    public sealed record File(byte[] Content, int Year);

    public sealed class Handler(OpenParDb db)
    {
        public async Task<File?> HandleAsync(RoundId id, CancellationToken cancellationToken) =>
            await db.SetupAsync(id, cancellationToken) is { } stored ? new File(RoundSetupFile.Write(stored.Setup), stored.Setup.Year) : null;
    }
}
