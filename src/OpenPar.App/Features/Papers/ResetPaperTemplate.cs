using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core;
using OpenPar.Core.Papers;

namespace OpenPar.App.Features.Papers;

/// <summary>Goes back to the built-in layout of a kind of paper. The uploaded file stays in the store, named by the audit log.</summary>
public static class ResetPaperTemplate
{
    public static class Refusals
    {
        public static Refusal NoTemplate => Refusal.Of("no-template", "Loại văn bản này đang dùng mẫu có sẵn.", "This kind of paper uses the built-in layout.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<PaperKind>> HandleAsync(PaperKind kind, CancellationToken cancellationToken)
        {
            if (await db.PaperTemplates.SingleOrDefaultAsync(t => t.Kind == kind, cancellationToken) is not { } template) return Refusals.NoTemplate;
            db.PaperTemplates.Remove(template);
            db.Record(actor, time, nameof(ResetPaperTemplate), $"template/{PaperKinds.SlugOf(kind)}", new { template.FileName, template.Sha256 });
            await db.SaveChangesAsync(cancellationToken);
            return kind;
        }
    }
}
