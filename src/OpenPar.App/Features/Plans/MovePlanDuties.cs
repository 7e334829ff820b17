using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core.Organisations.Reorganising;

namespace OpenPar.App.Features.Plans;

/// <summary>
/// The steps of a reorganisation in plans: running tasks of an agency are its successor's. What the plan says in words stays as it was
/// issued. The caller holds the transaction.
/// </summary>
public static class MovePlanDuties
{
    public sealed record Command(IReadOnlyList<ReorganisationStep> Steps);

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            foreach (var step in command.Steps.OfType<MovePlanDuty>())
            {
                var id = new PlanRowId(step.Row);
                var role = step.Leads ? AssignmentRole.Lead : AssignmentRole.Coordinating;
                var agency = await db.PlanRowAgencies.SingleAsync(a => a.RowId == id && a.Role == role && a.SortOrder == step.Order, cancellationToken);
                agency.AgencyId = step.To;
                db.Record(actor, time, nameof(MovePlanDuties), $"plan-row/{step.Row}", new { Agency = step.From.ToString(), agency.Written }, new { Agency = step.To.ToString(), agency.Written });
            }

            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
