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

/// <summary>Takes over a plan that was reviewed elsewhere. Names of agencies are looked up in the register of its year.</summary>
public static class LoadPlan
{
    public sealed record Command(WrittenPlan Plan);

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<PlanId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var written = command.Plan;
            if (written.Framework is { } set && !await db.Frameworks.AnyAsync(f => f.Id == set, cancellationToken)) return Frameworks.ImportAssignments.Refusals.FrameworkUnknown;
            var plan = new PlanRecord
            {
                Id = PlanId.New(),
                Title = written.Title,
                Year = written.Year,
                Issuer = written.Issuer,
                Source = written.Source,
                Tables = PlanJson.Write(written.Tables),
                FrameworkId = written.Framework,
                Demonstration = actor.Demonstration,
                AcceptedAt = time.GetUtcNow(),
                AcceptedBy = actor.Name,
            };
            var register = await db.RegisterAsync(cancellationToken);
            var on = written.Year is { } year ? new DateOnly(year, 12, 31) : time.Today();
            var names = new ImportNames(new AgencyNames(register, on), new Dictionary<string, string>());
            foreach (var (row, at) in written.Rows.Select((r, i) => (r, i)))
            {
                var record = PlanRows.New(plan.Id, at, row.Annex);
                record.Read = PlanJson.Write(row.Words);
                record.Say(row.Words, written.Year, names);
                plan.Rows.Add(record);
            }

            db.Plans.Add(plan);
            db.Record(actor, time, nameof(LoadPlan), $"plan/{plan.Id.Value}", null, new { plan.Title, plan.Source, Rows = plan.Rows.Count });
            await db.SaveChangesAsync(cancellationToken);
            return plan.Id;
        }
    }
}
