using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Plans.Reviewing;

namespace OpenPar.App.Features.Plans;

/// <summary>Takes the last step of a review back. Agencies that were added to the register stay there.</summary>
public static class UndoPlanReview
{
    public static class Refusals
    {
        public static Refusal NothingToUndo => Refusal.Of("nothing-to-undo", "Không còn bước nào để hoàn tác.", "There is nothing left to undo.");
    }

    public sealed class Handler(PlanReviewing reviewing)
    {
        /// <summary>Answers what was undone.</summary>
        public async Task<Answer<string>> HandleAsync(ImportId import, CancellationToken cancellationToken)
        {
            if (await reviewing.LastAsync(import, cancellationToken) is not { } last) return Refusals.NothingToUndo;
            return await reviewing.ChangeAsync<string>(import, nameof(UndoPlanReview), review =>
            {
                var before = PlanJson.Read<ReviewBefore>(last.Before);
                review.Import.NameChoices = before.NameChoices;
                review.What = last.What;
                foreach (var was in before.Rows)
                {
                    var row = review.Touch(was.Number)!;
                    row.Words = PlanJson.Write(new PlanWords(was.Words.Select(text => KeyValuePair.Create(text.Key, (string?)text.Value))));
                    (row.State, row.Edited) = (was.State, was.Edited);
                }

                return last.What;
            }, cancellationToken);
        }
    }
}
