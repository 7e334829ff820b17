using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Results;
using OpenPar.Core.Accounts;
using OpenPar.Web.Components;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Results;

/// <summary>Every published result, open to every role as the results themselves are.</summary>
[Requires(Permission.ViewFrameworks)]
public sealed class ListPublishedModel(ListPublished.Handler handler, ShellState shell) : PageModel
{
    public ListPublished.View View { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "q")] string? search, CancellationToken cancellationToken)
    {
        View = await handler.HandleAsync(search, cancellationToken);
        shell.Demonstration |= View.Demonstration;
    }

    /// <summary>The results of a unit as bars, the oldest first; each leads to its group.</summary>
    public static IReadOnlyList<ChartBar> Bars(ListPublished.Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return [.. unit.Places.Select(p => new ChartBar(
            LabelOf(unit, p), p.Rounding.Apply(p.Standing.Total), p.Rounding.Apply(p.Standing.FullMaximum), $"/results/{p.Round.Value}?group={p.Group.Value}", PlaceOf(p)))];
    }

    // A year under another name says so, before anything a narrow chart cuts off.
    private static string LabelOf(ListPublished.Unit unit, ListPublished.Place place) =>
        place.Unit == unit.Name ? $"{place.Year}: {place.Title}" : Words.Say($"{place.Year}, khi đó là {place.Unit}: {place.Title}", $"{place.Year}, then {place.Unit}: {place.Title}");

    /// <summary>The place of a unit in its group in words.</summary>
    public static string PlaceOf(ListPublished.Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var rank = place.Rank is { } there
            ? Words.Say($"{there} trong {place.Units} đơn vị", $"{there} of {place.Units}")
            : Words.Say("không xếp hạng", "no place");
        return $"{rank}, {place.GroupName}";
    }
}
