using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;

namespace OpenPar.Core.Organisations.Reorganising.Revoking;

/// <summary>What becomes of sheets and rows when a reorganisation is taken back, and of what was typed on them since.</summary>
internal sealed class SheetReturn(RevocationWork work)
{
    private readonly Dictionary<Guid, SheetNow> sheets = work.Now.Sheets.ToDictionary(s => s.Id);
    private readonly Dictionary<Guid, SheetPlace> stood = work.Before.Sheets.ToDictionary(s => s.Id);
    private readonly Dictionary<Guid, FilledRow> filled = work.Trace.Rows.ToDictionary(r => r.Row);

    /// <summary>A row into which something came since.</summary>
    private sealed record Changed(SheetNow Sheet, RowNow Row, bool Typed, IReadOnlyList<long> Named);

    public void Add()
    {
        foreach (var hand in work.Done.OfType<HandSheet>()) Hand(hand);
        foreach (var round in work.Done.OfType<RetireSheet>().GroupBy(r => r.Round)) Round([.. round]);
    }

    private void Hand(HandSheet step)
    {
        if (sheets.GetValueOrDefault(step.Sheet)?.Unit == step.To) work.Steps.Add(step with { From = step.To, To = step.From });
        else work.InTheWay($"{step.RoundTitle}: phiếu nhận từ {work.NameOf(step.From)} không còn là của {work.NameOf(step.To)}.", $"{step.RoundTitle}: the sheet taken from {work.NameOf(step.From)} is no longer that of {work.NameOf(step.To)}.");
    }

    private void Round(List<RetireSheet> retired)
    {
        var (id, title) = (retired[0].Round, retired[0].RoundTitle);
        foreach (var step in retired)
        {
            var before = stood[step.Sheet];
            work.Steps.Add(new RestoreSheet(step.Sheet, title, step.Unit, before.State));
            if (before.State == SheetState.Filling && before.SelfScoreDueOn < work.Now.Today)
            {
                work.Keep($"{title}: hạn tự chấm {before.SelfScoreDueOn:dd/MM/yyyy} của {work.NameOf(step.Unit)} đã qua; gia hạn nếu đơn vị còn phải nhập.",
                    $"{title}: self-scoring of {work.NameOf(step.Unit)} ended on {before.SelfScoreDueOn:dd/MM/yyyy}; extend it where the unit still has to enter.");
            }
        }

        var opened = work.Done.OfType<OpenSheet>().Where(o => o.Round == id).Select(o => work.Now.Sheets.FirstOrDefault(s => s.Round == id && s.Unit == o.Unit)).OfType<SheetNow>().ToList();
        foreach (var sheet in opened) Leave(sheet, retired);
        foreach (var code in opened.SelectMany(s => s.Rows).Select(r => r.Code).Distinct())
        {
            List<Changed> changed = [.. opened.SelectMany(s => s.Rows.Where(r => r.Code == code && !r.Surveyed).Select(r => ChangeOf(s, r))).Where(c => c.Typed || c.Named.Count > 0)];
            if (changed.Count > 0) Return(code, changed, retired);
        }

        foreach (var fill in work.Done.OfType<FillRow>().Where(f => f.Round == id && opened.TrueForAll(s => s.Unit != f.Unit))) Revert(fill);
    }

    // The sheet stays as it is, to be read: nothing on it is undone.
    private void Leave(SheetNow sheet, List<RetireSheet> retired)
    {
        var unit = work.NameOf(sheet.Unit);
        if (sheet.State != SheetState.Filling)
        {
            work.InTheWay($"{sheet.RoundTitle}: phiếu của {unit} đang ở trạng thái “{RowStateNames.Of(sheet.State).Vi}”. Trả hoặc mở lại phiếu về tự chấm rồi thu hồi.",
                $"{sheet.RoundTitle}: the sheet of {unit} is “{RowStateNames.Of(sheet.State).En}”. Send it back or unlock it to self-scoring first.");
        }

        Decided(sheet, [.. sheet.Rows]);
        if (sheet.Adjusted)
        {
            work.InTheWay($"{sheet.RoundTitle}: {unit} có điểm thưởng hoặc điểm trừ. Rút đề nghị chưa quyết định rồi thu hồi; đã quyết định thì lập phương án sắp xếp khác.",
                $"{sheet.RoundTitle}: {unit} has a bonus or a penalty. Withdraw a claim that is not decided first; for a decided one plan another reorganisation.");
        }

        if (sheet.Rows.Any(r => r.Surveyed && r.State != RowState.NotStarted))
        {
            work.Keep($"{sheet.RoundTitle}: điểm điều tra xã hội học đã nhập cho {unit} ở lại phiếu lịch sử; nhập lại cho từng đơn vị.",
                $"{sheet.RoundTitle}: survey points entered for {unit} stay on its sheet as history; enter them for each unit.");
        }

        work.Steps.Add(new LeaveSheet(sheet.Id, sheet.RoundTitle, sheet.Unit, [.. retired.Select(r => r.Sheet)]));
    }

