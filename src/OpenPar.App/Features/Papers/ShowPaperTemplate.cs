using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Papers;
using OpenPar.Core.Papers;

namespace OpenPar.App.Features.Papers;

/// <summary>One kind of paper: its template and what a template can show.</summary>
public static class ShowPaperTemplate
{
    public sealed record View(PaperForm Form, PaperTemplate? Template);

    public sealed class Handler(OpenParDb db)
    {
        public async Task<View> HandleAsync(PaperKind kind, CancellationToken cancellationToken) =>
            new(PaperForm.Of(kind), await db.PaperTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.Kind == kind, cancellationToken));
    }
}
