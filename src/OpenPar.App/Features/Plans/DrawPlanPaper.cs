using OpenPar.App.Data.Model;
using OpenPar.App.Features.Organisations;
using OpenPar.App.Features.Papers;
using OpenPar.Core.Organisations;
using OpenPar.Core.Papers;
using OpenPar.Core.Plans.Papers;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Plans;

/// <summary>Draws a plan as people accepted it: with its annexes, or its tables alone. A plan that serves to try the system out marks the paper.</summary>
public static class DrawPlanPaper
{
    /// <param name="Kind">The plan or its tables.</param>
    /// <param name="Plan">The plan.</param>
    public sealed record Query(PaperKind Kind, PlanId Plan);

    public sealed class Handler(ExportPlan.Handler export, ListAgencies.Handler register, TimeProvider time)
    {
        public async Task<PaperSource?> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            if (await export.HandleAsync(query.Plan, cancellationToken) is not { } plan) return null;
            var today = time.Today();
            var trace = new PaperTrace($"Bản nhận ngày {DayText.Write(DateOnly.FromDateTime(plan.Record.AcceptedAt.ToVietnam()))}", today, null, plan.Record.Demonstration);
            var paper = query.Kind == PaperKind.PlanTable ? PlanPaper.TableOf(plan.Written, trace) : PlanPaper.Of(plan.Written, trace);
            var province = (await register.HandleAsync(cancellationToken)).FirstOrDefault(a => a.Kind == AgencyKind.Province && a.ExistsOn(today));
            return new PaperSource(paper, $"plan/{query.Plan.Value}", null, plan.Record.Year is { } year ? $"{year}" : $"{query.Plan.Value:N}"[..8])
            {
                ByProvince = province is not null && IsCalled(province, plan.Written.Issuer),
            };
        }

        // "UBND tỉnh Đắk Lắk" and "Ủy ban nhân dân tỉnh Đắk Lắk" are one.
        private static bool IsCalled(Agency province, string? issuer) =>
            province.Aliases.Append(province.Name).Any(name => Written(name) == Written(issuer));

        private static string Written(string? name) => VietnameseText.Fold(name).Replace("uy ban nhan dan", "ubnd", StringComparison.Ordinal);
    }
}
