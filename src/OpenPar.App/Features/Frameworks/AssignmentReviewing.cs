using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Features.Reviews;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Frameworks;

/// <summary>A row as it was before a step of the review.</summary>
internal sealed record LeadsBefore(string Code, IReadOnlyList<string> LeadIds, bool DecidedByPerson);

/// <summary>What undoes a step: the rows and the meanings of names as they were.</summary>
internal sealed record AssignmentsBefore(IReadOnlyList<LeadsBefore> Rows, string NameChoices);

/// <summary>The review of an assignment annex while one step of it happens.</summary>
public sealed class OpenAssignmentReview(AssignmentImport import)
{
    private readonly Dictionary<CriterionCode, LeadsBefore> before = [];
    private readonly string namesBefore = import.NameChoices;

    /// <summary>The review with all its rows.</summary>
    public AssignmentImport Import { get; } = import;

    /// <summary>What is being done, in the words in which it can be undone.</summary>
    public string What { get; set; } = "";

    /// <summary>A row that is about to change; null when the file has no such row.</summary>
    public AssignmentImportRow? Touch(CriterionCode code)
    {
        var row = Import.Rows.Find(r => r.Code == code);
        if (row is not null) before.TryAdd(code, new LeadsBefore(code.ToString(), row.LeadIds, row.DecidedByPerson));
        return row;
    }

    internal AssignmentsBefore Before => new([.. before.Values], namesBefore);
}

/// <summary>Opens the review of an assignment annex, lets one step happen, and saves it with what undoes it.</summary>
public sealed class AssignmentReviewing(OpenParDb db, ReviewSteps<AssignmentImportStep> steps)
{
    /// <summary>Makes a step; what it refuses leaves the review as it is.</summary>
    public async Task<Answer<T>> ChangeAsync<T>(ImportId id, string action, Func<OpenAssignmentReview, Task<Answer<T>>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        var import = await OpenAsync(id, cancellationToken);
        if (ReviewRefusals.Of(import) is { } closed) return closed;
        var review = new OpenAssignmentReview(import!);
        var answer = await change(review);
        return answer.Done ? await steps.SaveAsync(id, action, Subject(id), review.What, review.Before, answer.Value, cancellationToken) : answer;
    }

    /// <summary>The last step, or null.</summary>
    public Task<AssignmentImportStep?> LastAsync(ImportId id, CancellationToken cancellationToken) => steps.LastAsync(id, cancellationToken);

    /// <summary>Takes the last step back and answers what it was.</summary>
    public async Task<Answer<string>> UndoAsync(ImportId id, string action, CancellationToken cancellationToken)
    {
        var import = await OpenAsync(id, cancellationToken);
        if (ReviewRefusals.Of(import) is { } closed) return closed;
        if (await steps.LastAsync(id, cancellationToken) is not { } last) return ReviewRefusals.NothingToUndo;
        var before = JsonSerializer.Deserialize<AssignmentsBefore>(last.Before, RuleJson.Options)!;
        import!.NameChoices = before.NameChoices;
        foreach (var was in before.Rows)
        {
            var row = import.Rows.Single(r => r.Code.ToString() == was.Code);
            (row.LeadIds, row.DecidedByPerson) = ([.. was.LeadIds], was.DecidedByPerson);
        }

        return await steps.UndoneAsync(last, action, Subject(id), cancellationToken);
    }

    private Task<AssignmentImport?> OpenAsync(ImportId id, CancellationToken cancellationToken) =>
        db.AssignmentImports.Include(i => i.Rows).SingleOrDefaultAsync(i => i.Id == id, cancellationToken);

    private static string Subject(ImportId id) => $"import/{id.Value}";
}
