using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Features.Organisations;
using OpenPar.App.Features.Papers;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Papers;

namespace OpenPar.App.Features.Frameworks;

/// <summary>Draws the assignment of a framework: the annex alone, or the decision it belongs to. Leads invented for the demonstration mark the paper.</summary>
public static class DrawAssignmentPaper
{
    /// <param name="Kind">The annex or the decision.</param>
    /// <param name="Framework">The framework.</param>
    public sealed record Query(PaperKind Kind, FrameworkId Framework);

    public sealed class Handler(ShowAssignments.Handler show, ListAgencies.Handler register, TimeProvider time)
    {
        public async Task<PaperSource?> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            if (await show.HandleAsync(new(query.Framework), cancellationToken) is not { } view) return null;
            var today = time.Today();
            var province = (await register.HandleAsync(cancellationToken)).FirstOrDefault(a => a.Kind == AgencyKind.Province && a.ExistsOn(today))?.Name ?? "…";
            var annex = Annex(view, province, today);
            Paper paper = query.Kind == PaperKind.AssignmentDecision ? AssignmentDecisionPaper.Of(annex, view.Framework, province) : annex;
            return new PaperSource(paper, $"assignment/{query.Framework}", null, query.Framework.Version);
        }

        private static AssignmentPaper Annex(ShowAssignments.View view, string province, DateOnly today) => new()
        {
            Heading = PaperHeading.Of(province, ""),
            Title = "PHÂN CÔNG CƠ QUAN CHỦ TRÌ CÁC TIÊU CHÍ, TIÊU CHÍ THÀNH PHẦN",
            AttachedTo = $"Theo {view.Framework.Title}, {DecisionWords.Of(view.Framework.Decision)}",
            Rows = [.. view.Lines.Select(Row)],
            Notes = view.Unassigned.Count == 0 ? [] : [$"Chưa phân công: {string.Join(", ", view.Unassigned.Select(c => c.Code))}."],
            Rounding = view.Framework.Rounding,
            Trace = new PaperTrace(
                $"Bộ chỉ số {view.Framework.Id}", today, null, Demonstration: view.Lines.Any(line => line.Leads.Any(lead => lead.Origin == AssignmentOrigin.Demonstration))),
        };

        private static AssignmentPaperRow Row(ShowAssignments.Line line) => new()
        {
            Code = line.Criterion.Code,
            Title = line.Criterion.Title,
            MaxPoints = line.Criterion.MaxPoints,
            Lead = [.. line.Leads.Select(l => l.Name)],
            Note = string.Join("; ", line.Leads.Select(l => l.Note).OfType<string>().Distinct()) is { Length: > 0 } note ? note : null,
        };
    }
}
