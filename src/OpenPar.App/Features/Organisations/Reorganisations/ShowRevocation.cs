using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Organisations.Reorganising;
using OpenPar.Core.Organisations.Reorganising.Revoking;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Organisations.Reorganisations;

/// <summary>
/// The taking back of a reorganisation that was carried out: what will go back, what is kept and what stands in the way, computed now and
/// written nowhere; or what was done.
/// </summary>
public static class ShowRevocation
{
    /// <summary>What was typed since into one row, in words, and the units whose rows take it or note it.</summary>
    public sealed record TypedLine(string Round, CriterionCode Code, string Title, string Typist, LocalText Typed, IReadOnlyList<string> Units, bool Taken);

    /// <param name="Record">The reorganisation as entered.</param>
    /// <param name="Asked">What it asks.</param>
    /// <param name="Sources">Names of the agencies before.</param>
    /// <param name="Applied">When and by whom it was carried out.</param>
    /// <param name="Revoked">When, by whom and why it was taken back; null before.</param>
    /// <param name="Refusals">Why it cannot be taken back whatever is done; empty when it can.</param>
    /// <param name="Plan">The plan; of one that was taken back its steps alone.</param>
    /// <param name="Parts">Its steps by part, in words.</param>
    /// <param name="Typed">What was typed since.</param>
    /// <param name="Seen">A mark of all this; given back with the act, it shows that nothing changed meanwhile.</param>
    public sealed record View(
        ReorganisationRecord Record, Reorganisation Asked, IReadOnlyList<string> Sources, ReorganisationApplication Applied, ReorganisationRevocation? Revoked, IReadOnlyList<Refusal> Refusals,
        RevocationPlan Plan, IReadOnlyList<ShowReorganisation.PartLine> Parts, IReadOnlyList<TypedLine> Typed, string Seen);

    public sealed class Handler(OpenParDb db, RevocationPlanning planning, FrameworkCatalog frameworks)
    {
        /// <summary>Null when there is no such reorganisation or it was never carried out.</summary>
        public async Task<View?> HandleAsync(ReorganisationId id, CancellationToken cancellationToken)
        {
            var record = await db.Reorganisations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
            var applied = await db.ReorganisationApplications.AsNoTracking().SingleOrDefaultAsync(a => a.ReorganisationId == id, cancellationToken);
            if (record is null || applied is null) return null;
            var asked = ReorganisationJson.Read<Reorganisation>(record.Content);
            var revoked = await db.ReorganisationRevocations.AsNoTracking().SingleOrDefaultAsync(r => r.ReorganisationId == id, cancellationToken);
            var register = await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
            string Name(AgencyId agency) => register.GetValueOrDefault(agency, agency.ToString());
            var (plan, seen, refusals) = (new RevocationPlan([], [], []), "", (IReadOnlyList<Refusal>)[]);
            if (revoked is not null) plan = plan with { Steps = ReorganisationJson.Read<List<ReorganisationStep>>(revoked.Steps) };
            else if (await planning.PlanAsync(record, applied, cancellationToken) is { Done: true } planned) (plan, seen) = (planned.Value.Plan, planned.Value.Mark);
            else refusals = [RevokeReorganisation.Refusals.NoTrace];

            return new View(
                record, asked, [.. asked.Sources.Select(Name)], applied, revoked, refusals, plan,
                [.. plan.Steps.GroupBy(StepWords.PartOf).OrderBy(g => g.Key).Select(g => new ShowReorganisation.PartLine(g.Key, [.. g.Select(s => StepWords.Of(s, Name))]))],
                await TypedAsync(plan, Name, cancellationToken), seen);
        }

        private async Task<List<TypedLine>> TypedAsync(RevocationPlan plan, Func<AgencyId, string> name, CancellationToken cancellationToken)
        {
            var given = plan.Steps.Select(s => s switch
            {
                GiveBackRow r => (r.Row, r.From, r.Code, r.RoundTitle, r.Unit, r.Typist, r.Typed, Taken: true),
                NoteRow n => (n.Row, n.From, n.Code, n.RoundTitle, n.Unit, n.Typist, n.Typed, Taken: false),
                _ => default,
            }).Where(g => g.Typed is not null);
            var lines = new List<TypedLine>();
            foreach (var typed in given.GroupBy(g => g.From))
            {
                var (one, row) = (typed.First(), new RowId(typed.Key));
                var group = await db.Sheets.Where(s => s.Rows.Any(r => r.Id == row)).Select(s => s.GroupId).SingleAsync(cancellationToken);
                var criterion = (await frameworks.OfGroupAsync(db, group, cancellationToken)).Find(one.Code);
                lines.Add(new TypedLine(one.RoundTitle, one.Code, criterion?.Title ?? one.Code.ToString(), name(one.Typist), TypedRows.Words(one.Typed, criterion), [.. typed.Select(t => name(t.Unit))], one.Taken));
            }

            return lines;
        }
    }
}
