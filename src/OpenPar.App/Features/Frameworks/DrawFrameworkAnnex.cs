using OpenPar.App.Data;
using OpenPar.App.Features.Papers;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Papers;

namespace OpenPar.App.Features.Frameworks;

/// <summary>Draws a framework as the annex of a decision.</summary>
public static class DrawFrameworkAnnex
{
    public sealed class Handler(OpenParDb db, FrameworkCatalog catalog, TimeProvider time)
    {
        public async Task<PaperSource?> HandleAsync(FrameworkId id, CancellationToken cancellationToken) =>
            await catalog.FindAsync(db, id, cancellationToken) is { } framework
                ? new PaperSource(FrameworkAnnexPaper.Of(framework, new PaperTrace($"Bộ chỉ số {id}", time.Today(), null, false)), $"framework/{id}", null, id.Version)
                : null;
    }
}
