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

/// <summary>Opens the review of a plan, lets one step happen, and saves it with what undoes it.</summary>
public sealed class PlanReviewing(OpenParDb db, ReviewSteps<PlanImportStep> steps)
{
    /// <summary>Makes a step; what it refuses leaves the review as it is.</summary>
    public Task<Answer<T>> ChangeAsync<T>(ImportId id, string action, Func<OpenReview, Answer<T>> change, CancellationToken cancellationToken) =>
        ChangeAsync(id, action, review => Task.FromResult(change(review)), cancellationToken);

    /// <summary>Makes a step; what it refuses leaves the review as it is.</summary>
    public async Task<Answer<T>> ChangeAsync<T>(ImportId id, string action, Func<OpenReview, Task<Answer<T>>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        var import = await OpenAsync(id, cancellationToken);
        if (ReviewRefusals.Of(import) is { } closed) return closed;
        var review = new OpenReview(import!);
        var answer = await change(review);
        return answer.Done ? await steps.SaveAsync(id, action, Subject(id), review.What, review.Before, answer.Value, cancellationToken) : answer;
    }

    /// <summary>The last step, or null.</summary>
    public Task<PlanImportStep?> LastAsync(ImportId id, CancellationToken cancellationToken) => steps.LastAsync(id, cancellationToken);

    /// <summary>Takes the last step back and answers what it was.</summary>
    public async Task<Answer<string>> UndoAsync(ImportId id, string action, CancellationToken cancellationToken)
    {
        var import = await OpenAsync(id, cancellationToken);
        if (ReviewRefusals.Of(import) is { } closed) return closed;
        if (await steps.LastAsync(id, cancellationToken) is not { } last) return ReviewRefusals.NothingToUndo;
        var before = PlanJson.Read<ReviewBefore>(last.Before);
        import!.NameChoices = before.NameChoices;
        foreach (var was in before.Rows)
        {
            var row = import.Rows.Single(r => r.Number == was.Number);
            row.Words = PlanJson.Write(new PlanWords(was.Words.Select(text => KeyValuePair.Create(text.Key, (string?)text.Value))));
            (row.State, row.Edited) = (was.State, was.Edited);
        }

        return await steps.UndoneAsync(last, action, Subject(id), cancellationToken);
    }

    private Task<PlanImport?> OpenAsync(ImportId id, CancellationToken cancellationToken) =>
        db.PlanImports.Include(i => i.Rows).SingleOrDefaultAsync(i => i.Id == id, cancellationToken);

    private static string Subject(ImportId id) => $"plan-import/{id.Value}";
}
