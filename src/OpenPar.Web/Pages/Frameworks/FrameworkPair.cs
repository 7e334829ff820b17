using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Frameworks;

namespace OpenPar.Web.Pages.Frameworks;

/// <summary>Two frameworks asked for by a page, and the loaded ones to choose from.</summary>
/// <param name="Loaded">Loaded frameworks, newest first.</param>
/// <param name="From">Identity of the older one as asked for, or the one before the newest.</param>
/// <param name="To">Identity of the newer one.</param>
/// <param name="Asked">True when a pair was asked for.</param>
public sealed record FrameworkPair(IReadOnlyList<Framework> Loaded, string? From, string? To, bool Asked)
{
    public IEnumerable<SelectListItem> ChoicesFrom => Choices(From);

    public IEnumerable<SelectListItem> ChoicesTo => Choices(To);

    /// <summary>The two identities; null when one is missing or no identity.</summary>
    public (FrameworkId From, FrameworkId To)? Ids => Read(From, To);

    public static async Task<FrameworkPair> OfAsync(ShowFrameworks.Handler frameworks, string? from, string? to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(frameworks);
        IReadOnlyList<Framework> loaded = [.. (await frameworks.HandleAsync(cancellationToken)).Select(l => l.Framework)];
        var newer = to ?? (loaded.Count > 0 ? loaded[0] : null)?.Id.ToString();
        // Newest first: the one before it in the list is the older one.
        var at = loaded.ToList().FindIndex(f => f.Id.ToString() == newer);
        var older = from ?? (at >= 0 && at + 1 < loaded.Count ? loaded[at + 1] : loaded.FirstOrDefault(f => f.Id.ToString() != newer))?.Id.ToString();
        return new FrameworkPair(loaded, older, newer, from is not null || to is not null);
    }

    public static (FrameworkId From, FrameworkId To)? Read(string? from, string? to) =>
        FrameworkId.TryParse(from, out var older) && FrameworkId.TryParse(to, out var newer) ? (older, newer) : null;

    private IEnumerable<SelectListItem> Choices(string? chosen) =>
        Loaded.Select(f => new SelectListItem($"{f.Title} ({f.Id})", f.Id.ToString(), f.Id.ToString() == chosen));
}
