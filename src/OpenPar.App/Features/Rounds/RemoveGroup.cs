using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;

namespace OpenPar.App.Features.Rounds;

/// <summary>Takes a group with the empty sheets of its units out of a round that is being prepared.</summary>
public static class RemoveGroup
{
    public sealed class Handler(OpenParDb db, RoundSheets sheets, TimeProvider time, Actor actor)
    {
        public async Task<Answer<RoundId>> HandleAsync(RoundId round, GroupId id, CancellationToken cancellationToken)
        {
            var draft = await SetUpRound.DraftAsync(db, round, cancellationToken);
            if (!draft.Done) return draft.Refusals.ToList();
            if (draft.Value.Groups.Find(g => g.Id == id) is not { } group) return ChangeGroup.Refusals.NoGroup;
            var units = await db.Sheets.Where(s => s.GroupId == id).Select(s => s.UnitId).ToListAsync(cancellationToken);
            await sheets.RemoveAsync(group, units, cancellationToken);
            db.UnitGroups.Remove(group);
            db.Record(actor, time, nameof(RemoveGroup), $"round/{round.Value}", new { group.Name, Framework = group.FrameworkId.ToString(), Units = units.Select(u => u.ToString()) });
            await db.SaveChangesAsync(cancellationToken);
            return round;
        }
    }
}
