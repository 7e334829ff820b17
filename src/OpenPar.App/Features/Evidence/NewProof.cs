using OpenPar.App.Data.Model;
using OpenPar.Core;

namespace OpenPar.App.Features.Evidence;

/// <summary>A new document that proves something, as a person brings it.</summary>
/// <param name="Description">What the person says of it.</param>
/// <param name="FileName">Name of the file that comes along.</param>
/// <param name="Content">The file that comes along.</param>
/// <param name="Upload">A file that was uploaded before, instead.</param>
/// <param name="Item">Mục, khoản that counts, as typed.</param>
/// <param name="Page">Page, as typed.</param>
public sealed record NewProof(DocumentDescription Description, string? FileName, Stream? Content, UploadId? Upload, string? Item, string? Page)
{
    /// <summary>The document and the place in it that counts, or everything that is wrong with them before any file is looked at.</summary>
    public Answer<(AddDocument.Command Document, string? Item, int? Page)> Read(bool demonstration)
    {
        var document = new AddDocument.Command(Description, demonstration, FileName, Content, Upload);
        var refusals = AddDocument.Problems(document);
        var place = CiteDocument.ReadPlace(Item, Page);
        refusals.AddRange(place.Refusals);
        return refusals.Count > 0 ? refusals : (document, place.Value.Item, place.Value.Page);
    }
}
