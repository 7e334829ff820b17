using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>
/// The group a unit is compared with: the units of its group in the round. Figures of a decided row are the decided ones; others count
/// provisionally as they are declared.
/// </summary>
public sealed class GroupFigures(OpenParDb db)
{
    /// <summary>One unit of the group on a row.</summary>
    /// <param name="Row">Its row.</param>
    /// <param name="State">Where the row stands.</param>
    /// <param name="Facts">Its figures.</param>
    public sealed record Member(RowId Row, RowState State, Dictionary<string, FactValue> Facts);

    /// <summary>The other units' rows of a criterion.</summary>
    public async Task<List<Member>> OthersAsync(GroupId units, Row own, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(own);
        var rows = await (
            from sheet in db.LiveSheets
            where sheet.GroupId == units
            join row in db.Rows on sheet.Id equals row.SheetId
            where row.Code == own.Code && row.Id != own.Id
            select new { row.Id, row.State, row.Facts, Decided = row.Decisions.Where(d => d.Stage != DecisionStage.Self).OrderByDescending(d => d.Id).FirstOrDefault() })
            .AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(r => new Member(r.Id, r.State, RowMachine.IsDecided(r.State) && r.Decided is { } decided ? decided.Facts : r.Facts))];
    }

    /// <summary>The figures of one unit with those of its group beside them, and how far the group has come.</summary>
    public static (FactSet Filled, LocalText? Told) Fill(Rule rule, FactSet own, bool decided, IReadOnlyList<Member> others, bool final)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(others);
        var names = GroupPass.In(rule).Select(r => r.Fact.Name).ToList();
        if (!names.Any(name => own.Number(name) is not null)) return (own, null);
        var counted = others.Where(o => (!final || RowMachine.IsDecided(o.State)) && names.Any(name => o.Facts.GetValueOrDefault(name).Number is not null)).ToList();
        var filled = GroupPass.Fill(rule, [own, .. counted.Select(o => new FactSet(o.Facts))])[0];
        var units = counted.Count + 1;
        if (final) return (filled, new LocalText($"So sánh với cả nhóm: {units} đơn vị có số liệu được thẩm định.", $"Compared with the whole group: {units} units with appraised figures."));
        var done = counted.Count(o => RowMachine.IsDecided(o.State)) + (decided ? 1 : 0);
        return (filled, new LocalText(
            $"Tạm so sánh với {units} đơn vị đã có số liệu, trong đó {done} đơn vị đã thẩm định; tính lại khi kết thúc kỳ đánh giá.",
            $"Compared for now with {units} units that have figures, {done} of them appraised; computed again when the round closes."));
    }
}
