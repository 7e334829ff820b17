using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Plans;
using OpenPar.App.Features.Organisations;
using OpenPar.App.Features.Reviews;
using OpenPar.Core;
using OpenPar.Core.Organisations;
using OpenPar.Core.Plans.Reviewing;

namespace OpenPar.App.Features.Plans;

/// <summary>Changes what a row of a plan says, adds a row, takes one out or brings it back. A row that was looked at carries no guess any more.</summary>
public static class EditPlanRow
{
    /// <param name="Plan">The plan.</param>
    /// <param name="Row">The row; null for a new one.</param>
    /// <param name="Version">The row as the person saw it; not used for a new one.</param>
    /// <param name="Words">What it says.</param>
    /// <param name="LeftOut">True to take it out of the plan.</param>
    public sealed record Command(PlanId Plan, PlanRowId? Row, uint Version, PlanWords Words, bool LeftOut);

    public static class Refusals
    {
        public static Refusal PlanUnknown => Refusal.Of("plan-unknown", "Không có kế hoạch này.", "There is no such plan.");

        public static Refusal RowUnknown => Refusal.Of("row-unknown", "Kế hoạch không có dòng này.", "The plan has no such row.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<PlanRowId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.Plan, cancellationToken);
            if (plan is null) return Refusals.PlanUnknown;
            if (command.Words.Title.Length == 0) return MendPlanRow.Refusals.Nothing;
            var row = command.Row is { } id ? await db.PlanRows.Include(r => r.Agencies).SingleOrDefaultAsync(r => r.Id == id && r.PlanId == command.Plan, cancellationToken) : await NewAsync(command.Plan, cancellationToken);
            if (row is null) return Refusals.RowUnknown;
            var before = command.Row is null ? null : new { row.Words, row.LeftOut };
            if (command.Row is not null)
            {
                if (row.Version != command.Version) return MendPlanRow.Refusals.ChangedMeanwhile("");
                db.Entry(row).Property(r => r.Version).OriginalValue = command.Version;
            }

            var register = await db.RegisterAsync(cancellationToken);
            var on = plan.Year is { } year ? new DateOnly(year, 12, 31) : time.Today();
            row.Say(command.Words, plan.Year, new ImportNames(new AgencyNames(register, on), Chosen(row)));
            (row.LeftOut, row.Flags) = (command.LeftOut, "[]");
            db.Record(actor, time, nameof(EditPlanRow), $"plan-row/{row.Id.Value}", before, new { row.Words, row.LeftOut });
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                return MendPlanRow.Refusals.ChangedMeanwhile("");
            }

            return row.Id;
        }

        private async Task<PlanRowRecord> NewAsync(PlanId plan, CancellationToken cancellationToken)
        {
            var last = await db.PlanRows.Where(r => r.PlanId == plan).Select(r => (int?)r.SortOrder).MaxAsync(cancellationToken);
            var row = PlanRows.New(plan, (last ?? -1) + 1, 1);
            db.PlanRows.Add(row);
            return row;
        }

        // What a person chose for a name of this row holds on.
        private static Dictionary<string, string> Chosen(PlanRowRecord row) =>
            row.Agencies.Where(a => a.AgencyId is not null).GroupBy(a => a.Written).ToDictionary(g => g.Key, g => g.First().AgencyId!.Value.ToString());
    }
}
