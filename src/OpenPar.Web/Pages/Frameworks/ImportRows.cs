using OpenPar.App.Features.Frameworks;

namespace OpenPar.Web.Pages.Frameworks;

/// <summary>Some rows of a review.</summary>
/// <param name="Page">The review.</param>
/// <param name="Lines">The rows.</param>
/// <param name="Name">What their table is called; each on its page by another name.</param>
public sealed record ImportRows(ReviewImportModel Page, IEnumerable<ReviewImport.Line> Lines, string Name);
