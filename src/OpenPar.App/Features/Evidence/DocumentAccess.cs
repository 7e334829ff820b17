using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.Core;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Evidence;

/// <summary>Every change of a document goes through here: the person sees it and it is their agency's, or the whole province is theirs.</summary>
public sealed class DocumentAccess(OpenParDb db, Actor actor)
{
    public static class Refusals
    {
        public static Refusal NotFound => Refusal.Of("not-found", "Không tìm thấy tài liệu.", "There is no such document.");

        public static Refusal NotYours => Refusal.Of("not-yours", "Tài liệu do cơ quan khác thêm; chỉ cơ quan đó sửa được. Không có gì được lưu.", "Another agency added this document; only they may change it. Nothing was saved.");
    }

    /// <summary>The document with its files, tracked.</summary>
    public async Task<Answer<Document>> LoadAsync(DocumentId id, CancellationToken cancellationToken)
    {
        if (!await ListDocuments.Visible(db, actor).AnyAsync(d => d.Id == id, cancellationToken)) return Refusals.NotFound;
        var document = await db.Documents.Include(d => d.Revisions).SingleAsync(d => d.Id == id, cancellationToken);
        return May(actor, document) ? document : Refusals.NotYours;
    }

    /// <summary>Whether a person may change a document they see.</summary>
    public static bool May(Actor actor, Document document)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(document);
        return actor.ScopeOf(Permission.AddEvidence) switch
        {
            Scope.Province => true,
            Scope.OwnAgency => actor.Agency is { } agency && document.AgencyId == agency,
            _ => false,
        };
    }
}
