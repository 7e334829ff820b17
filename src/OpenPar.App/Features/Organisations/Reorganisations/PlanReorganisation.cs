using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.Core;
using OpenPar.Core.Organisations;
using OpenPar.Core.Organisations.Reorganising;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Organisations.Reorganisations;

/// <summary>An agency after a reorganisation, as it is entered: one of the register, or a new name.</summary>
/// <param name="Agency">The agency of the register; null for one that is to begin or for a new name.</param>
/// <param name="Name">The new name.</param>
/// <param name="Kind">What a new agency is.</param>
/// <param name="Codes">Criteria that go to it.</param>
/// <param name="People">User names of the people who go to it.</param>
public sealed record SuccessorEntry(
    AgencyId? Agency, string? Name, AgencyKind Kind, IReadOnlyList<Core.Frameworks.CriterionCode> Codes, IReadOnlyList<string> People);

/// <summary>Keeps a reorganisation for review. Nothing else is written: what it will do is computed anew whenever it is looked at.</summary>
public static class PlanReorganisation
{
    public sealed record Command(
        SuccessionKind Kind, DateOnly On, string? Decision, DateOnly? DecidedOn, IReadOnlyList<AgencyId> Sources, IReadOnlyList<SuccessorEntry> Successors);

    public static class Refusals
    {
        public static Refusal DecisionMissing => Refusal.Of("decision-missing", "Nhập số, ký hiệu quyết định hoặc nghị quyết sắp xếp.", "Enter the number of the decision.", "Decision");

        public static Refusal DecisionTooLong => Refusal.Of("decision-too-long", "Số, ký hiệu quyết định dài quá 200 ký tự.", "The number of the decision exceeds 200 characters.", "Decision");

        public static Refusal PersonUnknown(string name) => Refusal.Of("person-unknown",
            $"Không có tài khoản “{name}” ở đơn vị trước sắp xếp.", $"The agencies before have no account “{name}”.", "Successors");
    }

    public sealed class Handler(OpenParDb db, ReorganisationReading reading, TimeProvider time, Actor actor)
    {
        public async Task<Answer<ReorganisationId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var decision = VietnameseText.Clean(command.Decision);
            var refusals = new List<Refusal>();
            if (decision.Length == 0) refusals.Add(Refusals.DecisionMissing);
            if (decision.Length > 200) refusals.Add(Refusals.DecisionTooLong);
            var (asked, unknown) = await new EnteredReorganisation(db).ReadAsync(command, cancellationToken);
            refusals.AddRange(unknown.Select(Refusals.PersonUnknown));
            var state = await reading.ReadAsync(asked, cancellationToken);
            refusals.AddRange(ReorganisationPlan.Of(state, asked, new Dictionary<string, string>()).Refusals);
            refusals.AddRange(RegisterChange.Problems(state, asked));
            if (refusals.Count > 0) return refusals;

            var record = new ReorganisationRecord
            {
                Id = ReorganisationId.New(),
                Kind = asked.Kind,
                EffectiveOn = asked.On,
                Decision = decision,
                DecidedOn = command.DecidedOn,
                Content = ReorganisationJson.Write(asked),
                CreatedAt = time.GetUtcNow(),
                CreatedBy = actor.Name,
            };
            db.Reorganisations.Add(record);
            db.Record(actor, time, nameof(PlanReorganisation), $"reorganisation/{record.Id.Value}", null, new
            {
                asked.Kind,
                asked.On,
                Decision = decision,
                Sources = asked.Sources.Select(s => s.ToString()),
                Successors = asked.Successors.Select(s => s.Id.ToString()),
            });
            await db.SaveChangesAsync(cancellationToken);
            return record.Id;
        }
    }
}
