using OpenPar.App.Data.Model;
using OpenPar.Core;

namespace OpenPar.App.Features.Plans;

/// <summary>Takes the last step of a review back. Agencies that were added to the register stay there.</summary>
public static class UndoPlanReview
{
    public sealed class Handler(PlanReviewing reviewing)
    {
        /// <summary>Answers what was undone.</summary>
        public Task<Answer<string>> HandleAsync(ImportId import, CancellationToken cancellationToken) => reviewing.UndoAsync(import, nameof(UndoPlanReview), cancellationToken);
    }
}
