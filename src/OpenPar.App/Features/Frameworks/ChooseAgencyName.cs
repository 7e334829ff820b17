using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Organisations;
using OpenPar.App.Features.Reviews;
using OpenPar.Core;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Frameworks;

/// <summary>
/// During a review a person says what a name of the annex stands for: an agency of the register, a new agency, or no agency.
/// The choice holds for all rows of the import that nobody has decided yet.
/// </summary>
public static class ChooseAgencyName
{
    /// <param name="Import">The review.</param>
    /// <param name="Meaning">The name and what it stands for.</param>
    public sealed record Command(ImportId Import, ExplainAgencyName.Command Meaning);

    public static class Refusals
    {
        public static Refusal NameUnknown(string written) => Refusal.Of("name-unknown", $"Tệp không có tên “{written}”.", $"The file has no name “{written}”.");
    }

    public sealed class Handler(OpenParDb db, AssignmentReviewing reviewing, ExplainAgencyName.Handler explain)
    {
        public async Task<Answer<ImportId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var answer = await reviewing.ChangeAsync<ImportId>(command.Import, nameof(ChooseAgencyName), async review =>
            {
                var (import, written) = (review.Import, command.Meaning.Written);
                if (!import.Rows.Exists(r => r.WrittenLead.Contains(written))) return Refusals.NameUnknown(written);
                var agency = await explain.HandleAsync(command.Meaning, cancellationToken);
                if (!agency.Done) return agency.Refusals.ToList();
                var choices = ImportNames.ChoicesOf(import);
                choices[written] = agency.Value?.ToString() ?? "";
                import.NameChoices = JsonSerializer.Serialize(choices, RuleJson.Options);
                var register = await db.RegisterAsync(cancellationToken);
                var names = ImportNames.Of(import, register);
                foreach (var row in import.Rows.Where(r => !r.DecidedByPerson && r.WrittenLead.Contains(written)).ToList()) review.Touch(row.Code)!.LeadIds = names.Resolve(row.WrittenLead);
                review.What = $"Chọn nghĩa của tên “{written}”";
                return command.Import;
            }, cancellationToken);
            if (answer.Done) await transaction.CommitAsync(cancellationToken);
            return answer;
        }
    }
}
