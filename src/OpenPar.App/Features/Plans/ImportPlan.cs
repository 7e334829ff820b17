using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Plans;
using OpenPar.App.Features.Evidence;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Plans;
using OpenPar.Core.Plans.Reviewing;
using OpenPar.Documents.Reading;
using OpenPar.Documents.Reading.Plans;

namespace OpenPar.App.Features.Plans;

/// <summary>Reads a plan and keeps it for review; no plan comes of it before a person accepts, and nothing is kept of a file with errors.</summary>
public static class ImportPlan
{
    /// <param name="FileName">Name of the file as uploaded.</param>
    /// <param name="File">The file, seekable, from its beginning.</param>
    /// <param name="NamesOn">The day whose register the names of agencies are looked up in.</param>
    /// <param name="Reading">What the person chose before reading.</param>
    /// <param name="Framework">The set whose criteria an improvement plan numbers; null for other plans.</param>
    /// <param name="Corrects">The plan the file is a corrected version of; null for a new plan.</param>
    public sealed record Command(string FileName, Stream File, DateOnly NamesOn, PlanReading Reading, FrameworkId? Framework, PlanId? Corrects);

    /// <param name="Id">The review; null when the file has errors.</param>
    /// <param name="Known">True when the same file is under review already, and that review goes on.</param>
    /// <param name="Findings">Everything found.</param>
    public sealed record Result(ImportId? Id, bool Known, IReadOnlyList<Finding> Findings);

    public static class Refusals
    {
        public static Refusal PlanUnknown => Refusal.Of("plan-unknown", "Không có kế hoạch này để sửa.", "There is no such plan to correct.", "Corrects");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, FrameworkCatalog catalog, FileStore store)
    {
        public async Task<Answer<Result>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (command.Framework is { } set && await catalog.FindAsync(db, set, cancellationToken) is null) return ImportAssignments.Refusals.FrameworkUnknown;
            if (command.Corrects is { } corrects && !await db.Plans.AnyAsync(p => p.Id == corrects, cancellationToken)) return Refusals.PlanUnknown;
            var name = Path.GetFileName(command.FileName);
            var plan = await PlanReader.ReadAsync(command.File, name, command.Reading, cancellationToken);
            if (!plan.Usable) return new Result(null, false, plan.Findings);

            command.File.Position = 0;
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(command.File, cancellationToken));
            var known = await db.PlanImports.AsNoTracking()
                .FirstOrDefaultAsync(i => i.Sha256 == hash && i.State == ImportState.InReview && i.PlanId == command.Corrects, cancellationToken);
            if (known is not null) return new Result(known.Id, true, plan.Findings);

            command.File.Position = 0;
            await store.SaveAsync(command.File, DocumentReader.LargestFile, cancellationToken);
            var import = Import(command, name, hash, plan);
            var rows = command.Corrects is null ? NewRows(import, plan) : await CorrectedRowsAsync(import, plan, command.Corrects.Value, cancellationToken);
            import.Rows.AddRange(rows);
            db.PlanImports.Add(import);
            db.Record(actor, time, nameof(ImportPlan), $"plan-import/{import.Id.Value}", null,
                new { import.FileName, import.Sha256, Rows = import.Rows.Count, Findings = plan.Findings.Count, Corrects = command.Corrects?.Value });
            await db.SaveChangesAsync(cancellationToken);
            return new Result(import.Id, false, plan.Findings);
        }

        private PlanImport Import(Command command, string name, string hash, Plan plan) => new()
        {
            Id = ImportId.New(),
            FileName = name,
            Sha256 = hash,
            Title = plan.Head.Title,
            Year = plan.Head.Year,
            Issuer = plan.Head.Issuer,
            Annexes = PlanJson.Write(plan.Annexes),
            FrameworkId = command.Framework,
            PlanId = command.Corrects,
            NamesOn = command.NamesOn,
            NameChoices = "{}",
            Findings = PlanJson.Write(plan.Findings),
            State = ImportState.InReview,
            UploadedAt = time.GetUtcNow(),
            UploadedBy = actor.Name,
        };

        private static List<PlanImportRow> NewRows(PlanImport import, Plan plan) =>
            [.. plan.Rows.Select((row, at) => Row(import, at + 1, row, PlanWords.Of(row, import.Year), row.Flags))];

        private async Task<List<PlanImportRow>> CorrectedRowsAsync(PlanImport import, Plan plan, PlanId corrects, CancellationToken cancellationToken)
        {
            var there = await db.PlanRows.AsNoTracking().Where(r => r.PlanId == corrects).OrderBy(r => r.SortOrder).ToListAsync(cancellationToken);
            return CorrectedPlan.Rows(import, plan, there, Row);
        }

        private static PlanImportRow Row(PlanImport import, int number, PlanRow row, PlanWords words, IReadOnlyList<PlanFlag> flags) => new()
        {
            ImportId = import.Id,
            Number = number,
            Annex = row.Annex,
            Read = PlanJson.Write(PlanWords.Of(row, import.Year)),
            Words = PlanJson.Write(words),
            Flags = PlanJson.Write(flags),
            Source = PlanJson.Write(new RowSource(row.Source, row.Cells)),
            State = ReviewState.Open,
        };
    }
}