    private void Decided(SheetNow sheet, List<RowNow> rows)
    {
        var codes = rows.Where(r => !r.Surveyed && RowMachine.IsDecided(r.State)).Select(r => r.Code.ToString()).ToList();
        if (codes.Count == 0) return;
        work.InTheWay($"{sheet.RoundTitle}: dòng {string.Join(", ", codes)} của {work.NameOf(sheet.Unit)} đã thẩm định. Thu hồi kết quả thẩm định các dòng này trước; không được thì lập phương án sắp xếp khác.",
            $"{sheet.RoundTitle}: rows {string.Join(", ", codes)} of {work.NameOf(sheet.Unit)} are decided. Take these decisions back first; where that cannot be, plan another reorganisation.");
    }

    private Changed ChangeOf(SheetNow sheet, RowNow row)
    {
        var made = filled.GetValueOrDefault(row.Id);
        return new Changed(sheet, row, !row.Typed.SaysWhat(made?.Left ?? TypedRow.Nothing), [.. row.Citations.Except(made?.Copied ?? [])]);
    }

    private void Return(CriterionCode code, List<Changed> changed, List<RetireSheet> retired)
    {
        // A unit that was scored by another framework had no part in the sheet.
        var group = work.Done.OfType<OpenSheet>().First(o => o.Round == changed[0].Sheet.Round).Group;
        var framework = retired.Select(r => stood[r.Sheet]).First(s => s.Group == group).Framework;
        var homes = retired.Select(r => stood[r.Sheet]).Where(s => s.Framework == framework && s.Rows.Any(r => r.Code == code)).Select(s => (Sheet: s, Row: s.Rows.First(r => r.Code == code))).ToList();
        var typed = changed.Where(c => c.Typed).ToList();
        var alone = retired.Count == 1 && homes.Count == 1 && typed.Count == 1 && Open(homes[0].Sheet) && !RowMachine.IsDecided(homes[0].Row.State);
        foreach (var (sheet, row) in homes)
        {
            foreach (var one in typed)
            {
                work.Steps.Add(alone
                    ? new GiveBackRow(row.Id, code, sheet.RoundTitle, sheet.Unit, one.Row.Id, one.Sheet.Unit, one.Row.Typed)
                    : new NoteRow(row.Id, code, sheet.RoundTitle, sheet.Unit, one.Row.Id, one.Sheet.Unit, one.Row.Typed));
            }

            List<long> named = [.. changed.SelectMany(c => c.Named)];
            if (named.Count > 0 && Open(sheet) && !RowMachine.IsDecided(row.State)) work.Steps.Add(new CiteRow(row.Id, code, sheet.RoundTitle, sheet.Unit, named));
            else if (named.Count > 0)
            {
                work.Keep($"{sheet.RoundTitle}: tài liệu nêu thêm cho dòng {code} ở lại phiếu lịch sử, vì dòng của {work.NameOf(sheet.Unit)} đã ký hoặc đã thẩm định.",
                    $"{sheet.RoundTitle}: evidence named since for row {code} stays on the sheet that is history, because the row of {work.NameOf(sheet.Unit)} is signed or decided.");
            }
        }

        if (homes.Count == 0)
        {
            work.Keep($"{changed[0].Sheet.RoundTitle}: dòng {code} chỉ có ở phiếu của {work.NamesOf(changed.Select(c => c.Sheet.Unit))}; nội dung đã nhập ở lại phiếu lịch sử.",
                $"{changed[0].Sheet.RoundTitle}: row {code} exists only on the sheet of {work.NamesOf(changed.Select(c => c.Sheet.Unit))}; what was typed stays there as history.");
        }
    }

    // A sheet that is not being filled was signed or lies with its leader: what stands on it is not touched.
    private static bool Open(SheetPlace sheet) => sheet.State == SheetState.Filling;

    // A sheet that stood before goes on; only what was taken into it goes.
    private void Revert(FillRow fill)
    {
        var sheet = work.Now.Sheets.FirstOrDefault(s => s.Round == fill.Round && s.Unit == fill.Unit);
        if (sheet?.Rows.FirstOrDefault(r => r.Code == fill.Code) is not { } row) return;
        if (sheet.State != SheetState.Filling)
        {
            work.InTheWay($"{sheet.RoundTitle}: dòng {row.Code} đã gộp vào phiếu của {work.NameOf(sheet.Unit)}, nay ở trạng thái “{RowStateNames.Of(sheet.State).Vi}”. Trả hoặc mở lại phiếu về tự chấm rồi thu hồi.",
                $"{sheet.RoundTitle}: row {row.Code} was taken into the sheet of {work.NameOf(sheet.Unit)}, now “{RowStateNames.Of(sheet.State).En}”. Send it back or unlock it to self-scoring first.");
        }

        Decided(sheet, [row]);
        var change = ChangeOf(sheet, row);
        work.Steps.Add(new RevertRow(row.Id, row.Code, sheet.RoundTitle, sheet.Unit, [.. row.Citations.Intersect(filled.GetValueOrDefault(row.Id)?.Copied ?? [])]));
        if (!change.Typed) return;
        work.Steps.Add(new NoteRow(row.Id, row.Code, sheet.RoundTitle, sheet.Unit, row.Id, sheet.Unit, row.Typed));
        foreach (var home in stood.Values.SelectMany(s => s.Rows.Where(r => fill.From.Contains(r.Id)).Select(r => (s.Unit, r.Id))))
            work.Steps.Add(new NoteRow(home.Id, row.Code, sheet.RoundTitle, home.Unit, row.Id, sheet.Unit, row.Typed));
    }
}
