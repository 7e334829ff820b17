using Microsoft.AspNetCore.Mvc.ApplicationModels;
using OpenPar.Core.Papers;
using OpenPar.Core.Text;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Papers;

/// <summary>Where a kind of paper is taken out: one line a kind. A new kind of paper is one more line, and a case in <see cref="PaperDesk"/>.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Address">Its address; with a dot and docx, xlsx or pdf behind it the file itself.</param>
public sealed record PaperRoute(PaperKind Kind, string Address)
{
    /// <summary>Every kind there is.</summary>
    public static IReadOnlyList<PaperRoute> All { get; } =
    [
        new(PaperKind.ScoreSheet, "rounds/{round:guid}/sheet"),
        new(PaperKind.ScoreSummary, "rounds/{round:guid}/summary"),
        new(PaperKind.FieldSheet, "rounds/{round:guid}/fields"),
        new(PaperKind.SpecialReport, "rounds/{round:guid}/special"),
        new(PaperKind.AppraisalMinutes, "rounds/{round:guid}/minutes"),
        new(PaperKind.CouncilMinutes, "rounds/{round:guid}/council/minutes"),
        new(PaperKind.ExplanationFile, "rounds/{round:guid}/explanations"),
        new(PaperKind.ResultsDecision, "rounds/{round:guid}/decision"),
        new(PaperKind.LostPoints, "rounds/{round:guid}/losses"),
        new(PaperKind.AssignmentAnnex, "assignments/{set}/{version}/paper"),
        new(PaperKind.AssignmentDecision, "assignments/{set}/{version}/decision"),
        new(PaperKind.FrameworkAnnex, "frameworks/{set}/{version}/annex"),
        new(PaperKind.Plan, "plans/{plan:guid}/paper"),
        new(PaperKind.PlanTable, "plans/{plan:guid}/table"),
    ];

    /// <summary>Gives the page every address, each guarded by the permission of its kind.</summary>
    public static void Apply(PageRouteModel page)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.Selectors.Clear();
        foreach (var route in All)
        {
            // The format is asked in the page and not here: who may not come in is told so before any address is looked up.
            foreach (var template in new[] { route.Address, route.Address + ".{format}" })
            {
                page.Selectors.Add(new SelectorModel
                {
                    AttributeRouteModel = new AttributeRouteModel { Template = template },
                    EndpointMetadata = { new RequiresAttribute(PaperKinds.PermissionOf(route.Kind)), route },
                });
            }
        }
    }

    /// <summary>What people call that which the paper is made from, one step above its address.</summary>
    public static LocalText ModuleOf(PaperKind kind) => All.Single(route => route.Kind == kind).Address.Split('/')[0] switch
    {
        "rounds" => new("Kỳ đánh giá", "Round"),
        "assignments" => new("Phân công", "Assignment"),
        "plans" => new("Kế hoạch", "Plan"),
        _ => new("Bộ chỉ số", "Framework"),
    };

    /// <summary>The last part of the address, which names the paper within its module.</summary>
    public static string NameOf(PaperKind kind) => All.Single(route => route.Kind == kind).Address.Split('/')[^1];
}
