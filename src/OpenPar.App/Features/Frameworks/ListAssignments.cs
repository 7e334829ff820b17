using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core.Frameworks;

namespace OpenPar.App.Features.Frameworks;

/// <summary>The frameworks with how far their assignment has come, and the imports.</summary>
public static class ListAssignments
{
    public sealed record FrameworkLine(FrameworkId Id, string Title, int Leaves, int Assigned);

    public sealed record ImportLine(ImportId Id, FrameworkId Framework, string FileName, ImportState State, DateTimeOffset UploadedAt, string UploadedBy, int Rows);

    public sealed record View(IReadOnlyList<FrameworkLine> Frameworks, IReadOnlyList<ImportLine> Imports);

    public sealed class Handler(OpenParDb db, FrameworkCatalog catalog)
    {
        public async Task<View> HandleAsync(CancellationToken cancellationToken)
        {
            var lines = new List<FrameworkLine>();
            foreach (var id in await db.Frameworks.OrderByDescending(f => f.FirstYear).ThenBy(f => f.Id).Select(f => f.Id).ToListAsync(cancellationToken))
            {
                var framework = await catalog.GetAsync(db, id, cancellationToken);
                var leads = await Leads.OfAsync(db, id, cancellationToken);
                lines.Add(new FrameworkLine(id, framework.Title, framework.Leaves.Count, framework.Leaves.Count(c => leads.Contains(c.Code))));
            }

            var imports = await db.AssignmentImports.AsNoTracking().OrderByDescending(i => i.UploadedAt).Take(50)
                .Select(i => new ImportLine(i.Id, i.FrameworkId, i.FileName, i.State, i.UploadedAt, i.UploadedBy, i.Rows.Count)).ToListAsync(cancellationToken);
            return new View(lines, imports);
        }
    }
}
