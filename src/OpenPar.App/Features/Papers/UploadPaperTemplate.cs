using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Papers;
using OpenPar.App.Features.Evidence;
using OpenPar.Core;
using OpenPar.Core.Papers;
using OpenPar.Documents.Writing.Templates;

namespace OpenPar.App.Features.Papers;

/// <summary>Takes the province's own template for a kind of paper, after checking it; nothing is kept of a file with errors.</summary>
public static class UploadPaperTemplate
{
    /// <param name="Kind">The kind of paper.</param>
    /// <param name="FileName">Name of the file as uploaded.</param>
    /// <param name="File">The file.</param>
    public sealed record Command(PaperKind Kind, string? FileName, Stream? File);

    public static class Refusals
    {
        public static Refusal FileMissing => Refusal.Of("file-missing", "Chọn tệp mẫu (.docx).", "Choose the template (.docx).", "file");
    }

    public sealed class Handler(OpenParDb db, FileStore store, TimeProvider time, Actor actor)
    {
        // One byte more than the checker accepts, so that it can say that there was more.
        private const int Limit = (5 * 1024 * 1024) + 1;

        public async Task<Answer<TemplateReading>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (command.File is null) return Refusals.FileMissing;
            var content = await ReadAsync(command.File, cancellationToken);
            var name = SafeFileName.Of(command.FileName);
            var reading = TemplateReader.Check(content, name, command.Kind);
            if (!reading.Usable) return reading;

            using var kept = new MemoryStream(content);
            var file = await store.SaveAsync(kept, Limit, cancellationToken) ?? throw new InvalidOperationException("A checked template is within the limit of the store.");
            var template = await db.PaperTemplates.SingleOrDefaultAsync(t => t.Kind == command.Kind, cancellationToken);
            var before = template?.Sha256;
            if (template is null)
            {
                template = new PaperTemplate { Kind = command.Kind, FileName = name, Sha256 = file.Sha256, Size = file.Size, UploadedAt = time.GetUtcNow(), UploadedBy = actor.Name };
                db.PaperTemplates.Add(template);
            }
            else
            {
                (template.FileName, template.Sha256, template.Size, template.UploadedAt, template.UploadedBy) = (name, file.Sha256, file.Size, time.GetUtcNow(), actor.Name);
            }

            db.Record(actor, time, nameof(UploadPaperTemplate), $"template/{PaperKinds.SlugOf(command.Kind)}", new { Sha256 = before }, new { template.FileName, template.Sha256, template.Size });
            await db.SaveChangesAsync(cancellationToken);
            return reading;
        }

        private static async Task<byte[]> ReadAsync(Stream file, CancellationToken cancellationToken)
        {
            var buffer = new byte[Limit];
            var read = await file.ReadAtLeastAsync(buffer, Limit, throwOnEndOfStream: false, cancellationToken);
            return buffer[..read];
        }
    }
}
