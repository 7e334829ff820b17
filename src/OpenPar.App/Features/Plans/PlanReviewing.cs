using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Plans;
using OpenPar.App.Features.Reviews;
using OpenPar.Core.Plans.Reviewing;

namespace OpenPar.App.Features.Plans;

/// <summary>A row as it was before a step of the review.</summary>
internal sealed record RowBefore(int Number, IReadOnlyDictionary<PlanField, string> Words, ReviewState State, bool Edited);

/// <summary>What undoes a step: the rows and the meanings of names as they were.</summary>
internal sealed record ReviewBefore(IReadOnlyList<RowBefore> Rows, string NameChoices);

/// <summary>A review while one step of it happens.</summary>
public sealed class OpenReview(PlanImport import) : ReviewInProgress
{
    private readonly Dictionary<int, RowBefore> before = [];
    private readonly string namesBefore = import.NameChoices;

    /// <summary>The review with all its rows.</summary>
    public PlanImport Import { get; } = import;

    /// <summary>A row that is about to change; null when the file has no such row.</summary>
    public PlanImportRow? Touch(int number)
    {
        var row = Import.Rows.Find(r => r.Number == number);
        if (row is not null) before.TryAdd(number, new RowBefore(number, PlanJson.ReadWords(row.Words).Said, row.State, row.Edited));
        return row;
    }

    internal override object Before => new ReviewBefore([.. before.Values], namesBefore);
}

/// <summary>The review of a plan, step by step.</summary>
public sealed class PlanReviewing(OpenParDb db, ReviewSteps<PlanImportStep> steps) : Reviewing<PlanImport, OpenReview, PlanImportStep>(steps)
{
    /// <inheritdoc/>
    protected override Task<PlanImport?> OpenAsync(ImportId id, CancellationToken cancellationToken) =>
        db.PlanImports.Include(i => i.Rows).SingleOrDefaultAsync(i => i.Id == id, cancellationToken);

    /// <inheritdoc/>
    protected override OpenReview Begin(PlanImport import) => new(import);

    /// <inheritdoc/>
    protected override void Restore(PlanImport import, string before)
    {
        ArgumentNullException.ThrowIfNull(import);
        var was = PlanJson.Read<ReviewBefore>(before);
        import.NameChoices = was.NameChoices;
        foreach (var old in was.Rows)
        {
            var row = import.Rows.Single(r => r.Number == old.Number);
            row.Words = PlanJson.Write(new PlanWords(old.Words.Select(text => KeyValuePair.Create(text.Key, (string?)text.Value))));
            (row.State, row.Edited) = (old.State, old.Edited);
        }
    }

    /// <inheritdoc/>
    protected override string Subject(ImportId id) => $"plan-import/{id.Value}";
}
