using OpenPar.App.Data.Model;
using OpenPar.Core;

namespace OpenPar.App.Features.Frameworks;

/// <summary>Takes the last step of the review of an annex back. Agencies that were added to the register stay there.</summary>
public static class UndoImportReview
{
    public sealed class Handler(AssignmentReviewing reviewing)
    {
        /// <summary>Answers what was undone.</summary>
        public Task<Answer<string>> HandleAsync(ImportId import, CancellationToken cancellationToken) => reviewing.UndoAsync(import, nameof(UndoImportReview), cancellationToken);
    }
}
