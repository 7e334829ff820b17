using OpenPar.Core.Frameworks;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>In an improvement plan the field (criterion of the first level) is the section of its criteria.</summary>
internal static class CriterionSections
{
    public static void Set(List<PlanDraft> drafts)
    {
        var fields = drafts.Where(draft => !draft.Number.Contains('.', StringComparison.Ordinal)).DistinctBy(draft => draft.Number)
            .ToDictionary(draft => draft.Number, draft => VietnameseText.Clean(draft.Text(draft.Has(PlanColumn.Criterion) ? PlanColumn.Criterion : PlanColumn.Task)), StringComparer.Ordinal);
        // A plain list of criteria has no fields.
        if (drafts.TrueForAll(draft => !draft.Number.Contains('.', StringComparison.Ordinal))) return;
        foreach (var draft in drafts)
        {
            if (!CriterionCode.TryParse(draft.Number, out var code)) continue;
            draft.Section = code.ToString().Split('.')[0];
            draft.SectionTitle = fields.GetValueOrDefault(draft.Section);
        }
    }
}
