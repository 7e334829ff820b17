using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Papers;
using OpenPar.App.Features.Evidence;
using OpenPar.Core;
using OpenPar.Core.Papers;
using OpenPar.Documents.Writing;
using OpenPar.Documents.Writing.Templates;

namespace OpenPar.App.Features.Papers;

/// <summary>
/// Puts number, place, date and signer on a paper, records its state, puts its verification code on it and writes it, in the
/// province's own template where there is one. The same state is recorded once; every making of a paper is in the audit log.
/// </summary>
public static class MakePaper
{
    /// <param name="Source">The paper as its module drew it.</param>
    /// <param name="Format">The kind of file.</param>
    /// <param name="Formalities">Number, place, date and signer of this very paper; null takes what the province set.</param>
    public sealed record Command(PaperSource Source, PaperFormat Format, PaperFormalities? Formalities = null);

    /// <param name="Content">The file.</param>
    /// <param name="Code">Its verification code.</param>
    /// <param name="OwnTemplate">Whether the province's own template was used.</param>
    public sealed record Made(byte[] Content, PaperCode Code, bool OwnTemplate);

    public static class Refusals
    {
        public static Refusal PdfMissing => Refusal.Of(
            "pdf-missing", "Máy chủ chưa cài LibreOffice nên chưa lấy được PDF. Lấy bản Word rồi in ra PDF.", "LibreOffice is not installed here, so there is no PDF. Take the Word file and print it.");

        public static Refusal PdfFailed => Refusal.Of(
            "pdf-failed", "Chưa in được ra PDF. Thử lại sau ít phút, hoặc lấy bản Word rồi in ra PDF.", "The PDF could not be printed. Try again in some minutes, or take the Word file and print it.");
    }

    public sealed class Handler(OpenParDb db, FileStore store, ShowPaperFormalities.Handler formalities, TimeProvider time, Actor actor)
    {
        public async Task<Answer<Made>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (command.Format == PaperFormat.Pdf && !PaperPdf.Available) return Refusals.PdfMissing;
            var set = command.Formalities ?? (await formalities.HandleAsync(cancellationToken)).For(command.Source);
            var source = command.Source with { Paper = Marked(set.On(command.Source.Paper)) };
            var state = PaperState.Of(source.Paper);
            var paper = source.Paper with { Trace = source.Paper.Trace with { VerificationCode = state.Code.ToString() } };
            var template = command.Format == PaperFormat.Xlsx ? null : await db.PaperTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.Kind == paper.Kind, cancellationToken);
            var content = await WriteAsync(paper, command.Format == PaperFormat.Xlsx ? PaperFormat.Xlsx : PaperFormat.Docx, template, cancellationToken);
            if (command.Format == PaperFormat.Pdf)
            {
                if (await PaperPdf.PrintAsync(content, cancellationToken) is not { } pdf) return Refusals.PdfFailed;
                content = pdf;
            }

            await RecordAsync(source, state, command.Format, template is not null, cancellationToken);
            return new Made(content, state.Code, template is not null);
        }

        // A paper that a played role takes out is never an official one, whatever it was made from.
        private Paper Marked(Paper paper) => actor.Demonstration ? paper with { Trace = paper.Trace with { Demonstration = true } } : paper;

        private async Task<byte[]> WriteAsync(Paper paper, PaperFormat format, PaperTemplate? template, CancellationToken cancellationToken)
        {
            using var file = new MemoryStream();
            if (template is null)
            {
                PaperWriter.Write(paper, format, file);
                return file.ToArray();
            }

            await using var stored = await store.OpenAsync(template.Sha256, cancellationToken);
            using var layout = new MemoryStream();
            await stored.CopyToAsync(layout, cancellationToken);
            TemplateFiller.Write(layout.ToArray(), paper, file);
            return file.ToArray();
        }

        private async Task RecordAsync(PaperSource source, PaperState state, PaperFormat format, bool ownTemplate, CancellationToken cancellationToken)
        {
            var (paper, code) = (source.Paper, state.Code.ToString());
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            // Two people may take the same paper at the same moment; the state is recorded once all the same.
            var agency = source.OnlyFor?.ToString();
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into papers.records (code, kind, subject, issuer, title, version, data_on, demonstration, agency_id, state, sha256, made_at, made_by, made_by_id)
                values ({code}, {paper.Kind.ToString()}, {source.Subject}, {OneLine(paper.Issuer)}, {OneLine(paper.Name)}, {paper.Trace.Version}, {paper.Trace.DataOn},
                    {paper.Trace.Demonstration}, {agency}, {state.Json}::json, {state.Sha256}, {time.GetUtcNow()}, {actor.Name}, {actor.UserId})
                on conflict (code) do nothing
                """, cancellationToken);
            db.Record(actor, time, nameof(MakePaper), $"paper/{code}", after: new { Kind = PaperKinds.SlugOf(paper.Kind), From = source.Subject, Format = format.ToString(), OwnTemplate = ownTemplate });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        private static string OneLine(string text) => string.Join(' ', PaperText.Lines(text));
    }
}
