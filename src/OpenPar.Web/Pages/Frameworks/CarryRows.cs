using OpenPar.App.Features.Frameworks;

namespace OpenPar.Web.Pages.Frameworks;

/// <summary>One group of the carrying over.</summary>
/// <param name="Page">The page.</param>
/// <param name="Lines">The leaves of the group.</param>
/// <param name="Name">What the table is called; each on its page by another name.</param>
public sealed record CarryRows(CarryOverModel Page, IReadOnlyList<ShowCarryOver.Line> Lines, string Name);
