using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Reviews;

/// <summary>The steps of a review: each is saved with what undoes it and its audit entry, and the last one can be taken back.</summary>
public sealed class ReviewSteps<TStep>(OpenParDb db, TimeProvider time, Actor actor)
    where TStep : ReviewStep, new()
{
    /// <summary>The last step, or null.</summary>
    public Task<TStep?> LastAsync(ImportId import, CancellationToken cancellationToken) =>
        db.Set<TStep>().Where(s => s.ImportId == import).OrderByDescending(s => s.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Saves a step that was just made; refuses when somebody else changed the same.</summary>
    /// <param name="import">The review.</param>
    /// <param name="action">The use case.</param>
    /// <param name="subject">The review, as the audit log names it.</param>
    /// <param name="what">What was done, in the words in which it can be undone.</param>
    /// <param name="before">What undoes it.</param>
    /// <param name="value">What the use case answers.</param>
    /// <param name="cancellationToken">Ends the saving.</param>
    public Task<Answer<T>> SaveAsync<T>(ImportId import, string action, string subject, string what, object before, T value, CancellationToken cancellationToken)
    {
        db.Set<TStep>().Add(new TStep { ImportId = import, What = what, Before = JsonSerializer.Serialize(before, RuleJson.Options), At = time.GetUtcNow(), By = actor.Name });
        db.Record(actor, time, action, subject, before, new { What = what });
        return SavedAsync(value, cancellationToken);
    }

    /// <summary>Saves the taking back of a step.</summary>
    public Task<Answer<string>> UndoneAsync(TStep step, string action, string subject, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(step);
        db.Set<TStep>().Remove(step);
        db.Record(actor, time, action, subject, null, new { step.What });
        return SavedAsync(step.What, cancellationToken);
    }

    private async Task<Answer<T>> SavedAsync<T>(T value, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ReviewRefusals.ChangedMeanwhile;
        }

        return value;
    }
}
