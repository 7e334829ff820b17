using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.Core;

namespace OpenPar.App.Features.Evidence;

/// <summary>Corrects what is said of a document. Its files stay as they are.</summary>
public static class EditDocument
{
    public sealed class Handler(OpenParDb db, DocumentAccess access, TimeProvider time, Actor actor)
    {
        /// <summary>The document as it stands, when the person may change it.</summary>
        public Task<Answer<Document>> ShowAsync(DocumentId id, CancellationToken cancellationToken) => access.LoadAsync(id, cancellationToken);

        public async Task<Answer<DocumentId>> HandleAsync(DocumentId id, DocumentDescription description, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(description);
            var loaded = await access.LoadAsync(id, cancellationToken);
            if (!loaded.Done) return loaded.Refusals.ToList();
            var problems = description.Problems();
            if (problems.Count > 0) return problems;
            var before = DocumentDescription.Of(loaded.Value);
            description.Describe(loaded.Value);
            var after = DocumentDescription.Of(loaded.Value);
            if (before == after) return id;
            db.Record(actor, time, nameof(EditDocument), $"document/{id.Value}", before, after);
            await db.SaveChangesAsync(cancellationToken);
            return id;
        }
    }
}
