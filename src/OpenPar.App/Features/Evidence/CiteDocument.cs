using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Rounds;
using OpenPar.Core;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Evidence;

/// <summary>Names a document, with item and page, as proof of a row.</summary>
public static class CiteDocument
{
    public sealed record Command(RowId Row, DocumentId Document, string? Item, string? Page);

    public static class Refusals
    {
        public static Refusal NoDocument => Refusal.Of("no-document", "Không tìm thấy tài liệu.", "There is no such document.", "document");

        public static Refusal PageUnreadable => Refusal.Of("page-unreadable", "Trang phải là số nguyên từ 1.", "The page is a whole number from 1.", "page");

        public static Refusal Archived(DateOnly day) => Refusal.Of("archived",
            $"Tài liệu đã đưa vào lưu trữ từ {day:dd/MM/yyyy} nên không dẫn thêm. Chọn tài liệu khác, hoặc sửa ngày lưu trữ của tài liệu.",
            $"The document went to the archive on {day:dd/MM/yyyy} and is not cited any more. Choose another, or change its day of archiving.", "document");

        public static Refusal AlreadyCited => Refusal.Of("already-cited", "Tài liệu này đã được dẫn cho dòng này với cùng mục và trang.", "This document is already cited for this row at the same place.", "document");
    }

    /// <summary>Where in the document the proof stands, as typed.</summary>
    public static Answer<(string? Item, int? Page)> ReadPlace(string? item, string? page)
    {
        (string?, int?) place = (string.IsNullOrWhiteSpace(item) ? null : VietnameseText.Clean(item), null);
        if (string.IsNullOrWhiteSpace(page)) return place;
        var reading = NumberText.Read(page, NumberUse.Count);
        return reading is { Ok: true, Value: >= 1 and <= 100_000 } ? (place.Item1, (int)reading.Value!.Value) : Refusals.PageUnreadable;
    }

    /// <summary>Why the person may not cite a document today; null when they may.</summary>
    internal static async Task<Refusal?> RefusalAsync(OpenParDb db, Actor actor, DateOnly today, DocumentId id, CancellationToken cancellationToken)
    {
        var document = await ListDocuments.Visible(db, actor).Where(d => d.Id == id).Select(d => new { d.ArchiveOn }).SingleOrDefaultAsync(cancellationToken);
        if (document is null) return Refusals.NoDocument;
        return document.ArchiveOn is { } archived && archived <= today ? Refusals.Archived(archived) : null;
    }

    public sealed class Handler(OpenParDb db, RowAccess access, TakeFile take, TimeProvider time, Actor actor)
    {
        public async Task<Answer<long>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var place = ReadPlace(command.Item, command.Page);
            if (!place.Done) return place.Refusals.ToList();
            var answer = await access.LoadAsync(command.Row, RowEvent.Save, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            if (await RefusalAsync(db, actor, time.Today(), command.Document, cancellationToken) is { } no) return no;
            var (item, page) = place.Value;
            var citation = Make(answer.Value, command.Document, item, page);
            return await SaveAsync(answer.Value, citation, cancellationToken) is { } refusal ? refusal : citation.Id;
        }

        /// <summary>The citation, ready to be saved.</summary>
        public Citation Make(LoadedRow loaded, DocumentId document, string? item, int? page)
        {
            ArgumentNullException.ThrowIfNull(loaded);
            var row = loaded.Row;
            var citation = new Citation { Id = default, RowId = row.Id, DocumentId = document, Item = item, Page = page, AddedAt = time.GetUtcNow(), AddedBy = actor.Name };
            db.Citations.Add(citation);
            db.Record(actor, time, nameof(CiteDocument), $"row/{row.Id.Value}", after: new { Document = document.Value, item, page });
            return citation;
        }

        /// <summary>
        /// Saves it, if the row may still be written in that moment; the row counts as begun. An autosave of the same row is no conflict: evidence is added whatever the figures are.
        /// </summary>
        public async Task<Refusal?> SaveAsync(LoadedRow loaded, Citation citation, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(loaded);
            ArgumentNullException.ThrowIfNull(citation);
            var row = loaded.Row;
            for (; ; )
            {
                await using var transaction = await access.HoldRowAsync(row.Id, cancellationToken);
                if (await db.Citations.AnyAsync(c => c.RowId == row.Id && c.DocumentId == citation.DocumentId && c.Item == citation.Item && c.Page == citation.Page, cancellationToken))
                    return Refusals.AlreadyCited;
                await db.Entry(row).ReloadAsync(cancellationToken);
                if (RowMachine.Find(row.State, RowEvent.Save) is not { } transition) return RowAccess.Refusals.WrongState(row.State);
                row.State = transition.To;
                try
                {
                    if (await take.SaveAsync(cancellationToken) is { } refusal) return refusal;
                    await transaction.CommitAsync(cancellationToken);
                    return null;
                }
                catch (DbUpdateConcurrencyException meanwhile) when (meanwhile.Entries is [{ Entity: Row changed }] && changed == row)
                {
                    // Saved beside us: once more with the row as it is now.
                }
            }
        }
    }
}
