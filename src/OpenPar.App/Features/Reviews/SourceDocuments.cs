using OpenPar.App.Features.Evidence;
using OpenPar.Documents.Reading;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.App.Features.Reviews;

/// <summary>Imported files as their reader saw them. The last few are kept: a person goes through one file row by row.</summary>
public sealed class SourceDocuments(FileStore store)
{
    private const int Kept = 4;
    private readonly LinkedList<(string Sha256, SourceDocument Document)> recent = [];
    private readonly Lock gate = new();

    /// <summary>A file of the store as its reader sees it; null when the store no longer holds it.</summary>
    public async Task<SourceDocument?> ReadAsync(string sha256, string fileName, CancellationToken cancellationToken)
    {
        if (Find(sha256) is { } known) return known;
        await using var copy = await store.CopyAsync(sha256, cancellationToken);
        if (copy is null) return null;
        await using var file = copy.Open();
        var document = await DocumentReader.ReadAsync(file, fileName, cancellationToken);
        lock (gate)
        {
            recent.AddFirst((sha256, document));
            if (recent.Count > Kept) recent.RemoveLast();
        }

        return document;
    }

    private SourceDocument? Find(string sha256)
    {
        lock (gate)
        {
            for (var node = recent.First; node is not null; node = node.Next)
            {
                if (node.Value.Sha256 != sha256) continue;
                recent.Remove(node);
                recent.AddFirst(node);
                return node.Value.Document;
            }

            return null;
        }
    }
}
