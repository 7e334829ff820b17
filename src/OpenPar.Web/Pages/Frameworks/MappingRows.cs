using OpenPar.App.Features.Frameworks;

namespace OpenPar.Web.Pages.Frameworks;

/// <summary>One group of the mapping under review.</summary>
/// <param name="Page">The page.</param>
/// <param name="Rows">The rows of the group.</param>
/// <param name="Name">What the table is called; each on its page by another name.</param>
/// <param name="Selectable">True when the proposals can be ticked and confirmed.</param>
/// <param name="Reasons">True when the reasons are shown.</param>
public sealed record MappingRows(ShowMappingModel Page, IReadOnlyList<MappedRows> Rows, string Name, bool Selectable, bool Reasons);
