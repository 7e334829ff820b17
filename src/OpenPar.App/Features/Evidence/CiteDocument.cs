using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
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

    public sealed class Handler(OpenParDb db, RowAccess access, TimeProvider time, Actor actor)
    {
        public async Task<Answer<long>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var page = ReadPage(command.Page, out var pageOk);
            if (!pageOk) return Refusals.PageUnreadable;
            var answer = await access.LoadAsync(command.Row, RowEvent.Save, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var document = await ListDocuments.Visible(db, actor).Where(d => d.Id == command.Document).Select(d => new { d.ArchiveOn }).SingleOrDefaultAsync(cancellationToken);
            if (document is null) return Refusals.NoDocument;
            if (document.ArchiveOn <= time.Today()) return Refusals.Archived(document.ArchiveOn.Value);
            var item = string.IsNullOrWhiteSpace(command.Item) ? null : VietnameseText.Clean(command.Item);
            if (await db.Citations.AnyAsync(c => c.RowId == command.Row && c.DocumentId == command.Document && c.Item == item && c.Page == page, cancellationToken))
                return Refusals.AlreadyCited;

            var row = answer.Value.Row;
            row.State = RowMachine.Find(row.State, RowEvent.Save)!.To;
            var citation = new Citation { Id = default, RowId = command.Row, DocumentId = command.Document, Item = item, Page = page, AddedAt = time.GetUtcNow(), AddedBy = actor.Name };
            db.Citations.Add(citation);
            db.Record(actor, time, nameof(CiteDocument), $"row/{command.Row.Value}", after: new { Document = command.Document.Value, item, page });
            await db.SaveChangesAsync(cancellationToken);
            return citation.Id;
        }
    }

    /// <summary>Reads a typed page; empty is none.</summary>
    internal static int? ReadPage(string? typed, out bool ok)
    {
        ok = true;
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var reading = NumberText.Read(typed, NumberUse.Count);
        ok = reading is { Ok: true, Value: >= 1 and <= 100_000 };
        return ok ? (int)reading.Value!.Value : null;
    }
}
