using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Papers;
using OpenPar.Core.Papers;

namespace OpenPar.App.Features.Papers;

/// <summary>Every kind of paper with the template it is made from.</summary>
public static class ShowPaperTemplates
{
    /// <param name="Kind">The kind.</param>
    /// <param name="Template">The province's own template; null for the built-in layout.</param>
    public sealed record Line(PaperKind Kind, PaperTemplate? Template);

    public sealed class Handler(OpenParDb db)
    {
        public async Task<IReadOnlyList<Line>> HandleAsync(CancellationToken cancellationToken)
        {
            var own = await db.PaperTemplates.AsNoTracking().ToDictionaryAsync(t => t.Kind, cancellationToken);
            return [.. PaperKinds.All.Select(kind => new Line(kind, own.GetValueOrDefault(kind)))];
        }
    }
}
