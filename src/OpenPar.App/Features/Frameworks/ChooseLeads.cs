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

    public sealed class Handler(OpenParDb db, AssignmentReviewing reviewing)
    {
        public Task<Answer<CriterionCode>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            return reviewing.ChangeAsync<CriterionCode>(command.Import, nameof(ChooseLeads), async review =>
            {
                if (review.Touch(command.Code) is not { } row) return ReviewRefusals.RowUnknown(command.Code);
                var wanted = (command.Agencies ?? [.. row.LeadIds.Select(AgencyId.Parse)]).Distinct().ToList();
                var known = await db.Agencies.Where(a => wanted.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancellationToken);
                if (wanted.Except(known).Select(SetLeads.Refusals.AgencyUnknown).ToList() is { Count: > 0 } refusals) return refusals;
                row.LeadIds = [.. wanted.Select(a => a.ToString())];
                row.DecidedByPerson = true;
                review.What = command.Agencies is null ? $"Đã xem dòng {command.Code}: đúng" : $"Sửa dòng {command.Code}";
                return command.Code;
            }, cancellationToken);
        }
    }
}
