using System.Text.Json;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Features.Reviews;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Frameworks;

/// <summary>During a review a person says of all rows with one kind of guess that they are right. Rows with a name nobody knows stay open.</summary>
public static class ConfirmLeads
{
    public sealed record Command(ImportId Import, AnnexFlagKind Flag);

    public sealed class Handler(AssignmentReviewing reviewing)
    {
        /// <summary>Answers how many rows were confirmed.</summary>
        public Task<Answer<int>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            return reviewing.ChangeAsync(command.Import, nameof(ConfirmLeads), review => Task.FromResult(Confirm(review, command.Flag)), cancellationToken);
        }

        private static Answer<int> Confirm(OpenAssignmentReview review, AnnexFlagKind flag)
        {
            var choices = ImportNames.ChoicesOf(review.Import);
            var codes = review.Import.Rows.Where(r => !r.DecidedByPerson && Flags(r).Exists(f => f.Kind == flag) && Known(r, choices)).Select(r => r.Code).ToList();
            if (codes.Count == 0) return ReviewRefusals.NoRow;
            foreach (var code in codes) review.Touch(code)!.DecidedByPerson = true;
            review.What = $"Đã xem {codes.Count} dòng: đúng";
            return codes.Count;
        }

        private static List<AnnexFlag> Flags(AssignmentImportRow row) => JsonSerializer.Deserialize<List<AnnexFlag>>(row.Flags, RuleJson.Options) ?? [];

        // Every name of the row stands for an agency, or a person said that it stands for none.
        private static bool Known(AssignmentImportRow row, Dictionary<string, string> choices) =>
            row.LeadIds.Length + row.WrittenLead.Count(name => choices.GetValueOrDefault(name) is { Length: 0 }) >= row.WrittenLead.Length;
    }
}
