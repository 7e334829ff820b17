using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds.Sheets;

/// <summary>The focal officer hands rows the agency answers for to contributors of the same agency, and takes them back.</summary>
public static class DelegateRows
{
    /// <param name="Sheet">The sheet.</param>
    /// <param name="Chosen">For each row, the people it is delegated to from now on; rows that are not named stay as they are.</param>
    public sealed record Command(SheetId Sheet, IReadOnlyDictionary<RowId, IReadOnlyList<Guid>> Chosen);

    public static class Refusals
    {
        public static Refusal NotColleague => Refusal.Of("not-colleague",
            "Chỉ giao dòng cho cán bộ phối hợp đang hoạt động của chính cơ quan bạn; không có gì thay đổi.",
            "Rows are delegated only to active contributors of your own agency; nothing was changed.");

        public static Refusal NotOpen => Refusal.Of("round-over", "Kỳ đánh giá đã kết thúc; không giao thêm dòng.", "The round is over; no more rows are delegated.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<int>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (actor.ScopeOf(Permission.DelegateRows) != Scope.OwnAgency || actor.Agency is not { } agency) return SheetAccess.Refusals.NotYours;
            var state = await db.Sheets.Where(s => s.Id == command.Sheet).Join(db.Rounds, s => s.RoundId, r => r.Id, (_, r) => (RoundState?)r.State).SingleOrDefaultAsync(cancellationToken);
            if (state is null) return SheetAccess.Refusals.NotFound;
            if (state is not (RoundState.Draft or RoundState.Open or RoundState.Paused)) return Refusals.NotOpen;
            var ids = command.Chosen.Keys.ToList();
            var rows = await db.Rows.Include(r => r.Owners).Include(r => r.Delegates).AsSplitQuery().Where(r => r.SheetId == command.Sheet && ids.Contains(r.Id)).ToListAsync(cancellationToken);
            if (rows.Count < ids.Count || rows.Exists(r => !r.Owners.Exists(o => o.AgencyId == agency))) return SheetAccess.Refusals.NotYours;
            var colleagues = (await Colleagues(db, agency).Select(u => u.Id).ToListAsync(cancellationToken)).ToHashSet();
            if (command.Chosen.Values.SelectMany(v => v).Any(user => !colleagues.Contains(user))) return Refusals.NotColleague;
            var changed = rows.Count(row => Change(row, command.Chosen[row.Id]));
            await db.SaveChangesAsync(cancellationToken);
            return changed;
        }

        private bool Change(Row row, IReadOnlyList<Guid> chosen)
        {
            var before = row.Delegates.Select(d => d.UserId).ToHashSet();
            if (before.SetEquals(chosen)) return false;
            row.Delegates.RemoveAll(d => !chosen.Contains(d.UserId));
            row.Delegates.AddRange(chosen.Where(user => !before.Contains(user)).Distinct()
                .Select(user => new RowDelegate { RowId = row.Id, UserId = user, DelegatedBy = actor.Name, DelegatedAt = time.GetUtcNow() }));
            db.Record(actor, time, nameof(DelegateRows), $"row/{row.Id.Value}", new { Delegates = before }, new { Delegates = chosen });
            return true;
        }
    }

    /// <summary>People of an agency to whom rows can be delegated.</summary>
    public static IQueryable<Data.Model.Accounts.User> Colleagues(OpenParDb db, Core.Organisations.AgencyId agency)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Users.Where(u => u.AgencyId == agency && !u.Disabled && u.Grants.Any(g => g.Role == Role.Contributor));
    }
}
