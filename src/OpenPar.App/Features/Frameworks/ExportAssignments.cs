using OpenPar.App.Features.Organisations;
using OpenPar.App.Features.Papers;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Papers;

namespace OpenPar.App.Features.Frameworks;

/// <summary>The assignment of a framework as a paper (phụ lục phân công), in the same rows for Word and Excel.</summary>
public static class ExportAssignments
{
    /// <param name="Annex">The assignment.</param>
    /// <param name="Framework">The framework it assigns.</param>
    /// <param name="Province">Name of the province.</param>
    public sealed record Drawn(AssignmentPaper Annex, Framework Framework, string Province);

    public sealed class Handler(ShowAssignments.Handler show, ListAgencies.Handler register, TimeProvider time)
    {
        public async Task<PaperSource?> HandleAsync(FrameworkId framework, CancellationToken cancellationToken) =>
            await DrawAsync(framework, cancellationToken) is { } drawn ? new PaperSource(drawn.Annex, $"assignment/{framework}", null, framework.Version) : null;

        /// <summary>The annex with what a decision around it needs.</summary>
        public async Task<Drawn?> DrawAsync(FrameworkId framework, CancellationToken cancellationToken)
        {
            if (await show.HandleAsync(new(framework), cancellationToken) is not { } view) return null;
            var today = time.Today();
            var province = (await register.HandleAsync(cancellationToken)).FirstOrDefault(a => a.Kind == AgencyKind.Province && a.ExistsOn(today))?.Name ?? "…";
            var annex = new AssignmentPaper
            {
                Heading = PaperHeading.Of(province, ""),
                Title = "PHÂN CÔNG CƠ QUAN CHỦ TRÌ CÁC TIÊU CHÍ, TIÊU CHÍ THÀNH PHẦN",
                AttachedTo = $"Theo {view.Framework.Title}, {DecisionWords.Of(view.Framework.Decision)}",
                Rows = [.. view.Lines.Select(Row)],
                Notes = view.Unassigned.Count == 0 ? [] : [$"Chưa phân công: {string.Join(", ", view.Unassigned.Select(c => c.Code))}."],
                Rounding = view.Framework.Rounding,
                Trace = new PaperTrace($"Bộ chỉ số {framework}", today, null, false),
            };
            return new Drawn(annex, view.Framework, province);
        }

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
