using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Features.Organisations;
using OpenPar.App.Features.Reviews;
using OpenPar.App.Features.Evidence;
using OpenPar.Core;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rules;
using OpenPar.Documents.Reading;

namespace OpenPar.App.Features.Frameworks;

/// <summary>Reads an assignment annex and keeps it for review; nothing is taken over yet, and nothing is kept of a file with errors.</summary>
public static class ImportAssignments
{
    /// <param name="Framework">The framework the annex assigns.</param>
    /// <param name="NamesOn">The day whose register the names of agencies are looked up in.</param>
    /// <param name="FileName">Name of the file as uploaded.</param>
    /// <param name="File">The file, seekable, from its beginning.</param>
    public sealed record Command(FrameworkId Framework, DateOnly NamesOn, string FileName, Stream File);

    /// <param name="Id">The review; null when the file has errors.</param>
    /// <param name="Known">True when the same file is under review already, and that review goes on.</param>
    /// <param name="Findings">Everything found.</param>
    public sealed record Result(ImportId? Id, bool Known, IReadOnlyList<Finding> Findings);

    public static class Refusals
    {
        public static Refusal FrameworkUnknown => Refusal.Of("framework-unknown", "Chọn một bộ chỉ số đã nạp.", "Choose a loaded framework.", "Framework");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, FrameworkCatalog catalog, FileStore store)
    {
        public async Task<Answer<Result>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (await catalog.FindAsync(db, command.Framework, cancellationToken) is not { } framework) return Refusals.FrameworkUnknown;
            var name = Path.GetFileName(command.FileName);
            var annex = await AnnexReader.ReadAsync(command.File, name, cancellationToken);
            IReadOnlyList<Finding> findings = annex.Usable ? [.. annex.Findings, .. AnnexAgainstFramework.Check(annex, framework)] : annex.Findings;
            if (findings.Any(f => f.Severity == Severity.Error) || annex.Rows.Count == 0) return new Result(null, false, findings);

            command.File.Position = 0;
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(command.File, cancellationToken));
            var known = await db.AssignmentImports.AsNoTracking()
                .FirstOrDefaultAsync(i => i.FrameworkId == command.Framework && i.Sha256 == hash && i.State == ImportState.InReview, cancellationToken);
            if (known is not null) return new Result(known.Id, true, findings);

            command.File.Position = 0;
            await store.SaveAsync(command.File, DocumentReader.LargestFile, cancellationToken);
            command.File.Position = 0;
            var register = await db.RegisterAsync(cancellationToken);
            var names = new ImportNames(new AgencyNames(register, command.NamesOn), new Dictionary<string, string>());
            var import = new AssignmentImport
            {
                Id = ImportId.New(),
                FrameworkId = command.Framework,
                FileName = name,
                Sha256 = hash,
                Title = annex.Title,
                SourceText = await SourceText.ReadAsync(command.File, name, cancellationToken),
                NamesOn = command.NamesOn,
                NameChoices = "{}",
                Findings = JsonSerializer.Serialize(findings, RuleJson.Options),
                State = ImportState.InReview,
                UploadedAt = time.GetUtcNow(),
                UploadedBy = actor.Name,
            };
            import.Rows.AddRange(annex.Rows.DistinctBy(r => r.Code).Select((row, at) => Row(import.Id, row, at, names)));
            db.AssignmentImports.Add(import);
            db.Record(actor, time, nameof(ImportAssignments), $"import/{import.Id.Value}", null,
                new { Framework = command.Framework.ToString(), import.FileName, import.Sha256, Rows = import.Rows.Count, Findings = findings.Count });
            await db.SaveChangesAsync(cancellationToken);
            return new Result(import.Id, false, findings);
        }

        private static AssignmentImportRow Row(ImportId id, AnnexRow row, int at, ImportNames names) => new()
        {
            ImportId = id,
            Code = row.Code,
            SortOrder = at,
            Title = row.Title,
            Line = row.Source.Line,
            Source = JsonSerializer.Serialize(row.Source, RuleJson.Options),
            WrittenLead = [.. row.Lead],
            LeadIds = names.Resolve(row.Lead),
            Flags = JsonSerializer.Serialize(row.Flags, RuleJson.Options),
        };
    }
}
