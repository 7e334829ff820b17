using OpenPar.App.Data.Model;

namespace OpenPar.Web.Pages.Evidence;

/// <summary>A document that proved something else and may prove the row too, at the same place of it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="IssuedOn">When.</param>
/// <param name="Item">The item that was cited.</param>
/// <param name="Page">The page that was cited.</param>
/// <param name="Proved">What it proved.</param>
/// <param name="Address">Where that is seen; null when the words are enough.</param>
public sealed record UsableAgain(DocumentId Document, string Name, string Issuer, DateOnly? IssuedOn, string? Item, int? Page, string Proved, string? Address = null);
