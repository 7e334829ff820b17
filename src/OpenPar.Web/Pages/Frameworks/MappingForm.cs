using OpenPar.App.Features.Frameworks;

namespace OpenPar.Web.Pages.Frameworks;

/// <summary>The form in which other rows or another relation are chosen.</summary>
public sealed record MappingForm(ShowMappingModel Page, MappedRows Row);
