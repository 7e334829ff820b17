using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Versions;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>
/// Brings figures of earlier years from appraised rows of earlier rounds: of the same unit or those merged into it since, in the same
/// framework or over a continuation that a person confirmed as "the same".
/// </summary>
public sealed class PastRows(OpenParDb db, FrameworkCatalog frameworks)
{
    /// <summary>A figure of the past, or why there is none; exactly one of the two is set.</summary>
    public sealed record Found(decimal? Value, LocalText Told);

    private sealed record Figure(decimal? Value, string Where, LocalText? Missing);

    /// <summary>Looks for one figure.</summary>
    public async Task<Found> FindAsync(Round round, Sheet sheet, Criterion criterion, FactDefinition fact, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(criterion);
        ArgumentNullException.ThrowIfNull(fact);
        if (PastFigures.Origin(criterion.Rule!, fact, criterion.Code.ToString()) is not { } origin || !CriterionCode.TryParse(origin.Row, out var code))
            return Not("Quy tắc không nói số liệu này lấy từ dòng nào", "The rule does not say which row the figure comes from");
        var register = (await db.Agencies.AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(a => a.Id, a => a.ToAgency());
        var links = await db.Successions.AsNoTracking().Select(s => new Succession(s.PredecessorId, s.SuccessorId, s.EffectiveOn, s.Kind, s.Source)).ToListAsync(cancellationToken);
        var framework = await db.UnitGroups.Where(g => g.Id == sheet.GroupId).Select(g => g.FrameworkId).SingleAsync(cancellationToken);
        var units = new Dictionary<int, IReadOnlyList<string>>();
        var figures = new Dictionary<(string, int), Figure>();
        foreach (var year in PastFigures.Years(fact, round.Year))
        {
            var stood = UnitsOfYear.On(sheet.UnitId, new DateOnly(year, 12, 31), register, links);
            stood = await LiveAsync(round, sheet.UnitId, year, stood, cancellationToken);
            if (!stood.Whole || stood.Units.Count == 0)
                return Not($"Đơn vị hình thành do chia tách, chuyển giao sau năm {year}", $"The unit came from a split or transfer after {year}");
            units[year] = [.. stood.Units.Select(u => u.ToString())];
            foreach (var one in stood.Units) figures[(one.ToString(), year)] = await OfAsync(round, framework, register[one], year, fact, origin with { Row = code.ToString() }, cancellationToken);
        }

        var past = PastFigures.Of(fact, round.Year, year => units[year], (one, year) => figures[(one, year)].Value);
        if (past.Value is not { } value) return new Found(null, figures[past.Missing[0]].Missing!);
        var label = fact.Provenance == FactProvenance.PreviousYear ? ("Số liệu năm trước", "Figure of the year before") : ("Số liệu năm gốc", "Figure of the base year");
        var where = string.Join("; ", figures.Values.Select(f => f.Where));
        return new Found(value, new LocalText($"{label.Item1} ({fact.Name} = {NumberText.Write(value)}), từ {where}.", $"{label.Item2} ({fact.Name} = {NumberText.Write(value)}), from {where}."));
    }

    // Merged while a round of that year was still open: the unit's own sheet there continues those of its predecessors.
    private async Task<UnitsOfYear> LiveAsync(Round round, AgencyId unit, int year, UnitsOfYear stood, CancellationToken cancellationToken)
    {
        var continued = await (
            from link in db.SheetSuccessors
            join before in db.Sheets on link.SheetId equals before.Id
            join after in db.LiveSheets on link.SuccessorId equals after.Id
            join of in db.Rounds on after.RoundId equals of.Id
            where after.UnitId == unit && of.Year == year && of.Demonstration == round.Demonstration
            select before.UnitId).ToListAsync(cancellationToken);
        return continued.Count == 0
            ? stood
            : new UnitsOfYear([.. stood.Units.Except(continued).Append(unit).Distinct().OrderBy(u => u.ToString(), StringComparer.Ordinal)], Whole: true);
    }

    private async Task<Figure> OfAsync(Round round, FrameworkId framework, Agency agency, int year, FactDefinition fact, FactOrigin origin, CancellationToken cancellationToken)
    {
        var (unit, name) = (agency.Id, agency.Name);
        var earlier = await (
            from sheet in db.Sheets
            where sheet.UnitId == unit
            join other in db.Rounds on sheet.RoundId equals other.Id
            join its in db.UnitGroups on sheet.GroupId equals its.Id
            where other.Year == year && other.Demonstration == round.Demonstration && other.State != RoundState.Draft && other.Id != round.Id
            orderby other.CreatedAt descending
            select new { Sheet = sheet.Id, other.Title, its.FrameworkId }).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (earlier is null) return Nothing($"Chưa có kỳ đánh giá năm {year} của {name}", $"There is no round of {year} for {name}");
        if (await CodeAsync(earlier.FrameworkId, framework, CriterionCode.Parse(origin.Row), cancellationToken) is not { } code)
            return Nothing($"Chưa có người xác nhận dòng {origin.Row} tiếp nối nguyên vẹn dòng nào của bộ chỉ số năm {year}", $"Nobody has confirmed which row of {year} row {origin.Row} continues as the same");
        var where = $"kỳ “{earlier.Title}” (năm {year}), dòng {code}, {name}";
        var states = RowMachine.DecidedStates;
        var decided = await db.Rows.AsNoTracking().Where(r => r.SheetId == earlier.Sheet && r.Code == code && states.Contains(r.State))
            .SelectMany(r => r.Decisions).Where(d => d.Stage != DecisionStage.Self).OrderByDescending(d => d.Id).FirstOrDefaultAsync(cancellationToken);
        if (decided is null) return Nothing($"Chưa thẩm định {where}", $"Not appraised yet: {where}");
        var definition = Counterpart((await frameworks.GetAsync(db, earlier.FrameworkId, cancellationToken)).Find(code), fact, origin.Fact);
        var value = origin.Fact is null ? decided.Points : definition is null ? null : decided.Facts.GetValueOrDefault(definition.Name).Number;
        return value is null ? Nothing($"Không có số liệu cùng loại ở {where}", $"No figure of the same sort in {where}") : new Figure(value, where, null);
    }

    private async Task<CriterionCode?> CodeAsync(FrameworkId from, FrameworkId to, CriterionCode code, CancellationToken cancellationToken)
    {
        if (from == to) return code;
        var decisions = await FrameworkMappings.DecisionsAsync(db, from, to, cancellationToken);
        var same = decisions.Where(d => d.State != MappingState.Refused).Select(d => d.ToContinuation())
            .FirstOrDefault(c => c.Relation == MappingRelation.Same && c.To.Contains(code));
        return same?.From[0];
    }

    // The same sort of figure: equal type and unit, and the name the rule gives it.
    private static FactDefinition? Counterpart(Criterion? row, FactDefinition fact, string? name) =>
        row?.Rule?.Needs.FirstOrDefault(f => f.Name == name && f.Type == fact.Type && f.Unit == fact.Unit);

    private static Found Not(string vi, string en) => new(null, Ask(vi, en));

    private static Figure Nothing(string vi, string en) => new(null, "", Ask(vi, en));

    private static LocalText Ask(string vi, string en) => new($"{vi}: nhập số liệu và ghi nguồn.", $"{en}: enter the figure with its source.");
}
