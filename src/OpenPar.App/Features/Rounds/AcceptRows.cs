using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>
/// Accepts many complete rows in one act, every row by a decision and an audit entry of its own. What changed meanwhile, or does not come out
/// of the rule as declared, is left out and told.
/// </summary>
public static class AcceptRows
{
    /// <summary>Rows taken in one act.</summary>
    public const int Most = 500;

    public sealed record Wanted(RowId Row, uint Version);

    public sealed record Command(RoundId Round, IReadOnlyList<Wanted> Rows);

    /// <param name="Row">The row.</param>
    /// <param name="Name">Its code and unit.</param>
    /// <param name="Why">Why it was not accepted.</param>
    public sealed record LeftOut(RowId Row, string Name, LocalText Why);

    /// <param name="Accepted">Rows that were accepted, or got the person's opinion.</param>
    /// <param name="Units">Units they belong to.</param>
    /// <param name="Left">Rows that were not.</param>
    public sealed record Done(int Accepted, int Units, IReadOnlyList<LeftOut> Left);

    public static class Refusals
    {
        public static Refusal NoneChosen => Refusal.Of("none-chosen", "Chưa chọn dòng nào.", "No row is chosen.", "rows");

        public static Refusal TooMany => Refusal.Of("too-many", $"Mỗi lần chấp nhận nhiều nhất {Most} dòng; không có gì được lưu.", $"At most {Most} rows at once; nothing was saved.", "rows");

        public static Refusal NotReady => Refusal.Of("not-ready",
            "Dòng không còn đủ điều kiện chấp nhận cùng lúc: mở từng dòng để thẩm định.", "The row may not be accepted together with others: open it.");
    }

    public sealed class Handler(OpenParDb db, RowAccess access, RowDeciding deciding, RowOpinions opinions, ShowQueue.Handler queue)
    {
        public async Task<Answer<Done>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var wanted = command.Rows.DistinctBy(r => r.Row).ToList();
            if (wanted.Count == 0) return Refusals.NoneChosen;
            if (wanted.Count > Most) return Refusals.TooMany;
            var found = await queue.ReadyAsync(command.Round, QueueFilter.Waiting, cancellationToken);
            var ready = found?.Lines.ToDictionary(l => l.Row) ?? [];
            var accepted = new List<SheetId>();
            var left = new List<LeftOut>();
            foreach (var each in wanted)
            {
                var refusal = await AcceptAsync(each, ready.GetValueOrDefault(each.Row), cancellationToken);
                if (refusal is null) accepted.Add(ready[each.Row].Sheet);
                else left.Add(new LeftOut(each.Row, await NameAsync(each.Row, cancellationToken), refusal.Message));
                // One row at a time: the failure of one must not take the others with it.
                db.ChangeTracker.Clear();
            }

            return new Done(accepted.Count, accepted.Distinct().Count(), left);
        }

        private async Task<Refusal?> AcceptAsync(Wanted wanted, QueueLine? line, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await opinions.HoldAsync(wanted.Row, cancellationToken);
            var answer = await access.LoadAsync(wanted.Row, RowEvent.Appraise, cancellationToken);
            if (!answer.Done) return answer.Refusals[0];
            var loaded = answer.Value;
            if (loaded.Row.Version != wanted.Version) return RowDeciding.Refusals.Changed;
            if (line is null || loaded.Row.Unread.Count > 0) return Refusals.NotReady;
            var judged = await deciding.JudgeAsync(loaded, Wish.AsDeclared, cancellationToken);
            if (!judged.Done) return judged.Refusals[0];
            if (judged.Value.Points != loaded.Row.SelfPoints) return Refusals.NotReady;
            if (loaded.Round.Settings.Blind)
            {
                var given = await opinions.GiveAsync(loaded, judged.Value, nameof(AcceptRows), cancellationToken);
                if (!given.Done) return given.Refusals[0];
            }
            else
            {
                await deciding.KeepAsync(loaded, judged.Value, nameof(AcceptRows), null, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return null;
        }

        private async Task<string> NameAsync(RowId id, CancellationToken cancellationToken)
        {
            var row = await db.Rows.Where(r => r.Id == id)
                .Join(db.Sheets, r => r.SheetId, s => s.Id, (r, s) => new { r.Code, s.UnitId }).Join(db.Agencies, r => r.UnitId, a => a.Id, (r, a) => new { r.Code, a.Name }).SingleOrDefaultAsync(cancellationToken);
            return row is null ? id.Value.ToString() : $"{row.Code}, {row.Name}";
        }
    }
}
