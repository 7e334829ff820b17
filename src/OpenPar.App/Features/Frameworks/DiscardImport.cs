using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Reviews;
using OpenPar.Core;

namespace OpenPar.App.Features.Frameworks;

/// <summary>Sets a review aside; the assignment stays as it is and the upload stays readable.</summary>
public static class DiscardImport
{
    public sealed record Command(ImportId Import);

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<ImportId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var import = await db.AssignmentImports.SingleOrDefaultAsync(i => i.Id == command.Import, cancellationToken);
            return import is null ? ReviewRefusals.Unknown : await ReviewEnd.DiscardAsync(db, time, actor, import, nameof(DiscardImport), $"import/{command.Import.Value}", cancellationToken);
        }
    }
}
