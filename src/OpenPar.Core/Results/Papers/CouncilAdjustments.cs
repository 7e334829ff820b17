using OpenPar.Core.Papers;
using OpenPar.Core.Text;
using static OpenPar.Core.Results.Papers.ScoreColumns;

namespace OpenPar.Core.Results.Papers;

/// <summary>
/// Bonus and penalty in the minutes of a council: a section of their own, because the appraisers decide them while the round is open and the council,
/// which meets afterwards, takes note of them.
/// </summary>
internal static class CouncilAdjustments
{
    public static IEnumerable<PaperBlock> Blocks(CouncilMeeting meeting) =>
    [
        Heading("III. ĐIỂM THƯỞNG, ĐIỂM TRỪ"),
        Body("thuong_tru", "Tóm tắt điểm thưởng, điểm trừ", Summary(meeting)),
        Grid(Table(meeting)),
    ];

    private static string Summary(CouncilMeeting meeting)
    {
        var (bonus, penalty, undecided) = (
            meeting.Adjustments.Count(a => a is { Penalty: false, Decided: not null }), meeting.Adjustments.Count(a => a is { Penalty: true, Decided: not null }),
            meeting.Adjustments.Count(a => a.Decided is null));
        var later = meeting.LaterAdjustments == 0 ? "" : $" Không gồm {meeting.LaterAdjustments} mục được đề nghị, ghi hoặc quyết định lại sau ngày họp.";
        if (meeting is { BonusCap: null, PenaltyCap: null } && meeting.Adjustments.Count == 0) return "Kỳ đánh giá không có điểm thưởng, điểm trừ." + later;
        return $"Điểm thưởng, điểm trừ do Tổ thẩm định quyết định khi kỳ đánh giá đang mở, không phải là quyết định của Hội đồng. Đến hết ngày {DayText.Write(meeting.HeldOn)}: "
            + $"{bonus} mục thưởng và {penalty} mục trừ đã được quyết định{(undecided == 0 ? "" : $", {undecided} đề nghị chưa được quyết định")}. "
            + $"Mức trần cho mỗi đơn vị: điểm thưởng {Cap(meeting.BonusCap)}, điểm trừ {Cap(meeting.PenaltyCap)}." + later;
    }

    private static string Cap(decimal? cap) => cap is { } most ? NumberText.Write(most) : "không có";

    private static PaperTable Table(CouncilMeeting meeting)
    {
        var rows = new List<PaperRow>();
        var number = 0;
        foreach (var entries in meeting.Adjustments.GroupBy(a => (a.Unit, a.Penalty)))
        {
            var cap = entries.Key.Penalty ? meeting.PenaltyCap : meeting.BonusCap;
            rows.AddRange(entries.Select(entry => Row(entry, ++number, cap)));
            if (Sum(meeting, entries.Key.Unit, [.. entries], cap) is { } sum) rows.Add(sum);
        }

        return new(
            "diem_thuong_tru", "THƯỞNG, TRỪ ĐẾN NGÀY HỌP",
            [
                Number, Unit with { Width = 2200 }, new("loai", "Loại", 1200), new("noi_dung", "Nội dung", 3000), Points("diem_de_nghi", "Đơn vị đề nghị"),
                Points("diem_quyet_dinh", "Quyết định"), Points("muc_tran", "Mức trần"), new("ly_do", "Lý do", 3000), new("tai_lieu", "Tài liệu", 2400),
                new("nguoi_quyet_dinh", "Người thẩm định quyết định", 1800), new("ngay_quyet_dinh", "Ngày quyết định", 1400, PaperColumnKind.Date),
            ],
            rows)
        {
            WhenEmpty = "Đến ngày họp chưa có điểm thưởng, điểm trừ nào.",
        };
    }

    private static PaperRow Row(CouncilAdjustment entry, int number, decimal? cap) => PaperRow.Of(
        PaperCell.Of($"{number}"), PaperCell.Of(entry.Unit), PaperCell.Of(Kind(entry.Penalty)), PaperCell.Of(entry.Title), PaperCell.Of(entry.Claimed),
        entry.Decided is null ? PaperCell.Of("chưa quyết định") : PaperCell.Of(entry.Decided), PaperCell.Of(cap), PaperCell.Of(entry.Reason), PaperCell.Of(entry.Document?.Citation()),
        PaperCell.Of(entry.DecidedBy), PaperCell.Of(entry.DecidedOn));

    // One decision within the cap says it all; a sum is printed where several add up, or where the cap cuts.
    private static PaperRow? Sum(CouncilMeeting meeting, string unit, List<CouncilAdjustment> entries, decimal? cap)
    {
        var (decided, most, penalty) = (entries.Where(e => e.Decided is not null).ToList(), cap ?? 0, entries[0].Penalty);
        var sum = decided.Sum(e => e.Decided!.Value);
        if (decided.Count < 2 && sum <= most) return null;
        var cut = sum > most ? $"Cộng các quyết định là {NumberText.Write(meeting.Rounding.Apply(sum))}, tính đến mức trần" : null;
        return new PaperRow(
            PaperRowLook.Total, default, PaperCell.Of(unit), PaperCell.Of(Kind(penalty)), PaperCell.Of(penalty ? "Cộng điểm trừ được tính" : "Cộng điểm thưởng được tính"), default,
            PaperCell.Of(Math.Min(sum, most)), PaperCell.Of(cap), PaperCell.Of(cut), default, default, default);
    }

    private static string Kind(bool penalty) => penalty ? "Trừ" : "Thưởng";
}
