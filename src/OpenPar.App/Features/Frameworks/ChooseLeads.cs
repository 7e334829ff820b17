using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Reviews;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Features.Frameworks;

/// <summary>During a review a person says which agencies a row of the annex names: those shown, or others.</summary>
public static class ChooseLeads
{
    /// <param name="Import">The review.</param>
    /// <param name="Code">The row.</param>
    /// <param name="Agencies">The agencies; null says that those shown are right.</param>
    public sealed record Command(ImportId Import, CriterionCode Code, IReadOnlyList<AgencyId>? Agencies);

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<CriterionCode>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var import = await db.AssignmentImports.SingleOrDefaultAsync(i => i.Id == command.Import, cancellationToken);
            if (import is null) return ReviewRefusals.Unknown;
            if (import.State != ImportState.InReview) return ReviewRefusals.Closed(import.State);
            var row = await db.AssignmentImportRows.SingleOrDefaultAsync(r => r.ImportId == command.Import && r.Code == command.Code, cancellationToken);
            if (row is null) return ReviewRefusals.RowUnknown(command.Code);
            var wanted = (command.Agencies ?? [.. row.LeadIds.Select(AgencyId.Parse)]).Distinct().ToList();
            var known = await db.Agencies.Where(a => wanted.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancellationToken);
            if (wanted.Except(known).Select(SetLeads.Refusals.AgencyUnknown).ToList() is { Count: > 0 } refusals) return refusals;

            var before = new { Leads = row.LeadIds, row.DecidedByPerson };
            row.LeadIds = [.. wanted.Select(a => a.ToString())];
            row.DecidedByPerson = true;
            db.Record(actor, time, nameof(ChooseLeads), $"import/{command.Import.Value}", before, new { Code = command.Code.ToString(), Leads = row.LeadIds, row.DecidedByPerson });
            await db.SaveChangesAsync(cancellationToken);
            return command.Code;
        }
    }
}
