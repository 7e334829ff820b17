using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Evidence.Reading;
using OpenPar.App.Features.Evidence.Uploads;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Letters;

namespace OpenPar.App.Features.Evidence;

/// <summary>What the head of an uploaded file says of the document. Only a proposal: a person looks at every word and confirms.</summary>
public static class ProposeDescription
{
    /// <param name="Description">What was found; the rest is empty.</param>
    /// <param name="Duplicates">Documents that are there already.</param>
    /// <param name="Read">False when too many files wait to be read: there is no proposal now.</param>
    public sealed record Proposal(DocumentDescription Description, IReadOnlyList<FindDuplicates.Duplicate> Duplicates, bool Read);

    public sealed class Handler(OpenParDb db, ListUploads.Handler uploads, ReadFiles.Handler files, FindDuplicates.Handler duplicates)
    {
        /// <summary>Null when there is no such whole upload of the person.</summary>
        public async Task<Proposal?> HandleAsync(UploadId id, CancellationToken cancellationToken)
        {
            if (await uploads.FindAsync(id, cancellationToken) is not { Whole: true } item) return null;
            var file = await files.TextAsync(item.Upload.Sha256!, EvidenceTurns.Patience, cancellationToken);
            var letter = file.Text is { } text ? LetterReader.Read(text.Split('\f')) : new Letter();
            var description = new DocumentDescription
            {
                Number = letter.Number,
                Symbol = letter.Symbol,
                Issuer = await RegisteredAsync(letter.Issuer, cancellationToken),
                IssuedOn = letter.IssuedOn,
                Subject = letter.Subject,
                Type = letter.Type,
                Signer = letter.Signer,
                SignerPosition = letter.SignerPosition,
            };
            return new Proposal(description, await duplicates.HandleAsync(description, item.Upload.Sha256, null, cancellationToken), file.Read);
        }

        // The register knows how an agency is written; heads of letters write it in capitals.
        private async Task<string?> RegisteredAsync(string? issuer, CancellationToken cancellationToken)
        {
            if (issuer is null) return null;
            var folded = VietnameseText.Fold(issuer);
            var names = await db.Agencies.AsNoTracking().Select(a => a.Name).ToListAsync(cancellationToken);
            return names.Find(n => VietnameseText.Fold(n) == folded) ?? issuer;
        }
    }
}
