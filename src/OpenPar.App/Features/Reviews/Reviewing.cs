using OpenPar.App.Data.Model;
using OpenPar.Core;

namespace OpenPar.App.Features.Reviews;

/// <summary>A review while one step of it happens.</summary>
public abstract class ReviewInProgress
{
    /// <summary>What is being done, in the words in which it can be undone.</summary>
    public string What { get; set; } = "";

    /// <summary>What undoes it.</summary>
    internal abstract object Before { get; }
}

/// <summary>Opens a review, lets one step happen, and saves it with what undoes it; or takes the last step back.</summary>
public abstract class Reviewing<TImport, TReview, TStep>(ReviewSteps<TStep> steps)
    where TImport : ReviewedImport
    where TReview : ReviewInProgress
    where TStep : ReviewStep, new()
{
    /// <summary>Makes a step; what it refuses leaves the review as it is.</summary>
    public async Task<Answer<T>> ChangeAsync<T>(ImportId id, string action, Func<TReview, Task<Answer<T>>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        var import = await OpenAsync(id, cancellationToken);
        if (ReviewRefusals.Of(import) is { } closed) return closed;
        var review = Begin(import!);
        var answer = await change(review);
        return answer.Done ? await steps.SaveAsync(id, action, Subject(id), review.What, review.Before, answer.Value, cancellationToken) : answer;
    }

    /// <summary>Makes a step; what it refuses leaves the review as it is.</summary>
    public Task<Answer<T>> ChangeAsync<T>(ImportId id, string action, Func<TReview, Answer<T>> change, CancellationToken cancellationToken) =>
        ChangeAsync(id, action, review => Task.FromResult(change(review)), cancellationToken);

    /// <summary>The last step, or null.</summary>
    public Task<TStep?> LastAsync(ImportId id, CancellationToken cancellationToken) => steps.LastAsync(id, cancellationToken);

    /// <summary>Takes the last step back and answers what it was.</summary>
    public async Task<Answer<string>> UndoAsync(ImportId id, string action, CancellationToken cancellationToken)
    {
        var import = await OpenAsync(id, cancellationToken);
        if (ReviewRefusals.Of(import) is { } closed) return closed;
        if (await steps.LastAsync(id, cancellationToken) is not { } last) return ReviewRefusals.NothingToUndo;
        Restore(import!, last.Before);
        return await steps.UndoneAsync(last, action, Subject(id), cancellationToken);
    }

    /// <summary>The import with its rows, tracked; null when there is none.</summary>
    protected abstract Task<TImport?> OpenAsync(ImportId id, CancellationToken cancellationToken);

    /// <summary>The import as a step sees it.</summary>
    protected abstract TReview Begin(TImport import);

    /// <summary>Puts back what a step changed.</summary>
    protected abstract void Restore(TImport import, string before);

    /// <summary>The review as the audit log names it.</summary>
    protected abstract string Subject(ImportId id);
}
