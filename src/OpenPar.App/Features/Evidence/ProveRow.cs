using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Evidence;

/// <summary>Proves a row with a new document in one act: it comes into the library and is cited, or neither.</summary>
public static class ProveRow
{
    /// <param name="Row">The row.</param>
    /// <param name="Description">What the person says of the document.</param>
    /// <param name="FileName">Name of the file that comes along.</param>
    /// <param name="Content">The file that comes along.</param>
    /// <param name="Upload">A file that was uploaded before, instead.</param>
    /// <param name="Item">Mục, khoản that proves it, as typed.</param>
    /// <param name="Page">Page, as typed.</param>
    public sealed record Command(RowId Row, DocumentDescription Description, string? FileName, Stream? Content, UploadId? Upload, string? Item, string? Page);

    public sealed class Handler(RowAccess access, AddDocument.Handler add, CiteDocument.Handler cite)
    {
        public async Task<Answer<AddDocument.Added>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            // Asked first, so that no file is stored for a row the person may not change.
            var row = await access.LoadAsync(command.Row, RowEvent.Save, cancellationToken);
            if (!row.Done) return row.Refusals.ToList();
            var document = new AddDocument.Command(command.Description, row.Value.Round.Demonstration, command.FileName, command.Content, command.Upload);
            var place = CiteDocument.ReadPlace(command.Item, command.Page);
            var refusals = AddDocument.Problems(document);
            refusals.AddRange(place.Refusals);
            if (refusals.Count > 0) return refusals;
            var added = await add.MakeAsync(document, cancellationToken);
            if (!added.Done) return added;
            var (item, page) = place.Value;
            cite.Make(row.Value, added.Value.Document, item, page);
            return await cite.SaveAsync(row.Value, cancellationToken) is { } refusal ? refusal : added;
        }
    }
}
