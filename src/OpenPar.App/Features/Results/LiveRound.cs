using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Results;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Results;

/// <summary>Reads a round as its rows and decisions stand now, in the shape an approval keeps.</summary>
public sealed class LiveRound(OpenParDb db, FrameworkCatalog frameworks)
{
    private sealed record Last(long Id, decimal? Points, string? Reason);

    private sealed record Read(
        RowId Id, SheetId Sheet, CriterionCode Code, RowState State, Dictionary<string, FactValue> Facts, string? Explanation, decimal? SelfPoints, decimal? FinalPoints,
        RowAbsence? Absence, Last? Decision);

    private sealed record Parts(ILookup<SheetId, Read> Rows, ILookup<RowId, FrozenOwner> Owners, ILookup<RowId, ScoreSheetEvidence> Evidence, ILookup<SheetId, FrozenAdjustment> Adjustments);

    /// <summary>Reads the groups named, in order.</summary>
    public async Task<FrozenRound> ReadAsync(Round round, IEnumerable<UnitGroup> groups, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(groups);
        var province = await db.Agencies.AsNoTracking().Where(a => a.Kind == AgencyKind.Province).OrderBy(a => a.Id).Select(a => a.Name).FirstOrDefaultAsync(cancellationToken);
        var read = new List<FrozenGroup>();
        foreach (var group in groups.OrderBy(g => g.SortOrder)) read.Add(await GroupAsync(round, group, cancellationToken));
        return new FrozenRound(round.Title, round.Year, province ?? "…", round.Demonstration, round.Settings, read);
    }

    private async Task<FrozenGroup> GroupAsync(Round round, UnitGroup group, CancellationToken cancellationToken)
    {
        var framework = await frameworks.GetAsync(db, group.FrameworkId, cancellationToken);
        var sheets = await db.LiveSheets.AsNoTracking().Where(s => s.GroupId == group.Id).Join(db.Agencies, s => s.UnitId, a => a.Id, (s, a) => new
        {
            s.Id,
            Unit = a.Id,
            // A renamed unit keeps its name of the assessed year there.
            Name = db.FormerNames.Where(n => n.AgencyId == a.Id && n.LastDay.AddDays(1).Year > round.Year).OrderBy(n => n.LastDay).Select(n => n.Name).FirstOrDefault() ?? a.Name,
        }).ToListAsync(cancellationToken);
        var parts = new Parts(
            await RowsAsync(group.Id, cancellationToken), await OwnersAsync(group.Id, cancellationToken),
            await EvidenceAsync(group.Id, cancellationToken), await AdjustmentsAsync(group.Id, cancellationToken));
        List<FrozenUnit> units = [.. sheets.OrderBy(s => s.Name, VietnameseText.Comparer).Select(s => new FrozenUnit(
            s.Unit.ToString(), s.Name, s.Id.Value, [.. parts.Adjustments[s.Id]], [.. parts.Rows[s.Id].Select(r => RowOf(framework, r, parts))]))];
        return new FrozenGroup(group.Id.Value, group.Name, group.FrameworkId.ToString(), FrozenScores.Ranked(units, framework, round.Settings));
    }

    private async Task<ILookup<SheetId, Read>> RowsAsync(GroupId group, CancellationToken cancellationToken) =>
        (await db.Rows.AsNoTracking().Where(r => db.Sheets.Any(s => s.Id == r.SheetId && s.GroupId == group)).OrderBy(r => r.SortOrder)
            .Select(r => new Read(r.Id, r.SheetId, r.Code, r.State, r.Facts, r.Explanation, r.SelfPoints, r.FinalPoints, r.Absence,
                r.Decisions.Where(d => d.Stage != DecisionStage.Self).OrderByDescending(d => d.Id).Select(d => new Last(d.Id, d.Points, d.Reason)).FirstOrDefault()))
            .ToListAsync(cancellationToken)).ToLookup(r => r.Sheet);

    private async Task<ILookup<RowId, FrozenOwner>> OwnersAsync(GroupId group, CancellationToken cancellationToken)
    {
        var owners = await db.RowOwners.AsNoTracking()
            .Where(o => db.Rows.Any(r => r.Id == o.RowId && db.Sheets.Any(s => s.Id == r.SheetId && s.GroupId == group)))
            .Join(db.Agencies, o => o.AgencyId, a => a.Id, (o, a) => new { o.RowId, a.Id, a.Name }).ToListAsync(cancellationToken);
        return owners.OrderBy(o => o.Id.ToString(), StringComparer.Ordinal).ToLookup(o => o.RowId, o => new FrozenOwner(o.Id.ToString(), o.Name));
    }

    private async Task<ILookup<RowId, ScoreSheetEvidence>> EvidenceAsync(GroupId group, CancellationToken cancellationToken)
    {
        var cited = await db.Citations.AsNoTracking()
            .Where(c => db.Rows.Any(r => r.Id == c.RowId && db.Sheets.Any(s => s.Id == r.SheetId && s.GroupId == group))).OrderBy(c => c.Id)
            .Join(db.Documents, c => c.DocumentId, d => d.Id, (c, d) => new { c.RowId, d.Number, d.Symbol, d.IssuedOn, d.Subject, c.Item, c.Page })
            .ToListAsync(cancellationToken);
        return cited.ToLookup(c => c.RowId, c => new ScoreSheetEvidence(
            string.Join('/', new[] { c.Number, c.Symbol }.Where(p => p is not null)), c.IssuedOn, c.Subject, c.Item, c.Page?.ToString(CultureInfo.InvariantCulture)));
    }

    private async Task<ILookup<SheetId, FrozenAdjustment>> AdjustmentsAsync(GroupId group, CancellationToken cancellationToken) =>
        (await db.Adjustments.AsNoTracking().Where(a => a.State == AdjustmentState.Decided && db.Sheets.Any(s => s.Id == a.SheetId && s.GroupId == group)).OrderBy(a => a.Id)
            .ToListAsync(cancellationToken)).ToLookup(a => a.SheetId, a => new FrozenAdjustment(a.Id, a.Kind, a.Title, a.DecidedPoints!.Value, a.Reason));

    private static FrozenRow RowOf(Framework framework, Read row, Parts parts)
    {
        var rule = framework.Find(row.Code)?.Rule;
        var decided = RowMachine.IsDecided(row.State) ? row.Decision : null;
        return new FrozenRow(row.Id.Value, row.Code, row.State)
        {
            Decision = decided?.Id,
            SelfPoints = row.SelfPoints,
            Points = row.FinalPoints,
            Dropped = row.FinalPoints is null && decided is { Points: null },
            Absence = row.Absence,
            Explanation = row.Explanation,
            Reason = row.Decision?.Reason,
            Declared = [.. (rule?.Needs ?? []).Where(f => row.Facts.ContainsKey(f.Name)).Select(f => $"{f.Label}: {FactText.Show(rule!, f, row.Facts[f.Name]).Vi}")],
            Owners = [.. parts.Owners[row.Id]],
            Evidence = [.. parts.Evidence[row.Id]],
        };
    }
}
