using OpenPar.App.Features.Results;
using OpenPar.Core.Frameworks;
using OpenPar.Web.Components;

namespace OpenPar.Web.Pages.Results;

/// <summary>How standings look on pages.</summary>
public static class StandingLook
{
    /// <summary>Units drawn as bars at most; more are read in the table.</summary>
    public const int Drawn = 40;

    /// <summary>The lower ends of the shades of the heat map, in percent.</summary>
    public static IReadOnlyList<int> Shades { get; } = [90, 80, 65, 50, 0];

    /// <summary>The class of a share of a field's maximum: five shades beside the number itself.</summary>
    public static string Heat(decimal? percent) => percent is { } share ? $"op-heat-{Shades.Count - Shades.TakeWhile(from => share < from).Count()}" : "op-heat-none";

    /// <summary>Totals as bars, units in the order of the page.</summary>
    public static IReadOnlyList<ChartBar> Bars(ShowStandings.View view, Func<ShowStandings.Line, string?> url)
    {
        ArgumentNullException.ThrowIfNull(view);
        return [.. view.Lines.Select(l => new ChartBar(l.Unit.Unit, Round(view, l.Unit.Standing.Total), Round(view, l.Unit.Standing.FullMaximum), url(l)))];
    }

    /// <summary>Points as the framework shows them.</summary>
    public static decimal? Round(ShowStandings.View view, decimal? points)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Framework.Rounding.Apply(points);
    }

    /// <summary>The fields of the framework.</summary>
    public static IReadOnlyList<Criterion> Fields(ShowStandings.View view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Framework.Fields;
    }
}
