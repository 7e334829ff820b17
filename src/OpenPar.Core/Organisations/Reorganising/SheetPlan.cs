using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Organisations.Reorganising;

/// <summary>What becomes of the sheets of the agencies before, round by round.</summary>
internal sealed class SheetPlan(ReorganisationState state, Reorganisation asked, IReadOnlyDictionary<string, string> choices)
{
    private readonly HashSet<Guid> retired = [];

    public List<ReorganisationStep> Steps { get; } = [];

    public List<RowConflict> Conflicts { get; } = [];

    public List<LocalText> Warnings { get; } = [];

    public IReadOnlySet<Guid> Retired => retired;

    public void Make()
    {
        // A transfer and a new name leave every sheet where it is.
        if (asked.Kind == SuccessionKind.Transfer || asked.KeepsIdentity) return;
        foreach (var round in state.Sheets.GroupBy(s => s.Round))
        {
            var before = asked.Sources.SelectMany(source => round.Where(s => s.Unit == source)).ToList();
            if (before.Count == 0) continue;
            if (asked.Kind == SuccessionKind.Rename && round.All(s => s.Unit != asked.Successors[0].Id))
            {
                Steps.Add(new HandSheet(before[0].Id, before[0].RoundTitle, before[0].Unit, asked.Successors[0].Id));
                continue;
            }

            retired.UnionWith(before.Select(s => s.Id));
            foreach (var successor in asked.Successors) Inherit(successor, before, round.FirstOrDefault(s => s.Unit == successor.Id));
            foreach (var sheet in before)
            {
                Steps.Add(new RetireSheet(sheet.Id, sheet.Round, sheet.RoundTitle, sheet.Unit, [.. asked.Successors.Select(s => s.Id)]));
                Warn(sheet);
            }
        }
    }

    private void Inherit(Successor successor, List<SheetPlace> before, SheetPlace? own)
    {
        var first = own ?? before[0];
        if (own is null) Open(successor, first, before);
        else if (own.State != SheetState.Filling)
        {
            Warn($"{own.RoundTitle}: phiếu của {successor.Name} đang ở trạng thái “{RowStateNames.Of(own.State).Vi}” nên giữ nguyên; số liệu của các phiếu cũ không chuyển vào. Muốn gộp thì mở lại phiếu đó trước.",
                $"{own.RoundTitle}: the sheet of {successor.Name} is “{RowStateNames.Of(own.State).En}” and stays as it is; nothing is taken into it. Open it again first to join figures.");
            return;
        }

        var other = before.Where(s => s.Framework != first.Framework).ToList();
        foreach (var sheet in other)
        {
            Warn($"{sheet.RoundTitle}: {state.NameOf(sheet.Unit)} chấm theo bộ chỉ số khác ({sheet.Framework}, nhóm {sheet.GroupName}) nên các dòng không chuyển sang phiếu của {successor.Name}.",
                $"{sheet.RoundTitle}: {state.NameOf(sheet.Unit)} is scored by another framework ({sheet.Framework}, group {sheet.GroupName}); its rows are not taken over to {successor.Name}.");
        }

        var alike = before.Except(other).ToList();
        foreach (var row in first.Rows.Where(r => Goes(successor, r.Code))) Join(successor, first, row.Code, alike, own?.Rows.FirstOrDefault(r => r.Code == row.Code));
        if (own is null && first.SelfScoreDueOn < state.Today)
        {
            Warn($"{first.RoundTitle}: hạn tự chấm {first.SelfScoreDueOn:dd/MM/yyyy} đã qua; gia hạn cho {successor.Name} để đơn vị rà soát, nộp và ký phiếu mới.",
                $"{first.RoundTitle}: self-scoring ended on {first.SelfScoreDueOn:dd/MM/yyyy}; extend it for {successor.Name} so that the new sheet can be checked, handed in and signed.");
        }
    }

    private bool Goes(Successor successor, CriterionCode code) => asked.Kind != SuccessionKind.Split || successor.Covers(code);

    private void Open(Successor successor, SheetPlace first, List<SheetPlace> before)
    {
        if (before.Select(s => s.Group).Distinct().Count() > 1)
        {
            Warn($"{first.RoundTitle}: các đơn vị ở nhiều nhóm; phiếu mới vào nhóm {first.GroupName} của {state.NameOf(first.Unit)}.",
                $"{first.RoundTitle}: the units stand in several groups; the new sheet joins {first.GroupName}, the group of {state.NameOf(first.Unit)}.");
        }

        List<OpenedRow> rows = [.. first.Rows.Select(row => new OpenedRow(row.Code, Owners(successor, row.Code, before.Where(s => s.Framework == first.Framework))))];
        Steps.Add(new OpenSheet(first.Round, first.RoundTitle, first.Group, successor.Id, rows));
    }

