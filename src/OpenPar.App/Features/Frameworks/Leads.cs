using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Features.Frameworks;

/// <summary>A lead agency of a criterion as it stands in the assignment.</summary>
public sealed record Lead(AgencyId Id, string Name, AssignmentOrigin Origin, string? Note, string DecidedBy, DateTimeOffset DecidedAt)
{
    /// <summary>True when a person decided this very row; such rows are never replaced by imports or carrying over.</summary>
    public bool ByPerson => Origin is AssignmentOrigin.Entered or AssignmentOrigin.Demonstration;
}

/// <summary>Reads the leads of a framework, by criterion, in order of names.</summary>
public static class Leads
{
    public static async Task<ILookup<CriterionCode, Lead>> OfAsync(OpenParDb db, FrameworkId framework, CancellationToken cancellationToken)
    {
        var all = await (
            from assignment in db.Assignments.AsNoTracking()
            where assignment.FrameworkId == framework && assignment.Role == AssignmentRole.Lead
            join agency in db.Agencies on assignment.AgencyId equals agency.Id
            orderby agency.Name
            select new { assignment.Code, Lead = new Lead(agency.Id, agency.Name, assignment.Origin, assignment.Note, assignment.DecidedBy, assignment.DecidedAt) })
            .ToListAsync(cancellationToken);
        return all.ToLookup(a => a.Code, a => a.Lead);
    }
}
