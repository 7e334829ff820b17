using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Organisations;
using OpenPar.App.Features.Reviews;
using OpenPar.Core;
using OpenPar.Core.Plans.Reviewing;

namespace OpenPar.App.Features.Plans;

/// <summary>During a review a person says what a name in the plan stands for; the choice holds for all its rows.</summary>
public static class ChoosePlanName
{
    public sealed record Command(ImportId Import, ExplainAgencyName.Command Meaning);

    public sealed class Handler(OpenParDb db, PlanReviewing reviewing, ExplainAgencyName.Handler explain)
    {
        public async Task<Answer<ImportId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var answer = await reviewing.ChangeAsync<ImportId>(command.Import, nameof(ChoosePlanName), async review =>
            {
                var written = command.Meaning.Written;
                if (!review.Import.Rows.Exists(r => Names(PlanJson.ReadWords(r.Words)).Contains(written))) return ChooseAgencyName.Refusals.NameUnknown(written);
                var agency = await explain.HandleAsync(command.Meaning, cancellationToken);
                if (!agency.Done) return agency.Refusals.ToList();
                var choices = ImportNames.ChoicesOf(review.Import);
                choices[written] = agency.Value?.ToString() ?? "";
                review.Import.NameChoices = PlanJson.Write(choices);
                review.What = $"Chọn nghĩa của tên “{written}”";
                return command.Import;
            }, cancellationToken);
            if (answer.Done) await transaction.CommitAsync(cancellationToken);
            return answer;
        }

        private static IEnumerable<string> Names(PlanWords words) => words.Items(PlanField.Lead).Concat(words.Items(PlanField.Coordinating));
    }
}
