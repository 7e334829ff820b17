using OpenPar.App.Features.Frameworks;

namespace OpenPar.Web.Pages.Frameworks;

/// <summary>Some rows of a review.</summary>
public sealed record ImportRows(ReviewImportModel Page, IEnumerable<ReviewImport.Line> Lines);
