using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds.Sheets;

/// <summary>What happened to a sheet as a whole: reviews, signings with their hash, whether the sheet is still what was signed, and files kept with a signing.</summary>
public static class ShowClosing
{
    public sealed record Paper(DocumentId Document, string Subject, string? FileName);

    /// <summary>
    /// One signing. It is sound when the kept content still has its hash, and the same when the sheet still has this content; figures and
    /// evidence change again when rows are returned or explained. Claims are null where the signed form did not have them.
    /// </summary>
    public sealed record Signing(
        long Id, string Sha256, bool Sound, bool Same, IReadOnlyList<SheetContent.Claim>? Claims, string Factor, string By, DateTimeOffset At, IReadOnlyList<Paper> Papers);

    /// <param name="Sheet">The sheet.</param>
    /// <param name="Now">The content as it is now.</param>
    /// <param name="Happenings">Changes of its state, newest first.</param>
    /// <param name="Signings">Signings, newest first.</param>
    /// <param name="May">What the person may do with it.</param>
    public sealed record View(ShowSheet.View Sheet, SheetContent Now, IReadOnlyList<SheetHappening> Happenings, IReadOnlyList<Signing> Signings, IReadOnlySet<SheetEvent> May);

    public sealed class Handler(OpenParDb db, ShowSheet.Handler sheets, SheetAccess access, ListFormerSheets.Handler former)
    {
        public async Task<View?> HandleAsync(SheetId id, CancellationToken cancellationToken)
        {
            if (await sheets.HandleAsync(id, cancellationToken) is not { } sheet) return null;
            var round = await db.Rounds.AsNoTracking().Include(r => r.Extensions).SingleAsync(r => r.Id == sheet.Round.Id, cancellationToken);
            var on = await db.Sheets.AsNoTracking().SingleAsync(s => s.Id == id, cancellationToken);
            if (!access.Mine(on, Core.Accounts.Permission.ViewRounds) && !await former.MayReadAsync(on.Id, on.UnitId, cancellationToken)) return null;
            var hash = await db.Frameworks.Where(f => f.Id == sheet.Round.FrameworkId).Select(f => f.ContentHash).SingleAsync(cancellationToken);
            var now = await SheetContent.ReadAsync(db, round, on, hash, cancellationToken);
            var happenings = await db.SheetHappenings.AsNoTracking().Where(h => h.SheetId == id).OrderByDescending(h => h.Id).ToListAsync(cancellationToken);
            var forms = new Dictionary<int, SheetContent> { [now.Form] = now };
            async Task<SheetContent> InAsync(int form) => forms.TryGetValue(form, out var known) ? known : forms[form] = await SheetContent.ReadAsync(db, round, on, hash, cancellationToken, form);
            return new View(sheet, now, happenings, await SigningsAsync(id, InAsync, cancellationToken), access.May(round, on));
        }

        private async Task<List<Signing>> SigningsAsync(SheetId id, Func<int, Task<SheetContent>> now, CancellationToken cancellationToken)
        {
            var closings = await db.Closings.AsNoTracking().Where(c => c.SheetId == id).OrderByDescending(c => c.Id).ToListAsync(cancellationToken);
            var papers = (await db.ClosingDocuments.AsNoTracking().Where(d => db.Closings.Any(c => c.Id == d.ClosingId && c.SheetId == id))
                .Join(db.Documents, d => d.DocumentId, x => x.Id, (d, x) => new { d.ClosingId, x.Id, x.Subject, File = x.Revisions.OrderByDescending(r => r.Id).Select(r => r.FileName).FirstOrDefault() })
                .ToListAsync(cancellationToken)).ToLookup(p => p.ClosingId, p => new Paper(p.Id, p.Subject, p.File));
            var signings = new List<Signing>();
            foreach (var closing in closings)
            {
                var content = SheetContent.Of(closing.Content);
                // What is not what was hashed is not read any further.
                var sound = content.Sha256 == closing.Sha256;
                var same = sound && closing.Sha256 == (await now(content.Form)).Sha256;
                signings.Add(new Signing(closing.Id, closing.Sha256, sound, same, sound ? content.Claims : null, closing.Factor, closing.SignedBy, closing.SignedAt, [.. papers[closing.Id]]));
            }

            return signings;
        }
    }
}
