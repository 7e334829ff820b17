using OpenPar.App.Features.Evidence.Uploads;

namespace OpenPar.Web.Pages.Evidence;

/// <summary>The form of a new document on a page that it proves something for.</summary>
/// <param name="Uploaded">A file that was uploaded before the form was refused.</param>
/// <param name="OwnAgency">The usual issuer.</param>
/// <param name="Back">Where the person comes from.</param>
/// <param name="BackLabel">What that is called.</param>
public sealed record NewDocument(ListUploads.Item? Uploaded, string? OwnAgency, string Back, string BackLabel);
