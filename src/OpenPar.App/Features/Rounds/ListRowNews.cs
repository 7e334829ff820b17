using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>Rows a person works on where somebody else wrote something the person has not seen: notes, and what the other side asks or answers.</summary>
public static class ListRowNews
{
    /// <summary>Rows listed at most, the newest word first; the rest is counted.</summary>
    public const int Shown = 50;

    /// <param name="Row">The row.</param>
    /// <param name="Unit">Its unit.</param>
    /// <param name="Round">Title of its round.</param>
    /// <param name="Code">Its leaf.</param>
    /// <param name="Title">Title of the leaf.</param>
    /// <param name="Count">How many messages are new; never one the person may not read.</param>
    /// <param name="Kind">What the newest of them is for.</param>
    /// <param name="Author">Who wrote the newest.</param>
    /// <param name="Text">What it says.</param>
    /// <param name="At">When it was written.</param>
    public sealed record Item(RowId Row, string Unit, string Round, CriterionCode Code, string Title, int Count, RowMessageKind Kind, string Author, string Text, DateTimeOffset At);

    /// <param name="Items">The first rows.</param>
    /// <param name="Count">How many rows there are.</param>
    /// <param name="Newest">The newest of all these messages; null when there is none.</param>
    /// <param name="Demonstration">Whether a row of the demonstration is among them.</param>
    public sealed record News(IReadOnlyList<Item> Items, int Count, long? Newest, bool Demonstration);

    /// <param name="Row">A row with news.</param>
    /// <param name="Count">How many messages are new.</param>
    /// <param name="Last">The newest of them.</param>
    internal sealed record Found(RowId Row, int Count, long Last);

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, AppraisalTeams teams, RowNotes notes, Actor actor)
    {
        private static readonly News Nothing = new([], 0, null, false);

        public async Task<News> HandleAsync(CancellationToken cancellationToken)
        {
            if (await NewAsync(cancellationToken) is not { } messages) return Nothing;
            var rows = ByRow(messages);
            var found = await rows.Take(Shown).ToListAsync(cancellationToken);
            var count = found.Count < Shown ? found.Count : await rows.CountAsync(cancellationToken);
            return await NewsAsync(found, count, cancellationToken);
        }

        /// <summary>Every row with news that were written no later than a message.</summary>
        internal async Task<IReadOnlyList<Found>> UpToAsync(long message, CancellationToken cancellationToken) =>
            await NewAsync(cancellationToken) is { } messages ? await ByRow(messages.Where(m => m.Id <= message)).ToListAsync(cancellationToken) : [];

        // The newest word first.
        private static IQueryable<Found> ByRow(IQueryable<RowMessage> messages) =>
            messages.GroupBy(m => m.RowId).Select(g => new { Row = g.Key, Count = g.Count(), Last = g.Max(m => m.Id) }).OrderByDescending(r => r.Last).Select(r => new Found(r.Row, r.Count, r.Last));

        private async Task<IQueryable<RowMessage>?> NewAsync(CancellationToken cancellationToken)
        {
            if (actor.UserId is not { } user || await MessagesAsync(cancellationToken) is not { } messages) return null;
            return messages.Where(m => m.AuthorId != null && m.AuthorId != user && !db.SeenRows.Any(s => s.UserId == user && s.RowId == m.RowId && s.MessageId >= m.Id));
        }

        // Who writes notes on a row (RowNotes.AuthorAsync) is who hears of them; here as a query over all rows.
        private async Task<IQueryable<RowMessage>?> MessagesAsync(CancellationToken cancellationToken)
        {
            IQueryable<RowMessage>? of = null;
            if (Ours() is { } ours)
            {
                var (kinds, readers) = (RowNotes.NewsTo(Role.FocalOfficer), await notes.ReadersAsync(cancellationToken));
                of = db.Messages.AsNoTracking().Where(m => kinds.Contains(m.Kind) && ours.Any(r => r.Id == m.RowId))
                    .Where(m => m.Kind != RowMessageKind.InternalNote || (m.AuthorAgencyId != null && readers.Contains(m.AuthorAgencyId.Value)));
            }

            if (!actor.May(Permission.AppraiseRows)) return of;
            foreach (var round in await db.Rounds.AsNoTracking().Where(r => r.State == RoundState.Open || r.State == RoundState.Paused || r.State == RoundState.Closed).Select(r => r.Id).ToListAsync(cancellationToken))
            {
                var (kinds, judged) = (RowNotes.NewsTo(Role.Appraiser), await JudgedAsync(round, cancellationToken));
                var theirs = db.Messages.AsNoTracking().Where(m => kinds.Contains(m.Kind) && judged.Any(r => r.Id == m.RowId));
                of = of is null ? theirs : of.Union(theirs);
            }

            return of;
        }

        private IQueryable<Row>? Ours()
        {
            var (scores, signs) = (actor.ScopeOf(Permission.ScoreRows), actor.ScopeOf(Permission.SignSheets));
            if (actor.Agency is { } agency && (scores == Scope.OwnAgency || signs == Scope.OwnAgency))
                return Rows(s => true).Where(r => r.Owners.Any(o => o.AgencyId == agency) || db.Sheets.Any(s => s.Id == r.SheetId && s.UnitId == agency));
            return scores == Scope.Delegated ? Rows(s => true).Where(r => r.Delegates.Any(d => d.UserId == actor.UserId)) : null;
        }

        private async Task<IQueryable<Row>> JudgedAsync(RoundId round, CancellationToken cancellationToken)
        {
            var rows = Rows(s => s.RoundId == round);
            if (actor.Agency is { } agency) rows = rows.Where(r => r.Owners.All(o => o.AgencyId != agency) && !db.Sheets.Any(s => s.Id == r.SheetId && s.UnitId == agency));
            return await teams.RowsAsync(round, cancellationToken) is { } covered ? rows.Where(r => covered.Contains(r.Id)) : rows;
        }

        private IQueryable<Row> Rows(System.Linq.Expressions.Expression<Func<Sheet, bool>> on)
        {
            var sheets = db.LiveSheets.Where(on).Where(s => db.Rounds.Any(r => r.Id == s.RoundId && (r.State == RoundState.Open || r.State == RoundState.Paused || r.State == RoundState.Closed)));
            return db.Rows.Where(r => sheets.Any(s => s.Id == r.SheetId));
        }

        private async Task<News> NewsAsync(List<Found> found, int count, CancellationToken cancellationToken)
        {
            if (found.Count == 0) return Nothing;
            var last = found.ToDictionary(f => f.Last);
            var lines = await (
                from message in db.Messages.AsNoTracking()
                where last.Keys.Contains(message.Id)
                join row in db.Rows on message.RowId equals row.Id
                join sheet in db.Sheets on row.SheetId equals sheet.Id
                join unit in db.Agencies on sheet.UnitId equals unit.Id
                join round in db.Rounds on sheet.RoundId equals round.Id
                join its in db.UnitGroups on sheet.GroupId equals its.Id
                orderby message.Id descending
                select new { message, row.Code, Unit = unit.Name, Round = round.Title, round.Demonstration, its.FrameworkId }).ToListAsync(cancellationToken);
            var items = new List<Item>();
            foreach (var line in lines)
            {
                var criterion = (await frameworks.GetAsync(db, line.FrameworkId, cancellationToken)).Find(line.Code)!;
                var message = line.message;
                items.Add(new Item(message.RowId, line.Unit, line.Round, line.Code, criterion.Title, last[message.Id].Count, message.Kind, message.Author, message.Text, message.At));
            }

            return new News(items, count, found.Max(f => f.Last), lines.Exists(l => l.Demonstration));
        }
    }
}
