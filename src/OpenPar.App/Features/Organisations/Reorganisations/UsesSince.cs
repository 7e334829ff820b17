using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Organisations.Reorganising;
using OpenPar.Core.Organisations.Reorganising.Revoking;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Organisations.Reorganisations;

/// <summary>What was given since to agencies that began with a reorganisation, beside what moved to them: a person gives it to somebody else before they are no more.</summary>
internal sealed class UsesSince(OpenParDb db, IReadOnlyList<ReorganisationStep> done, List<AgencyId> began)
{
    private readonly Dictionary<AgencyId, string> names = done.OfType<OpenAgency>().ToDictionary(o => o.Agency, o => o.Name);

    public async Task<List<UseSince>> ReadAsync(CancellationToken cancellationToken) => began.Count == 0 ? [] :
    [
        .. await AssignedAsync(cancellationToken), .. await PlannedAsync(cancellationToken), .. await SheetsAsync(cancellationToken), .. await OwnedAsync(cancellationToken),
        .. await SuppliedAsync(cancellationToken), .. await BelowAsync(cancellationToken),
    ];

    private async Task<List<UseSince>> AssignedAsync(CancellationToken cancellationToken)
    {
        var moved = done.OfType<MoveDuty>().Select(m => (m.Framework, m.Code, m.Leads, m.To)).ToHashSet();
        var found = await db.Assignments.AsNoTracking().Where(a => began.Contains(a.AgencyId)).OrderBy(a => a.FrameworkId).ThenBy(a => a.Code).ToListAsync(cancellationToken);
        return [.. found.Where(a => !moved.Contains((a.FrameworkId, a.Code, a.Role == AssignmentRole.Lead, a.AgencyId))).GroupBy(a => (a.FrameworkId, a.AgencyId)).Select(g => Of(
            g.Key.AgencyId, $"{g.Key.FrameworkId}: tiêu chí {string.Join(", ", g.Select(a => a.Code))} được phân công cho {names[g.Key.AgencyId]} sau khi sắp xếp. Phân công lại rồi thu hồi.",
            $"{g.Key.FrameworkId}: criteria {string.Join(", ", g.Select(a => a.Code))} were assigned to {names[g.Key.AgencyId]} since. Assign them to another agency first."))];
    }

    private async Task<List<UseSince>> PlannedAsync(CancellationToken cancellationToken)
    {
        var moved = done.OfType<MovePlanDuty>().Select(m => (m.Row, m.Leads, m.Order)).ToHashSet();
        var found = await (
            from agency in db.PlanRowAgencies
            where agency.AgencyId != null && began.Contains(agency.AgencyId.Value)
            join row in db.PlanRows on agency.RowId equals row.Id
            join plan in db.Plans on row.PlanId equals plan.Id
            orderby plan.Title
            select new { agency.RowId, agency.Role, agency.SortOrder, Agency = agency.AgencyId!.Value, plan.Title }).AsNoTracking().ToListAsync(cancellationToken);
        return [.. found.Where(a => !moved.Contains((a.RowId.Value, a.Role == AssignmentRole.Lead, a.SortOrder))).GroupBy(a => (a.Title, a.Agency)).Select(g => Of(
            g.Key.Agency, $"{g.Key.Title}: {g.Count()} dòng giao cho {names[g.Key.Agency]} sau khi sắp xếp. Giao lại rồi thu hồi.", $"{g.Key.Title}: {g.Count()} rows were given to {names[g.Key.Agency]} since. Give them to another agency first."))];
    }

    private async Task<List<UseSince>> SheetsAsync(CancellationToken cancellationToken)
    {
        var made = done.OfType<OpenSheet>().Select(o => (new RoundId(o.Round), o.Unit)).ToHashSet();
        var handed = done.OfType<HandSheet>().Select(h => new SheetId(h.Sheet)).ToHashSet();
        var found = await db.Sheets.Where(s => began.Contains(s.UnitId)).Join(db.Rounds, s => s.RoundId, r => r.Id, (s, r) => new { s.Id, s.UnitId, s.RoundId, r.Title }).AsNoTracking().ToListAsync(cancellationToken);
        return [.. found.Where(s => !handed.Contains(s.Id) && !made.Contains((s.RoundId, s.UnitId))).OrderBy(s => s.Title, VietnameseText.Comparer).Select(s => Of(
            s.UnitId, $"{names[s.UnitId]} có phiếu trong kỳ “{s.Title}” lập sau khi sắp xếp. Kỳ còn chuẩn bị thì bỏ đơn vị khỏi kỳ rồi thu hồi; kỳ đã mở thì lập phương án sắp xếp khác.",
            $"{names[s.UnitId]} has a sheet in round “{s.Title}”, made since. Take the unit out of a draft first; when the round is open, plan another reorganisation."))];
    }

    private async Task<List<UseSince>> OwnedAsync(CancellationToken cancellationToken)
    {
        var moved = done.OfType<MoveOwner>().Select(m => m.Row).ToHashSet();
        var found = await (
            from owner in db.RowOwners
            where began.Contains(owner.AgencyId)
            join row in db.Rows on owner.RowId equals row.Id
            join sheet in db.Sheets on row.SheetId equals sheet.Id
            where !began.Contains(sheet.UnitId)
            join round in db.Rounds on sheet.RoundId equals round.Id
            select new { row.Id, row.Code, owner.AgencyId, round.Title }).AsNoTracking().ToListAsync(cancellationToken);
        return [.. found.Where(o => !moved.Contains(o.Id.Value)).GroupBy(o => (o.Title, o.AgencyId)).Select(g => Of(
            g.Key.AgencyId, $"{g.Key.Title}: {names[g.Key.AgencyId]} phụ trách dòng {string.Join(", ", g.Select(o => o.Code).Distinct())} từ sau khi sắp xếp. Giao dòng cho cơ quan khác rồi thu hồi.",
            $"{g.Key.Title}: {names[g.Key.AgencyId]} answers for rows {string.Join(", ", g.Select(o => o.Code).Distinct())} since. Give them to another agency first."))];
    }

    private async Task<List<UseSince>> SuppliedAsync(CancellationToken cancellationToken) =>
        [.. (await (
            from supplier in db.GroupSuppliers
            where began.Contains(supplier.AgencyId)
            join its in db.UnitGroups on supplier.GroupId equals its.Id
            join round in db.Rounds on its.RoundId equals round.Id
            orderby round.Title
            select new { supplier.AgencyId, supplier.Code, round.Title }).AsNoTracking().ToListAsync(cancellationToken)).Select(s => Of(
            s.AgencyId, $"{s.Title}: {names[s.AgencyId]} là cơ quan cung cấp số liệu {s.Code}. Chọn cơ quan khác rồi thu hồi.", $"{s.Title}: {names[s.AgencyId]} supplies {s.Code}. Choose another supplier first."))];

    private async Task<List<UseSince>> BelowAsync(CancellationToken cancellationToken) =>
        [.. (await db.Agencies.AsNoTracking().Where(a => a.ParentId != null && began.Contains(a.ParentId.Value)).OrderBy(a => a.Id).ToListAsync(cancellationToken)).Where(a => !a.ToAgency().Void).Select(a => Of(
            a.ParentId!.Value, $"{a.Name} trực thuộc {names[a.ParentId!.Value]}. Chọn cấp trên khác rồi thu hồi.", $"{a.Name} stands below {names[a.ParentId!.Value]}. Choose another parent first."))];

    private static UseSince Of(AgencyId agency, string vi, string en) => new(agency, new LocalText(vi, en));
}