    // What the units filled themselves the successor fills; what others supplied they go on supplying.
    private List<AgencyId> Owners(Successor successor, CriterionCode code, IEnumerable<SheetPlace> before) =>
        [.. before.SelectMany(s => s.Rows.Where(r => r.Code == code).SelectMany(r => r.Owners.Select(o => o == s.Unit ? successor.Id : asked.Sources.Contains(o) ? asked.HeirOf(code) ?? o : o)))
            .Distinct().OrderBy(o => o.ToString(), StringComparer.Ordinal)];

    private void Join(Successor successor, SheetPlace place, CriterionCode code, List<SheetPlace> before, RowPlace? own)
    {
        var sides = before.Select(s => (s.Unit, Row: s.Rows.FirstOrDefault(r => r.Code == code))).Where(s => s.Row?.Filled == true).Select(s => (s.Unit, Row: s.Row!)).ToList();
        if (sides.Count == 0) return;
        if (own is not null && own.State is not (RowState.NotStarted or RowState.InProgress or RowState.Submitted))
        {
            Warn($"{place.RoundTitle}: dòng {code} của {successor.Name} “{RowStateNames.Of(own.State).Vi}” nên giữ nguyên kết quả.",
                $"{place.RoundTitle}: row {code} of {successor.Name} is “{RowStateNames.Of(own.State).En}” and keeps its result.");
            return;
        }

        List<Guid> from = [.. sides.Select(s => s.Row.Id)];
        if (own?.Filled == true) sides.Insert(0, (successor.Id, own));
        List<RowPlace> rows = [.. sides.Select(s => s.Row)];
        if (sides.Count == 1 || RowMerger.Alike(rows))
        {
            Steps.Add(new FillRow(place.Round, place.RoundTitle, successor.Id, code, RowMaking.Take, rows[0].Id, from, rows[0].Facts));
            return;
        }

        var conflict = new RowConflict(
            $"{place.Round:N}/{successor.Id}/{code}", place.RoundTitle, place.Framework, successor.Id, code,
            [.. sides.Select(s => new ConflictSide(s.Unit, s.Row.Id, s.Row.State, s.Row.Facts, s.Row.ProposedPoints, s.Row.Evidence))], RowMerger.MaySum(rows), null)
        {
            Summed = RowMerger.MaySum(rows) ? RowMerger.Sum(rows) : [],
        };
        conflict = conflict with { Chosen = choices.TryGetValue(conflict.Key, out var chosen) && conflict.Offered.Contains(chosen) ? chosen : null };
        Conflicts.Add(conflict);
        Steps.AddRange(Decided(conflict, place, from));
    }

    private static IEnumerable<ReorganisationStep> Decided(RowConflict conflict, SheetPlace place, List<Guid> from)
    {
        if (conflict.Chosen is not { } chosen) yield break;
        var taken = conflict.Sides.FirstOrDefault(s => RowConflict.Take(s.Unit) == chosen);
        var making = taken is not null ? RowMaking.Take : chosen == RowConflict.Sum ? RowMaking.Sum : RowMaking.Empty;
        IReadOnlyDictionary<string, Rules.FactValue> facts = making switch
        {
            RowMaking.Take => taken!.Facts,
            RowMaking.Sum => conflict.Summed,
            _ => new Dictionary<string, Rules.FactValue>(),
        };
        yield return new FillRow(place.Round, place.RoundTitle, conflict.Successor, conflict.Code, making, taken?.Row, from, facts);
    }

    private void Warn(SheetPlace sheet)
    {
        var unit = state.NameOf(sheet.Unit);
        if (sheet.State != SheetState.Filling)
        {
            Warn($"{sheet.RoundTitle}: phiếu của {unit} (“{RowStateNames.Of(sheet.State).Vi}”) giữ làm lịch sử cùng chữ ký và kết quả thẩm định; phiếu kế thừa bắt đầu lại từ tự chấm với số liệu của phiếu đó.",
                $"{sheet.RoundTitle}: the sheet of {unit} (“{RowStateNames.Of(sheet.State).En}”) stays as history with its signature and decisions; the sheet that continues it begins with self-scoring from its figures.");
        }
        else if (sheet.Rows.Any(r => !r.Surveyed && RowMachine.IsDecided(r.State)))
        {
            Warn($"{sheet.RoundTitle}: kết quả thẩm định của {unit} giữ làm lịch sử; phiếu kế thừa được thẩm định lại.",
                $"{sheet.RoundTitle}: what was decided for {unit} stays as history; the sheet that continues it is appraised again.");
        }

        if (sheet.Rows.Any(r => r.Surveyed && r.State != RowState.NotStarted))
        {
            Warn($"{sheet.RoundTitle}: điểm điều tra xã hội học của {unit} không chuyển sang; nhập lại cho đơn vị kế thừa.",
                $"{sheet.RoundTitle}: survey points of {unit} are not taken over; enter them for the successor.");
        }
    }

    private void Warn(string vi, string en) => Warnings.Add(new LocalText(vi, en));
}
