using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Features.Reviews;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Frameworks;

/// <summary>A row as it was before a step of the review.</summary>
internal sealed record LeadsBefore(string Code, IReadOnlyList<string> LeadIds, bool DecidedByPerson);

/// <summary>What undoes a step: the rows and the meanings of names as they were.</summary>
internal sealed record AssignmentsBefore(IReadOnlyList<LeadsBefore> Rows, string NameChoices);

/// <summary>The review of an assignment annex while one step of it happens.</summary>
public sealed class OpenAssignmentReview(AssignmentImport import) : ReviewInProgress
{
    private readonly Dictionary<CriterionCode, LeadsBefore> before = [];
    private readonly string namesBefore = import.NameChoices;

    /// <summary>The review with all its rows.</summary>
    public AssignmentImport Import { get; } = import;

    /// <summary>A row that is about to change; null when the file has no such row.</summary>
    public AssignmentImportRow? Touch(CriterionCode code)
    {
        var row = Import.Rows.Find(r => r.Code == code);
        if (row is not null) before.TryAdd(code, new LeadsBefore(code.ToString(), row.LeadIds, row.DecidedByPerson));
        return row;
    }

    internal override object Before => new AssignmentsBefore([.. before.Values], namesBefore);
}

/// <summary>The review of an assignment annex, step by step.</summary>
public sealed class AssignmentReviewing(OpenParDb db, ReviewSteps<AssignmentImportStep> steps) : Reviewing<AssignmentImport, OpenAssignmentReview, AssignmentImportStep>(steps)
{
    /// <inheritdoc/>
    protected override Task<AssignmentImport?> OpenAsync(ImportId id, CancellationToken cancellationToken) =>
        db.AssignmentImports.Include(i => i.Rows).SingleOrDefaultAsync(i => i.Id == id, cancellationToken);

    /// <inheritdoc/>
    protected override OpenAssignmentReview Begin(AssignmentImport import) => new(import);

    /// <inheritdoc/>
    protected override void Restore(AssignmentImport import, string before)
    {
        ArgumentNullException.ThrowIfNull(import);
        var was = JsonSerializer.Deserialize<AssignmentsBefore>(before, RuleJson.Options)!;
        import.NameChoices = was.NameChoices;
        foreach (var old in was.Rows)
        {
            var row = import.Rows.Single(r => r.Code.ToString() == old.Code);
            (row.LeadIds, row.DecidedByPerson) = ([.. old.LeadIds], old.DecidedByPerson);
        }
    }

    /// <inheritdoc/>
    protected override string Subject(ImportId id) => $"import/{id.Value}";
}
