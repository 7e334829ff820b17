using System.Globalization;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Papers;
using OpenPar.App.Features.Plans;
using OpenPar.App.Features.Results;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Papers;

namespace OpenPar.Web.Pages.Papers;

/// <summary>Has a paper drawn by the module its address belongs to.</summary>
public sealed class PaperDesk(DrawRoundPaper.Handler rounds, DrawAssignmentPaper.Handler assignments, DrawFrameworkAnnex.Handler frameworks, DrawPlanPaper.Handler plans, DrawCouncilMinutes.Handler council)
{
    /// <summary>The paper; null when the address names nothing, or nothing this person may see.</summary>
    public async Task<PaperSource?> DrawAsync(PaperKind kind, HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return kind switch
        {
            PaperKind.AssignmentAnnex or PaperKind.AssignmentDecision => FrameworkOf(request) is { } id ? await assignments.HandleAsync(new(kind, id), cancellationToken) : null,
            PaperKind.FrameworkAnnex => FrameworkOf(request) is { } id ? await frameworks.HandleAsync(id, cancellationToken) : null,
            PaperKind.Plan or PaperKind.PlanTable => Guid.TryParse(Route(request, "plan"), out var plan) ? await plans.HandleAsync(new(kind, new PlanId(plan)), cancellationToken) : null,
            PaperKind.CouncilMinutes => Meeting(request) is { } asked ? await council.HandleAsync(asked, cancellationToken) : null,
            _ => RoundPaper(kind, request) is { } asked ? await rounds.HandleAsync(asked, cancellationToken) : null,
        };
    }

    private static DrawRoundPaper.Query? RoundPaper(PaperKind kind, HttpRequest request)
    {
        if (!Guid.TryParse(Route(request, "round"), out var round)) return null;
        var (unit, field) = (Asked(request, "unit"), Asked(request, "field"));
        AgencyId? agency = AgencyId.TryParse(unit, out var named) ? named : null;
        GroupId? its = Guid.TryParse(Asked(request, "group"), out var group) ? new GroupId(group) : null;
        CriterionCode? code = CriterionCode.TryParse(field, out var wanted) ? wanted : null;
        return (unit is not null && agency is null) || (field is not null && code is null) ? null : new DrawRoundPaper.Query(kind, new RoundId(round), agency, its, code);
    }

    private static DrawCouncilMinutes.Query? Meeting(HttpRequest request)
    {
        if (!Guid.TryParse(Route(request, "round"), out var round)) return null;
        var named = Asked(request, "session");
        long? session = long.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        return named is not null && session is null ? null : new DrawCouncilMinutes.Query(new RoundId(round), session);
    }

    private static FrameworkId? FrameworkOf(HttpRequest request) =>
        FrameworkId.TryParse($"{Route(request, "set")}/{Route(request, "version")}", out var id) ? id : null;

    private static string? Route(HttpRequest request, string name) => request.RouteValues[name]?.ToString();

    private static string? Asked(HttpRequest request, string name) => request.Query[name].ToString() is { Length: > 0 } value ? value : null;
}
