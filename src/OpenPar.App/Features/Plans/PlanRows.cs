using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Data.Model.Plans;
using OpenPar.App.Features.Reviews;
using OpenPar.Core.Plans.Reviewing;

namespace OpenPar.App.Features.Plans;

/// <summary>Writes what a row says together with everything that follows from it: time, money, agencies, words to search by.</summary>
internal static class PlanRows
{
    public static void Say(this PlanRowRecord row, PlanWords words, int? year, ImportNames names)
    {
        var (deadline, budget) = (words.Deadline(year), words.Budget());
        row.Words = PlanJson.Write(words);
        (row.DeadlineKind, row.From, row.To) = (deadline.Kind, deadline.From, deadline.To);
        (row.BudgetKind, row.BudgetVnd) = (budget.Kind, budget.AmountVnd);
        row.Searchable = words.Searchable;
        Name(row, AssignmentRole.Lead, words.Items(PlanField.Lead), names);
        Name(row, AssignmentRole.Coordinating, words.Items(PlanField.Coordinating), names);
    }

    /// <summary>A new row; <see cref="Say"/> fills what follows from its words.</summary>
    public static PlanRowRecord New(PlanId plan, int order, int annex) => new()
    {
        Id = PlanRowId.New(),
        PlanId = plan,
        SortOrder = order,
        Annex = annex,
        Words = "{}",
        Flags = "[]",
        DeadlineKind = default,
        BudgetKind = default,
        Searchable = "",
    };

    // An agency of a row is known by its place; what stands there is written over, so that the same key is never removed and added at once.
    private static void Name(PlanRowRecord row, AssignmentRole role, IReadOnlyList<string> written, ImportNames names)
    {
        row.Agencies.RemoveAll(there => there.Role == role && there.SortOrder >= written.Count);
        for (var at = 0; at < written.Count; at++)
        {
            var agency = names.Certain(written[at]);
            if (row.Agencies.Find(there => there.Role == role && there.SortOrder == at) is { } there) (there.Written, there.AgencyId) = (written[at], agency);
            else row.Agencies.Add(new PlanRowAgency { RowId = row.Id, Role = role, SortOrder = at, Written = written[at], AgencyId = agency });
        }
    }
}
