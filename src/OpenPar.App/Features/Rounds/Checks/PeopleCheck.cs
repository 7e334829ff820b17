using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds.Checks;

/// <summary>Agencies that answer for rows and have nobody to fill them, units without somebody who signs, no appraiser.</summary>
internal sealed class PeopleCheck(OpenParDb db) : IRoundCheck
{
    public async Task<IReadOnlyList<RoundFinding>> LookAsync(CheckedRound round, CancellationToken cancellationToken)
    {
        var grants = await db.Grants.Join(db.Users.Where(u => !u.Disabled), g => g.UserId, u => u.Id, (g, u) => new { g.Role, u.AgencyId }).Distinct().ToListAsync(cancellationToken);
        var focal = Of(Role.FocalOfficer);
        var answering = await db.RowOwners.Where(o => db.Rows.Any(r => r.Id == o.RowId && db.Sheets.Any(s => s.Id == r.SheetId && s.RoundId == round.Round.Id)))
            .Select(o => o.AgencyId).Distinct().Join(db.Agencies, o => o, a => a.Id, (_, a) => new { a.Id, a.Name, a.Kind }).ToListAsync(cancellationToken);
        var found = new List<RoundFinding>();
        foreach (var agency in answering.Where(a => !focal.Contains(a.Id) && a.Kind != AgencyKind.Class).OrderBy(a => a.Name, Core.Text.VietnameseText.Comparer))
            found.Add(RoundFinding.Warning(agency.Name, "Chưa có tài khoản cán bộ đầu mối để tự chấm.", "No focal officer has an account.", "Tạo tài khoản và gửi đường dẫn một lần.", "Create an account and send its link.", RoundPlace.Accounts));
        if (round.Round.Way == ScoringWay.ByUnit)
        {
            var leaders = Of(Role.UnitLeader);
            foreach (var unit in round.Units.Where(u => !leaders.Contains(u.Id)))
                found.Add(RoundFinding.Warning(unit.Name, "Chưa có tài khoản lãnh đạo để ký phiếu.", "No leader has an account to sign the sheet.", "Tạo tài khoản với vai trò lãnh đạo đơn vị.", "Create an account with the role of unit leader.", RoundPlace.Accounts));
        }

        if (grants.TrueForAll(g => g.Role != Role.Appraiser))
            found.Add(RoundFinding.Warning(round.Round.Title, "Chưa có tài khoản nào trong Tổ thẩm định.", "Nobody is an appraiser.", "Tạo tài khoản thành viên Tổ thẩm định.", "Create accounts of appraisers.", RoundPlace.Accounts));
        return found;

        HashSet<AgencyId> Of(Role role) => [.. grants.Where(g => g.Role == role).Select(g => g.AgencyId).OfType<AgencyId>()];
    }
}
