using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Features.Organisations.Reorganisations;
using OpenPar.Core.Organisations.Reorganising;
using OpenPar.Core.Organisations.Reorganising.Revoking;

namespace OpenPar.App.Features.Frameworks;

/// <summary>The steps among assignments of taking a reorganisation back: who led or coordinated does so again, as it was assigned then. The caller holds the transaction.</summary>
public static class ReturnAssignments
{
    /// <param name="Steps">The steps; those of other parts are left alone.</param>
    /// <param name="Before">The assignments that were removed.</param>
    public sealed record Command(IReadOnlyList<ReorganisationStep> Steps, IReadOnlyList<DutyBefore> Before);

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            foreach (var step in command.Steps.OfType<ReturnDuty>())
            {
                var role = step.Leads ? AssignmentRole.Lead : AssignmentRole.Coordinating;
                if (!step.Keeps) db.Assignments.Remove(await db.Assignments.SingleAsync(a => a.FrameworkId == step.Framework && a.Code == step.Code && a.Role == role && a.AgencyId == step.From, cancellationToken));
                db.Assignments.AddRange(command.Before.Where(b => b.Framework == step.Framework && b.Code == step.Code && b.Role == role && step.To.Contains(b.Agency)).Select(Again));
                db.Record(actor, time, nameof(ReturnAssignments), $"assignment/{step.Framework}/{step.Code}", new { Agencies = new[] { step.From.ToString() }, role }, new { Agencies = step.To.Select(a => a.ToString()), role });
            }

            await db.SaveChangesAsync(cancellationToken);
        }

        private static Assignment Again(DutyBefore before) => new()
        {
            FrameworkId = before.Framework,
            Code = before.Code,
            AgencyId = before.Agency,
            Role = before.Role,
            Origin = before.Origin,
            ImportId = before.Import,
            Note = before.Note,
            DecidedAt = before.DecidedAt,
            DecidedBy = before.DecidedBy,
        };
    }
}
