using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Demonstration;

/// <summary>
/// The steps of a season in their order, each with a role of the demonstration for which it is the next thing to do and the page where it is done. What
/// nobody can do at the moment is left out: the list follows the rounds as they stand.
/// </summary>
public static class ListStages
{
    /// <param name="What">The step.</param>
    /// <param name="Person">Whom to play.</param>
    /// <param name="Round">The round it is done in; null where there is none yet.</param>
    /// <param name="Url">The page.</param>
    public sealed record Stage(LocalText What, TryRole.Playable Person, string? Round, string Url);

    private sealed record Place(Guid Id, string Title);

    public sealed class Handler(OpenParDb db, TryRole.Handler roles)
    {
        public async Task<IReadOnlyList<Stage>> HandleAsync(CancellationToken cancellationToken)
        {
            var people = await roles.ListAsync(cancellationToken);
            var stages = new List<Stage>();
            void Add(LocalText what, Role role, AgencyId? agency, Place? place, string url)
            {
                if (people.FirstOrDefault(p => p.Roles.Contains(role) && p.Agency == agency) is { } person) stages.Add(new(what, person, place?.Title, url));
            }

            Add(new("Lập và mở một kỳ đánh giá", "Set up and open a round"), Role.Administrator, null, null, "/rounds/new");
            if (await RoundAsync(RoundState.Open, cancellationToken) is { } open)
            {
                var address = $"/rounds/{open.Id}";
                Add(new("Điều hành: gia hạn, tạm dừng, theo dõi tiến độ", "Steer: extend, pause, watch the progress"), Role.Administrator, null, open, address);
                if (await SheetAsync(open, SheetState.Filling, cancellationToken) is { } filling)
                    Add(new("Tự chấm, giao dòng, kèm tài liệu, kiểm tra, trình ký", "Declare, delegate, attach evidence, check, send to the leader"), Role.FocalOfficer, filling.Unit, open, filling.Url);
                if (await ContributorAsync(open, cancellationToken) is { } contributing)
                    Add(new("Nhập dòng được giao", "Fill delegated rows"), Role.Contributor, contributing, open, "/");
                if (await SupplierAsync(open, cancellationToken) is { } supplying)
                    Add(new("Cung cấp số liệu cho đơn vị khác", "Supply figures of other units"), Role.FocalOfficer, supplying, open, $"{address}/supply");
                if (await SheetAsync(open, SheetState.InReview, cancellationToken) is { } review)
                    Add(new("Lãnh đạo xem lại và ký phiếu", "The leader looks through the sheet and signs it"), Role.UnitLeader, review.Unit, open, $"{review.Url}/sign");
                Add(new("Thẩm định, trả lại dòng, chấp nhận cùng lúc", "Appraise, return rows, accept together"), Role.Appraiser, null, open, $"{address}/appraisal");
                if (await SheetAsync(open, SheetState.Announced, cancellationToken) is { } announced)
                    Add(new("Đề nghị xem lại, giải trình", "Object and explain"), Role.FocalOfficer, announced.Unit, open, announced.Url);
                Add(new("Ghi biên bản sự cố", "Record an outage"), Role.Administrator, null, open, "/rounds/outages/new");
                Add(new("Sắp xếp đơn vị", "Reorganise units"), Role.Administrator, null, open, "/agencies/reorganisations/new");
            }

            if (await RoundAsync(RoundState.Closed, cancellationToken) is { } closed)
            {
                Add(new("Ghi danh sách Hội đồng, phê duyệt, mở lại kỳ", "Name the council, approve, reopen"), Role.Administrator, null, closed, $"/rounds/{closed.Id}");
                Add(new("Hội đồng: phiên họp, quyết định, biên bản", "The council: sessions, decisions, minutes"), Role.CouncilMember, null, closed, $"/rounds/{closed.Id}/council");
            }

            if (await RoundAsync(RoundState.Approved, cancellationToken) is { } approved)
                Add(new("Công bố kết quả", "Publish the result"), Role.Administrator, null, approved, $"/rounds/{approved.Id}/publish");
            Add(new("Xem kết quả công bố", "Read published results"), Role.Reader, null, await RoundAsync(RoundState.Published, cancellationToken), "/results");
            return stages;
        }

        private Task<Place?> RoundAsync(RoundState state, CancellationToken cancellationToken) =>
            db.Rounds.AsNoTracking().Where(r => r.Demonstration && r.Way == ScoringWay.ByUnit && r.State == state).OrderBy(r => r.CreatedAt)
                .Select(r => new Place(r.Id.Value, r.Title)).FirstOrDefaultAsync(cancellationToken);

        private async Task<(AgencyId Unit, string Url)?> SheetAsync(Place round, SheetState state, CancellationToken cancellationToken)
        {
            var id = new RoundId(round.Id);
            var sheet = await db.LiveSheets.AsNoTracking().Where(s => s.RoundId == id && s.State == state).OrderByDescending(s => db.Users.Any(u => u.AgencyId == s.UnitId && u.Grants.Any(g => g.Role == Role.Contributor)))
                .ThenBy(s => s.Id).FirstOrDefaultAsync(cancellationToken);
            return sheet is null ? null : (sheet.UnitId, $"/sheets/{sheet.Id.Value}");
        }

        private async Task<AgencyId?> ContributorAsync(Place round, CancellationToken cancellationToken)
        {
            var id = new RoundId(round.Id);
            var units = await db.LiveSheets.Where(s => s.RoundId == id && s.State == SheetState.Filling).Select(s => s.UnitId).ToListAsync(cancellationToken);
            return await db.Users.Where(u => u.Demonstration && u.AgencyId != null && units.Contains(u.AgencyId.Value) && u.Grants.Any(g => g.Role == Role.Contributor)).Select(u => u.AgencyId).FirstOrDefaultAsync(cancellationToken);
        }

        private async Task<AgencyId?> SupplierAsync(Place round, CancellationToken cancellationToken)
        {
            var id = new RoundId(round.Id);
            var owners = await (
                from sheet in db.LiveSheets
                where sheet.RoundId == id && sheet.State == SheetState.Filling
                join row in db.Rows on sheet.Id equals row.SheetId
                where row.Owners.Any(o => o.AgencyId != sheet.UnitId)
                orderby sheet.Id
                select row.Owners.First(o => o.AgencyId != sheet.UnitId).AgencyId).Take(1).ToListAsync(cancellationToken);
            return owners.Count == 0 ? null : owners[0];
        }
    }
}
