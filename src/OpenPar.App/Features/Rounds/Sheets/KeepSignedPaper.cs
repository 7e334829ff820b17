using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Evidence;
using OpenPar.Core;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Rounds.Sheets;

/// <summary>Keeps the scan of the signed paper, or a digitally signed file, with the last signing of a sheet. The file becomes a document of the library.</summary>
public static class KeepSignedPaper
{
    public sealed record Command(SheetId Sheet, string? FileName, Stream? Content);

    public static class Refusals
    {
        public static Refusal NotSigned => Refusal.Of("not-signed", "Phiếu chưa được ký nên chưa có lần ký nào để kèm tệp; không có gì được lưu.", "The sheet is not signed, so there is nothing to keep the file with; nothing was saved.", "file");
    }

    public sealed class Handler(OpenParDb db, AddDocument.Handler add, TimeProvider time, Actor actor)
    {
        public async Task<Answer<DocumentId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var sheet = await db.Sheets.AsNoTracking().SingleOrDefaultAsync(s => s.Id == command.Sheet, cancellationToken);
            if (sheet is null) return SheetAccess.Refusals.NotFound;
            if (actor.ScopeOf(Permission.AddEvidence) != Scope.OwnAgency || actor.Agency != sheet.UnitId) return SheetAccess.Refusals.NotYours;
            var closing = await db.Closings.AsNoTracking().Where(c => c.SheetId == sheet.Id).OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
            if (closing is null) return Refusals.NotSigned;
            var unit = await db.Agencies.Where(a => a.Id == sheet.UnitId).Select(a => a.Name).SingleAsync(cancellationToken);
            var round = await db.Rounds.Where(r => r.Id == sheet.RoundId).Select(r => new { r.Title, r.Demonstration }).SingleAsync(cancellationToken);
            var description = new DocumentDescription { Issuer = unit, Subject = $"Phiếu chấm điểm đã ký: {round.Title}", Type = "Phiếu chấm điểm" };
            var added = await add.HandleAsync(new AddDocument.Command(description, round.Demonstration, command.FileName, command.Content), cancellationToken);
            if (!added.Done) return added.Refusals.ToList();
            db.ClosingDocuments.Add(new ClosingDocument { ClosingId = closing.Id, DocumentId = added.Value.Document, AddedBy = actor.Name, AddedAt = time.GetUtcNow() });
            db.Record(actor, time, nameof(KeepSignedPaper), $"sheet/{sheet.Id.Value}", after: new { Document = added.Value.Document.Value, closing.Sha256 });
            await db.SaveChangesAsync(cancellationToken);
            return added.Value.Document;
        }
    }
}
