using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Features.Organisations;
using OpenPar.Core;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Frameworks;

/// <summary>
/// During a review a person says what a name of the annex stands for: an agency of the register, a new agency, or no agency.
/// The choice holds for all rows of the import that nobody has decided yet.
/// </summary>
public static class ChooseAgencyName
{
    /// <param name="Import">The review.</param>
    /// <param name="Written">The name as written.</param>
    /// <param name="Agency">The agency; null for a name that is none.</param>
    /// <param name="AddAs">The kind, when the name shall be added to the register as a new agency.</param>
    /// <param name="Remember">True to add the name to the aliases of the agency.</param>
    public sealed record Command(ImportId Import, string Written, AgencyId? Agency, AgencyKind? AddAs, bool Remember);

    public static class Refusals
    {
        public static Refusal NameUnknown(string written) => Refusal.Of("name-unknown", $"Tệp không có tên “{written}”.", $"The file has no name “{written}”.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, AddAgency.Handler addAgency, AddAlias.Handler addAlias)
    {
        public async Task<Answer<ImportId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var import = await db.AssignmentImports.Include(i => i.Rows).SingleOrDefaultAsync(i => i.Id == command.Import, cancellationToken);
            if (import is null) return ReviewRefusals.Unknown;
            if (import.State != ImportState.InReview) return ReviewRefusals.Closed(import.State);
            if (!import.Rows.Exists(r => r.WrittenLead.Contains(command.Written))) return Refusals.NameUnknown(command.Written);

            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var agency = await AgencyAsync(command, cancellationToken);
            if (!agency.Done) return agency.Refusals.ToList();
            var choices = ImportNames.ChoicesOf(import);
            choices[command.Written] = agency.Value?.ToString() ?? "";
            import.NameChoices = JsonSerializer.Serialize(choices, RuleJson.Options);
            var register = await db.Agencies.AsNoTracking().ToListAsync(cancellationToken);
            var names = ImportNames.Of(import, [.. register.Select(a => a.ToAgency())]);
            foreach (var row in import.Rows.Where(r => !r.DecidedByPerson && r.WrittenLead.Contains(command.Written))) row.LeadIds = names.Resolve(row.WrittenLead);
            db.Record(actor, time, nameof(ChooseAgencyName), $"import/{command.Import.Value}", null, new { command.Written, Agency = agency.Value?.ToString() });
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                return ReviewRefusals.ChangedMeanwhile;
            }

            await transaction.CommitAsync(cancellationToken);
            return command.Import;
        }

        private async Task<Answer<AgencyId?>> AgencyAsync(Command command, CancellationToken cancellationToken)
        {
            if (command.AddAs is { } kind)
            {
                var added = await addAgency.HandleAsync(new(new AgencyEntry(command.Written, kind, null, [], null, null)), cancellationToken);
                return added.Done ? (AgencyId?)added.Value : added.Refusals.ToList();
            }

            if (command.Agency is not { } agency) return (AgencyId?)null;
            if (!await db.Agencies.AnyAsync(a => a.Id == agency, cancellationToken)) return SetLeads.Refusals.AgencyUnknown(agency);
            if (!command.Remember) return (AgencyId?)agency;
            var remembered = await addAlias.HandleAsync(new(agency, command.Written), cancellationToken);
            return remembered.Done ? (AgencyId?)agency : remembered.Refusals.ToList();
        }
    }
}
