using System.Security.Cryptography;
using System.Text;
using OpenPar.App.Features.Organisations;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Papers;

namespace OpenPar.App.Features.Frameworks;

/// <summary>The assignment of a framework as a paper (phụ lục phân công), in the same rows for Word and Excel.</summary>
public static class ExportAssignments
{
    public sealed class Handler(ShowAssignments.Handler show, ListAgencies.Handler register, TimeProvider time)
    {
        public async Task<AssignmentPaper?> HandleAsync(FrameworkId framework, CancellationToken cancellationToken)
        {
            if (await show.HandleAsync(new(framework), cancellationToken) is not { } view) return null;
            var today = time.Today();
            var province = (await register.HandleAsync(cancellationToken)).FirstOrDefault(a => a.Kind == AgencyKind.Province && a.ExistsOn(today));
            List<AssignmentPaperRow> rows = [.. view.Lines.Select(Row)];
            var decision = view.Framework.Decision;
            return new AssignmentPaper
            {
                Heading = new PaperHeading { IssuingAgency = province?.Name.ToUpperInvariant() ?? "…" },
                Title = "PHÂN CÔNG CƠ QUAN CHỦ TRÌ CÁC TIÊU CHÍ, TIÊU CHÍ THÀNH PHẦN",
                AttachedTo = $"Theo {view.Framework.Title}, Quyết định số {decision.Number} của {decision.Issuer}",
                Rows = rows,
                Notes = view.Unassigned.Count == 0 ? [] : [$"Chưa phân công: {string.Join(", ", view.Unassigned.Select(c => c.Code))}."],
                Rounding = view.Framework.Rounding,
                Trace = new PaperTrace($"Bộ chỉ số {framework}", today, CodeOf(rows), false),
            };
        }

        private static AssignmentPaperRow Row(ShowAssignments.Line line) => new()
        {
            Code = line.Criterion.Code,
            Title = line.Criterion.Title,
            MaxPoints = line.Criterion.MaxPoints,
            Lead = [.. line.Leads.Select(l => l.Name)],
            Note = string.Join("; ", line.Leads.Select(l => l.Note).OfType<string>().Distinct()) is { Length: > 0 } note ? note : null,
        };

        /// <summary>The first 16 digits of the SHA-256 over codes and agencies: two papers with the same code say the same.</summary>
        private static string CodeOf(IEnumerable<AssignmentPaperRow> rows)
        {
            var text = string.Join('\n', rows.Select(r => $"{r.Code}|{r.Title}|{r.MaxPoints}|{string.Join(';', r.Lead)}|{r.Note}"));
            var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
            return string.Join('-', hash.Chunk(4).Select(c => new string(c)));
        }
    }
}
