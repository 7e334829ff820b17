using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Plans;
using OpenPar.App.Features.Reviews;
using OpenPar.Core;
using OpenPar.Core.Plans.Reviewing;

namespace OpenPar.App.Features.Plans;

/// <summary>A row as it was before a step of the review.</summary>
internal sealed record RowBefore(int Number, IReadOnlyDictionary<PlanField, string> Words, ReviewState State, bool Edited);

/// <summary>What undoes a step: the rows and the meanings of names as they were.</summary>
internal sealed record ReviewBefore(IReadOnlyList<RowBefore> Rows, string NameChoices);

/// <summary>A review while one step of it happens.</summary>
public sealed class OpenReview(PlanImport import)
{
    private readonly Dictionary<int, RowBefore> before = [];
    private readonly string namesBefore = import.NameChoices;

    /// <summary>The review with all its rows.</summary>
    public PlanImport Import { get; } = import;

    /// <summary>What is being done, in the words in which it can be undone.</summary>
    public string What { get; set; } = "";

    /// <summary>A row that is about to change; null when the file has no such row.</summary>
    public PlanImportRow? Touch(int number)
    {
        var row = Import.Rows.Find(r => r.Number == number);
        if (row is not null) before.TryAdd(number, new RowBefore(number, PlanJson.ReadWords(row.Words).Said, row.State, row.Edited));
        return row;
    }

    internal ReviewBefore Before => new([.. before.Values], namesBefore);
}

/// <summary>Opens a review, lets one step happen, keeps what is needed to undo it, and saves all of it with its audit entry.</summary>
public sealed class PlanReviewing(OpenParDb db, TimeProvider time, Actor actor)
{
    /// <summary>Makes a step; what it refuses leaves the review as it is.</summary>
    public Task<Answer<T>> ChangeAsync<T>(ImportId id, string action, Func<OpenReview, Answer<T>> change, CancellationToken cancellationToken) =>
        ChangeAsync(id, action, review => Task.FromResult(change(review)), cancellationToken);

    /// <summary>Makes a step; what it refuses leaves the review as it is.</summary>
    public async Task<Answer<T>> ChangeAsync<T>(ImportId id, string action, Func<OpenReview, Task<Answer<T>>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        var import = await db.PlanImports.Include(i => i.Rows).SingleOrDefaultAsync(i => i.Id == id, cancellationToken);
        if (import is null) return ReviewRefusals.Unknown;
        if (import.State != ImportState.InReview) return ReviewRefusals.Closed(import.State);
        var review = new OpenReview(import);
        var answer = await change(review);
        if (!answer.Done) return answer;
        if (action == nameof(UndoPlanReview)) db.PlanImportChanges.Remove((await LastAsync(id, cancellationToken))!);
        else db.PlanImportChanges.Add(new PlanImportChange { ImportId = id, What = review.What, Before = PlanJson.Write(review.Before), At = time.GetUtcNow(), By = actor.Name });
        db.Record(actor, time, action, $"plan-import/{id.Value}", review.Before, new { review.What });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ReviewRefusals.ChangedMeanwhile;
        }

        return answer;
    }

    /// <summary>The last step, or null.</summary>
    public Task<PlanImportChange?> LastAsync(ImportId id, CancellationToken cancellationToken) =>
        db.PlanImportChanges.Where(c => c.ImportId == id).OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
}
