using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Evidence;

/// <summary>Proves a row with a new document in one act: it comes into the library and is cited, or neither.</summary>
public static class ProveRow
{
    public sealed record Command(RowId Row, NewProof Proof);

    public sealed class Handler(RowAccess access, AddDocument.Handler add, CiteDocument.Handler cite, EvidenceTurns turns)
    {
        public async Task<Answer<AddDocument.Added>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            // A file that comes with the form is still on its way.
            using var filing = command.Proof.Upload is null ? null : await turns.Filing.TakeAsync(cancellationToken);
            // Asked first, so that no file is stored for a row the person may not change.
            var row = await access.LoadAsync(command.Row, RowEvent.Save, cancellationToken);
            if (!row.Done) return row.Refusals.ToList();
            var proof = command.Proof.Read(row.Value.Round.Demonstration);
            if (!proof.Done) return proof.Refusals.ToList();
            var (document, item, page) = proof.Value;
            var added = await add.MakeAsync(document, cancellationToken);
            if (!added.Done) return added;
            var citation = cite.Make(row.Value, added.Value.Document, item, page);
            return await cite.SaveAsync(row.Value, citation, cancellationToken) is { } refusal ? refusal : added;
        }
    }
}
