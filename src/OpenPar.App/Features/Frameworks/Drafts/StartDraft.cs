using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Drafting;
using OpenPar.Documents.Packs;
using OpenPar.Documents.Reading;

namespace OpenPar.App.Features.Frameworks.Drafts;

/// <summary>Begins a draft: empty, from a loaded framework, from a framework file (YAML) or from an annex.</summary>
public static class StartDraft
{
    /// <param name="From">A loaded framework; null for another beginning.</param>
    /// <param name="FileName">Name of an uploaded file; null without one.</param>
    /// <param name="File">Its content.</param>
    public sealed record Command(FrameworkId? From = null, string? FileName = null, Stream? File = null);

    /// <param name="Id">The draft; null when the file could not be used.</param>
    /// <param name="Findings">What was found in the file.</param>
    public sealed record Started(DraftId? Id, IReadOnlyList<Finding> Findings);

    public static class Refusals
    {
        public static Refusal FrameworkUnknown => Refusal.Of("framework-unknown", "Chọn một bộ chỉ số đã nạp.", "Choose a loaded framework.", "framework");
    }

    public sealed class Handler(OpenParDb db, FrameworkCatalog catalog, TimeProvider time, Actor actor)
    {
        public async Task<Answer<Started>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (command.File is { } file) return await OfFileAsync(file, command.FileName ?? "", cancellationToken);
            if (command.From is not { } id) return await SaveAsync((new DraftHead(), []), null, [], cancellationToken);
            if (await catalog.FindAsync(db, id, cancellationToken) is not { } framework) return Refusals.FrameworkUnknown;
            var (head, rows) = DraftReading.Typed(framework);
            // The set stays, the version is for the person to choose: a published one is never written over.
            return await SaveAsync((head with { Identity = id.Set + "/" }, rows), id.ToString(), [], cancellationToken);
        }

        private async Task<Answer<Started>> OfFileAsync(Stream file, string name, CancellationToken cancellationToken)
        {
            if (Path.GetExtension(name).ToUpperInvariant() is ".YAML" or ".YML")
            {
                var reading = FrameworkFile.Read(file, Path.GetFileName(name));
                return reading.Value is { } framework
                    ? await SaveAsync(DraftReading.Typed(framework), Path.GetFileName(name), reading.Findings, cancellationToken)
                    : new Started(null, reading.Findings);
            }

            var annex = await AnnexReader.ReadAsync(file, name, cancellationToken);
            return annex.Rows.Count == 0
                ? new Started(null, annex.Findings)
                : await SaveAsync(DraftReading.Typed(annex), Path.GetFileName(name), annex.Findings, cancellationToken);
        }

        private async Task<Answer<Started>> SaveAsync((DraftHead Head, IReadOnlyList<DraftRow> Rows) typed, string? from, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
        {
            if (typed.Rows.Count > OpenDraft.MostRows) return DraftRefusals.TooManyRows(OpenDraft.MostRows);
            var (id, now) = (DraftId.New(), time.GetUtcNow());
            db.FrameworkDrafts.Add(new FrameworkDraft
            {
                Id = id,
                Head = DraftJson.Write(typed.Head),
                BeganFrom = from,
                State = DraftState.Open,
                NextNumber = typed.Rows.Count + 1,
                Version = 1,
                CreatedAt = now,
                CreatedBy = actor.Name,
                ChangedAt = now,
                ChangedBy = actor.Name,
                Rows = [.. typed.Rows.Select((row, at) => new FrameworkDraftRow
                {
                    DraftId = id,
                    Number = row.Number,
                    SortOrder = at,
                    Level = row.Level,
                    Text = DraftJson.Write(row.Text),
                    Version = 1,
                    ChangedAt = now,
                    ChangedBy = actor.Name,
                })],
            });
            db.Record(actor, time, nameof(StartDraft), $"draft/{id.Value}", null, new { from, Rows = typed.Rows.Count });
            await db.SaveChangesAsync(cancellationToken);
            return new Started(id, findings);
        }
    }
}
