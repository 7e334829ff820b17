using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Data.Model.Plans;
using OpenPar.App.Features.Evidence.Tasks;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Plans;
using OpenPar.Core.Plans.Reviewing;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Plans;

/// <summary>A plan: its rows by section, found by words, agency and time.</summary>
public static class ShowPlan
{
    /// <param name="Plan">The plan.</param>
    /// <param name="Text">Words every row shown contains, without regard to accents.</param>
    /// <param name="Lead">Agency that leads every row shown.</param>
    /// <param name="Until">Last day by which every row shown ends.</param>
    /// <param name="Marked">True for rows with an unconfirmed guess only.</param>
    public sealed record Query(PlanId Plan, string? Text = null, AgencyId? Lead = null, DateOnly? Until = null, bool Marked = false);

    /// <summary>A row.</summary>
    /// <param name="Row">The row as stored.</param>
    /// <param name="Words">What it says.</param>
    /// <param name="Flags">Guesses nobody has confirmed.</param>
    /// <param name="Criterion">The criterion of the set that an improvement plan numbers; null for others.</param>
    public sealed record Line(PlanRowRecord Row, PlanWords Words, IReadOnlyList<PlanFlag> Flags, Criterion? Criterion);

    /// <param name="Plan">The plan without its rows.</param>
    /// <param name="Lines">Rows that were asked for, in order.</param>
    /// <param name="All">Rows of the plan, without those left out.</param>
    /// <param name="LeftOut">Rows people took out.</param>
    /// <param name="Leads">Agencies that lead a row, with how many.</param>
    /// <param name="BudgetVnd">Sum of the amounts in đồng; null when none is stated.</param>
    public sealed record View(PlanRecord Plan, IReadOnlyList<Line> Lines, int All, IReadOnlyList<Line> LeftOut, IReadOnlyList<(Agency Agency, int Rows)> Leads, decimal? BudgetVnd)
    {
        /// <summary>How many documents prove a row; rows without are not in it.</summary>
        public IReadOnlyDictionary<PlanRowId, int> Proofs { get; init; } = new Dictionary<PlanRowId, int>();

        /// <summary>Rows whose evidence the person may change.</summary>
        public IReadOnlySet<PlanRowId> Provable { get; init; } = new HashSet<PlanRowId>();
    }

    public sealed class Handler(OpenParDb db, FrameworkCatalog catalog, TaskAccess access)
    {
        public async Task<View?> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.Plan, cancellationToken);
            if (plan is null) return null;
            var rows = await db.PlanRows.AsNoTracking().Include(r => r.Agencies).Where(r => r.PlanId == query.Plan).OrderBy(r => r.SortOrder).ToListAsync(cancellationToken);
            var framework = plan.FrameworkId is { } set ? await catalog.FindAsync(db, set, cancellationToken) : null;
            List<Line> lines = [.. rows.Select(row => LineOf(row, framework))];
            var kept = lines.Where(l => !l.Row.LeftOut).ToList();
            var words = VietnameseText.Fold(query.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            bool Asked(Line line) =>
                words.All(word => line.Row.Searchable.Contains(word, StringComparison.Ordinal))
                && (query.Lead is not { } lead || line.Row.Agencies.Exists(a => a.Role == AssignmentRole.Lead && a.AgencyId == lead))
                && (query.Until is not { } until || line.Row.To <= until)
                && (!query.Marked || line.Flags.Count > 0);
            var sums = kept.Where(l => l.Row.BudgetKind == BudgetKind.Amount).Select(l => l.Row.BudgetVnd).OfType<decimal>().ToList();
            return new View(plan, [.. kept.Where(Asked)], kept.Count, [.. lines.Where(l => l.Row.LeftOut)], await LeadsAsync(kept, cancellationToken), sums.Count == 0 ? null : sums.Sum())
            {
                Proofs = await db.TaskCitations.Where(c => db.PlanRows.Any(r => r.Id == c.PlanRowId && r.PlanId == query.Plan)).GroupBy(c => c.PlanRowId)
                    .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken),
                Provable = kept.Select(l => l.Row).Where(access.May).Select(r => r.Id).ToHashSet(),
            };
        }

        private async Task<List<(Agency Agency, int Rows)>> LeadsAsync(List<Line> lines, CancellationToken cancellationToken)
        {
            var counts = lines.SelectMany(l => l.Row.Agencies.Where(a => a is { Role: AssignmentRole.Lead, AgencyId: not null }).Select(a => a.AgencyId!.Value).Distinct()).CountBy(id => id).ToDictionary();
            var agencies = await db.Agencies.AsNoTracking().Where(a => counts.Keys.Contains(a.Id)).ToListAsync(cancellationToken);
            return [.. agencies.Select(a => (Agency: a.ToAgency(), counts[a.Id])).OrderBy(p => p.Agency.Name, VietnameseText.Comparer)];
        }
    }

    // A row with what it says and the criterion it numbers.
    internal static Line LineOf(PlanRowRecord row, Framework? framework)
    {
        var words = PlanJson.ReadWords(row.Words);
        var criterion = CriterionCode.TryParse(words[PlanField.Number].TrimEnd('.'), out var code) ? framework?.Find(code) : null;
        return new Line(row, words, PlanJson.Read<List<PlanFlag>>(row.Flags), criterion);
    }
}
