using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds.Checks;

/// <summary>Self-assessed rows that nobody answers for.</summary>
internal sealed class OwnersCheck(OpenParDb db) : IRoundCheck
{
    public async Task<IReadOnlyList<RoundFinding>> LookAsync(CheckedRound round, CancellationToken cancellationToken)
    {
        var found = new List<RoundFinding>();
        foreach (var group in round.Groups)
        {
            var codes = await db.Rows.Where(r => r.Owners.Count == 0 && db.Sheets.Any(s => s.Id == r.SheetId && s.GroupId == group.Group.Id)).Select(r => r.Code).Distinct().ToListAsync(cancellationToken);
            var unowned = codes.Select(group.Framework.Find).OfType<Criterion>().Where(c => c.Method != ScoringMethod.Survey).OrderBy(c => c.Code).ToList();
            var byLead = round.Round.Way == ScoringWay.ByCriterion;
            foreach (var row in unowned)
                found.Add(RoundFinding.Warning($"{group.Group.Name}: {row.Code}", $"Dòng {row.Code} chưa có cơ quan nào chịu trách nhiệm.", $"Nobody answers for row {row.Code}.",
                    byLead ? "Phân công cơ quan chủ trì." : "Chọn cơ quan cung cấp số liệu.", byLead ? "Assign a lead agency." : "Choose a supplier.", byLead ? RoundPlace.Assignments : RoundPlace.Group, byLead ? group.Framework.Id.ToString() : group.Group.Id.Value.ToString()));
        }

        return found;
    }
}
