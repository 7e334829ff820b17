using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Frameworks;

namespace OpenPar.App.Features.Rounds;

/// <summary>Whose rows are whose. In a round without teams every appraiser appraises every row that is not the own agency's.</summary>
public sealed class AppraisalTeams(OpenParDb db, FrameworkCatalog frameworks, Actor actor)
{
    private readonly Dictionary<RoundId, List<Team>> known = [];

    public static class Refusals
    {
        public static Refusal OtherTeam(string teams) => Refusal.Of("other-team",
            $"Dòng này do {teams} thẩm định và bạn không thuộc tổ đó; không có gì được lưu.",
            $"{teams} appraises this row and you are not in it; nothing was saved.");

        public static Refusal NoTeam => Refusal.Of("no-team",
            "Chưa có tổ thẩm định nào phụ trách dòng này; không có gì được lưu. Người quản trị kỳ đánh giá giao dòng cho một tổ.",
            "No team appraises this row yet; nothing was saved. The administrator of the round gives it to a team.");
    }

    /// <summary>The teams of a round with their members, by name.</summary>
    public async Task<IReadOnlyList<Team>> OfAsync(RoundId round, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(round, out var teams)) return teams;
        return known[round] = await db.Teams.AsNoTracking().Include(t => t.Members).Where(t => t.RoundId == round).OrderBy(t => t.Name).ToListAsync(cancellationToken);
    }

    /// <summary>Why the person may not appraise a row; null when a team of the person covers it or the round has no teams.</summary>
    public async Task<Refusal?> RefusalAsync(RoundId round, GroupId group, CriterionCode code, CancellationToken cancellationToken)
    {
        var teams = await OfAsync(round, cancellationToken);
        if (teams.Count == 0) return null;
        var covering = teams.Where(t => t.Covers(group, code)).ToList();
        if (covering.Count == 0) return Refusals.NoTeam;
        return covering.Exists(t => t.Has(actor.UserId)) ? null : Refusals.OtherTeam(string.Join(", ", covering.Select(t => $"“{t.Name}”")));
    }

    /// <summary>Whether the person leads a team that covers the row.</summary>
    public async Task<bool> LeadsAsync(RoundId round, GroupId group, CriterionCode code, CancellationToken cancellationToken) =>
        (await OfAsync(round, cancellationToken)).Any(t => t.IsLedBy(actor.UserId) && t.Covers(group, code));

    /// <summary>Rows the person's teams cover, as a query; null when the round has no teams.</summary>
    public async Task<IQueryable<RowId>?> RowsAsync(RoundId round, CancellationToken cancellationToken)
    {
        var teams = await OfAsync(round, cancellationToken);
        if (teams.Count == 0) return null;
        var sets = await db.UnitGroups.AsNoTracking().Where(g => g.RoundId == round).Select(g => new { g.Id, g.FrameworkId }).ToListAsync(cancellationToken);
        var rows = db.Rows.Where(r => false).Select(r => r.Id);
        foreach (var set in sets)
        {
            var framework = await frameworks.GetAsync(db, set.FrameworkId, cancellationToken);
            var codes = framework.Leaves.Select(l => l.Code).Where(c => teams.Any(t => t.Has(actor.UserId) && t.Covers(set.Id, c))).ToList();
            if (codes.Count == 0) continue;
            rows = rows.Union(
                from sheet in db.LiveSheets
                where sheet.GroupId == set.Id
                join row in db.Rows on sheet.Id equals row.SheetId
                where codes.Contains(row.Code)
                select row.Id);
        }

        return rows;
    }
}
