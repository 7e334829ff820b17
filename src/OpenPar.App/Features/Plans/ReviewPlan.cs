using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Plans;
using OpenPar.App.Features.Organisations;
using OpenPar.App.Features.Reviews;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Plans;
using OpenPar.Core.Plans.Reviewing;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Plans;

/// <summary>An uploaded plan under review: its rows with every guess, the names nobody knows, and how far the review has come.</summary>
public static class ReviewPlan
{
    /// <summary>One row.</summary>
    /// <param name="Row">The row as stored.</param>
    /// <param name="Words">What will be taken over.</param>
    /// <param name="Flags">Guesses, repairs and differences.</param>
    public sealed record Line(PlanImportRow Row, PlanWords Words, IReadOnlyList<PlanFlag> Flags)
    {
        /// <summary>True while nobody has looked at what is doubtful.</summary>
        public bool ToLookAt => Row.State == ReviewState.Open && Flags.Count > 0;

        /// <summary>The three versions of a row of a corrected plan; null for others.</summary>
        public PlanMerge? Merge => Row is { Old: { } old, Decided: { } decided, Read: { } read }
            ? PlanMerge.Of(PlanJson.ReadWords(old), PlanJson.ReadWords(decided), PlanJson.ReadWords(read)) : null;
    }

    /// <summary>A name the register does not know for certain, with the rows that use it.</summary>
    public sealed record OpenName(AgencyMatch Match, IReadOnlyList<int> Rows);

    /// <summary>Open rows that carry one kind of flag.</summary>
    /// <param name="Kind">The flag.</param>
    /// <param name="Rows">The rows, by their ordinals.</param>
    /// <param name="Reason">What one of them says.</param>
    public sealed record FlagGroup(PlanFlagKind Kind, IReadOnlyList<int> Rows, LocalText Reason)
    {
        /// <summary>True when all of them may be confirmed at once.</summary>
        public bool AtOnce => !DecidePlanRows.OnlyOneByOne(Kind);
    }

    public sealed record View(
        PlanImport Import, string? Corrects, IReadOnlyList<PlanAnnex> Annexes, IReadOnlyList<Finding> Findings, IReadOnlyList<Line> Lines,
        IReadOnlyList<OpenName> OpenNames, IReadOnlyList<FlagGroup> Groups, string? LastStep, IReadOnlyList<Agency> Register, Framework? Framework)
    {
        public IEnumerable<Line> ToLookAt => Lines.Where(l => l.ToLookAt);

        public bool Open => Import.State == ImportState.InReview;

        /// <summary>The next row to look at after another, going round; null when none is left.</summary>
        public int? NextToLookAt(int after) =>
            (ToLookAt.FirstOrDefault(l => l.Row.Number > after) ?? ToLookAt.FirstOrDefault(l => l.Row.Number != after))?.Row.Number;
    }

    public sealed class Handler(OpenParDb db, PlanReviewing reviewing, FrameworkCatalog catalog)
    {
        public async Task<View?> HandleAsync(ImportId id, CancellationToken cancellationToken)
        {
            var import = await db.PlanImports.AsNoTracking().Include(i => i.Rows).SingleOrDefaultAsync(i => i.Id == id, cancellationToken);
            if (import is null) return null;
            var register = await db.RegisterAsync(cancellationToken);
            List<Line> lines = [.. import.Rows.OrderBy(r => r.Number).Select(r => new Line(r, PlanJson.ReadWords(r.Words), PlanJson.Read<List<PlanFlag>>(r.Flags)))];
            var corrects = import.PlanId is { } plan ? await db.Plans.Where(p => p.Id == plan).Select(p => p.Title).SingleAsync(cancellationToken) : null;
            var framework = import.FrameworkId is { } set ? await catalog.FindAsync(db, set, cancellationToken) : null;
            return new View(import, corrects, PlanJson.Read<List<PlanAnnex>>(import.Annexes), PlanJson.Read<List<Finding>>(import.Findings), lines,
                OpenNames(lines, ImportNames.Of(import, register)), Groups(lines), (await reviewing.LastAsync(id, cancellationToken))?.What, register, framework);
        }

        private static List<OpenName> OpenNames(List<Line> lines, ImportNames names)
        {
            var written =
                from line in lines
                where line.Row.State != ReviewState.LeftOut
                from name in line.Words.Items(PlanField.Lead).Concat(line.Words.Items(PlanField.Coordinating)).Distinct()
                group line.Row.Number by name;
            // The names most rows use come first: each answer settles the most.
            return [.. written.Where(g => names.Open([g.Key]).Any()).OrderByDescending(g => g.Count()).Select(g => new OpenName(names.Match(g.Key), [.. g]))];
        }

        private static List<FlagGroup> Groups(List<Line> lines) =>
            [.. lines.Where(l => l.ToLookAt).SelectMany(l => l.Flags.Select(flag => (l.Row.Number, flag))).GroupBy(p => p.flag.Kind)
                .OrderBy(g => !DecidePlanRows.OnlyOneByOne(g.Key)).ThenByDescending(g => g.Count())
                .Select(g => new FlagGroup(g.Key, [.. g.Select(p => p.Number).Distinct()], g.First().flag.Reason))];
    }
}
