using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Features.Organisations;
using OpenPar.App.Features.Reviews;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Features.Frameworks;

/// <summary>Takes a reviewed annex over into the assignment of its framework, leaf by leaf; decisions of people stay.</summary>
public static class AcceptImport
{
    public sealed record Command(ImportId Import);

    /// <summary>What was done, in leaves.</summary>
    public sealed record Result(FrameworkId Framework, int Written, int Same, int Kept, int Without);

    public static class Refusals
    {
        public static Refusal OpenNames(IReadOnlyList<string> names) => Refusal.Of("open-names",
            $"Còn {names.Count} tên chưa rõ là cơ quan nào: {string.Join("; ", names.Take(5))}{(names.Count > 5 ? "…" : "")}. Chọn cơ quan cho từng tên rồi chấp nhận.",
            $"{names.Count} name(s) stand for no known agency: {string.Join("; ", names.Take(5))}. Choose an agency for each, then accept.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, FrameworkCatalog catalog)
    {
        public async Task<Answer<Result>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var import = await db.AssignmentImports.Include(i => i.Rows).SingleOrDefaultAsync(i => i.Id == command.Import, cancellationToken);
            if (import is null) return ReviewRefusals.Unknown;
            if (import.State != ImportState.InReview) return ReviewRefusals.Closed(import.State);
            var register = await db.RegisterAsync(cancellationToken);
            var names = ImportNames.Of(import, register);
            var open = import.Rows.Where(r => !r.DecidedByPerson).SelectMany(r => names.Open(r.WrittenLead)).Distinct().ToList();
            if (open.Count > 0) return Refusals.OpenNames(open);

            var framework = await catalog.GetAsync(db, import.FrameworkId, cancellationToken);
            var plan = ImportEffect.Of(framework, import.Rows, await Leads.OfAsync(db, import.FrameworkId, cancellationToken));
            var taken = plan.Where(p => p.Change is PlannedChange.New or PlannedChange.Changed || (p.Change == PlannedChange.Same && !p.Present.Any(l => l.ByPerson))).ToList();
            await WriteAsync(import, taken, cancellationToken);
            import.State = ImportState.Accepted;
            import.DecidedAt = time.GetUtcNow();
            db.Record(actor, time, nameof(AcceptImport), $"import/{command.Import.Value}",
                new { Leads = Written(taken, p => p.Present.Select(l => l.Id)) }, new { Framework = import.FrameworkId.ToString(), Leads = Written(taken, p => p.Wanted) });
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                return ReviewRefusals.ChangedMeanwhile;
            }

            int Count(PlannedChange change) => plan.Count(p => p.Change == change);
            return new Result(import.FrameworkId, Count(PlannedChange.New) + Count(PlannedChange.Changed), Count(PlannedChange.Same),
                Count(PlannedChange.KeptDecision), Count(PlannedChange.NotInFile));
        }

        private async Task WriteAsync(AssignmentImport import, List<PlannedLeaf> taken, CancellationToken cancellationToken)
        {
            var codes = taken.Select(p => p.Leaf.Code).ToList();
            db.Assignments.RemoveRange(await db.Assignments
                .Where(a => a.FrameworkId == import.FrameworkId && a.Role == AssignmentRole.Lead && codes.Contains(a.Code)).ToListAsync(cancellationToken));
            db.Assignments.AddRange(
                from leaf in taken
                from agency in leaf.Wanted
                select new Assignment
                {
                    FrameworkId = import.FrameworkId,
                    Code = leaf.Leaf.Code,
                    AgencyId = agency,
                    Role = AssignmentRole.Lead,
                    Origin = leaf.ByPerson ? AssignmentOrigin.Entered : AssignmentOrigin.Imported,
                    ImportId = import.Id,
                    DecidedAt = time.GetUtcNow(),
                    DecidedBy = actor.Name,
                });
        }

        private static Dictionary<string, string> Written(List<PlannedLeaf> taken, Func<PlannedLeaf, IEnumerable<AgencyId>> leads) =>
            taken.ToDictionary(p => p.Leaf.Code.ToString(), p => string.Join(", ", leads(p)));
    }
}
