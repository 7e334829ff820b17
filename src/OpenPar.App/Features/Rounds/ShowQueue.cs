using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Rounds;

/// <summary>The appraiser's queue: rows to decide by field, with filters, and how far every field and unit is.</summary>
public static class ShowQueue
{
    /// <summary>Rows of one page.</summary>
    public const int PageSize = 50;

    /// <param name="Line">The row.</param>
    /// <param name="Facts">Its declared figures.</param>
    public sealed record Item(QueueLine Line, IReadOnlyDictionary<string, FactValue> Facts);

    /// <summary>How far a part of the rows is.</summary>
    /// <param name="Key">Code of the field or identity of the unit.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Rows">All rows.</param>
    /// <param name="Decided">Of these, decided.</param>
    /// <param name="Waiting">Of these, waiting for the person.</param>
    public sealed record Progress(string Key, string Name, int Rows, int Decided, int Waiting);

    /// <param name="Round">The round.</param>
    /// <param name="Filter">What was asked for.</param>
    /// <param name="Items">The rows of this page.</param>
    /// <param name="Page">This page, from 1.</param>
    /// <param name="Total">Rows that suit the filter.</param>
    /// <param name="Fields">Progress by field.</param>
    /// <param name="Units">Progress by unit.</param>
    /// <param name="Ready">Waiting rows that may be accepted together.</param>
    /// <param name="Teams">The person's teams; empty where the round has none.</param>
    public sealed record View(
        Round Round, QueueFilter Filter, IReadOnlyList<Item> Items, int Page, int Total, IReadOnlyList<Progress> Fields, IReadOnlyList<Progress> Units, int Ready, IReadOnlyList<Team> Teams)
    {
        /// <summary>How many pages there are.</summary>
        public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
    }

    /// <summary>The rows before and after one in the filtered queue, also when the row itself no longer suits the filter.</summary>
    /// <param name="Previous">The one before.</param>
    /// <param name="Next">The one after.</param>
    /// <param name="Left">How many suit the filter.</param>
    public sealed record Neighbours(QueueLine? Previous, QueueLine? Next, int Left);

    public sealed class Handler(OpenParDb db, AppraisalQueue queue, AppraisalTeams teams, Actor actor)
    {
        public async Task<View?> HandleAsync(RoundId id, QueueFilter filter, int page, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(filter);
            if (await RoundAsync(id, cancellationToken) is not { } round) return null;
            var lines = await queue.LinesAsync(round, filter, cancellationToken);
            var wanted = lines.Where(l => AppraisalQueue.Suits(l, filter)).ToList();
            var at = Math.Clamp(page, 1, Math.Max(1, (wanted.Count + PageSize - 1) / PageSize));
            var shown = await queue.WithLastYearAsync(round, [.. wanted.Skip((at - 1) * PageSize).Take(PageSize)], cancellationToken);
            var ids = shown.ConvertAll(l => l.Row);
            var facts = await db.Rows.AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Facts }).ToDictionaryAsync(r => r.Id, r => r.Facts, cancellationToken);
            var fields = lines.GroupBy(l => l.Code.Field).OrderBy(g => g.Key).Select(g => Of(g.Key.ToString(), FieldName(g), g));
            var units = lines.GroupBy(l => l.Unit).Select(g => Of(g.Key.ToString(), g.First().UnitName, g));
            var mine = (await teams.OfAsync(id, cancellationToken)).Where(t => t.Has(actor.UserId)).ToList();
            return new View(round, filter, [.. shown.Select(l => new Item(l, facts[l.Row]))], at, wanted.Count, [.. fields], [.. units], lines.Count(l => l.Ready), mine);
        }

        /// <summary>The rows that may be accepted together, under the same filters.</summary>
        public async Task<(Round Round, IReadOnlyList<QueueLine> Lines)?> ReadyAsync(RoundId id, QueueFilter filter, CancellationToken cancellationToken)
        {
            if (await RoundAsync(id, cancellationToken) is not { } round) return null;
            var lines = await queue.LinesAsync(round, filter, cancellationToken);
            var ready = lines.Where(l => l.Ready && AppraisalQueue.Suits(l, filter)).ToList();
            return (round, await queue.WithLastYearAsync(round, ready, cancellationToken));
        }

        public async Task<Neighbours> NeighboursAsync(RoundId id, QueueFilter filter, RowId row, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(filter);
            if (await RoundAsync(id, cancellationToken) is not { } round) return new Neighbours(null, null, 0);
            var lines = await queue.LinesAsync(round, filter, cancellationToken);
            var at = lines.FindIndex(l => l.Row == row);
            var suits = lines.Select(l => AppraisalQueue.Suits(l, filter)).ToList();
            var left = suits.Where((s, i) => s && i != at).Count();
            if (at < 0) return new Neighbours(null, lines.Where((_, i) => suits[i]).FirstOrDefault(), left);
            return new Neighbours(lines.Take(at).Where((_, i) => suits[i]).LastOrDefault(), lines.Where((_, i) => i > at && suits[i]).FirstOrDefault(), left);
        }

        private Task<Round?> RoundAsync(RoundId id, CancellationToken cancellationToken) =>
            db.Rounds.AsNoTracking().Include(r => r.Extensions).SingleOrDefaultAsync(r => r.Id == id, cancellationToken);

        private static Progress Of(string key, string name, IEnumerable<QueueLine> lines)
        {
            var all = lines.ToList();
            return new Progress(key, name, all.Count, all.Count(l => RowMachine.IsDecided(l.State)), all.Count(l => l.Waits));
        }

        // Groups of units have frameworks of their own: a field is named by its number, and by the titles it has in them.
        private string FieldName(IGrouping<CriterionCode, QueueLine> field) =>
            string.Join(" / ", field.Select(l => l.Group).Distinct().Select(g => queue.TitleOf(g, field.Key)).Distinct());
    }
}
