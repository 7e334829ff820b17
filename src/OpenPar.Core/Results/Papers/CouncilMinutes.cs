using OpenPar.Core.Papers;
using static OpenPar.Core.Results.Papers.ScoreColumns;

namespace OpenPar.Core.Results.Papers;

/// <summary>
/// Minutes of a session of the council (biên bản họp Hội đồng): every item decided with its reason, and bonus and penalty as the appraisers had decided
/// them by then. Hours, place, who came and how they voted are printed as far as they are recorded; the rest is left to be written in.
/// </summary>
public static class CouncilMinutes
{
    private const string Room = "…………………………", Few = "……";

    /// <summary>The paper.</summary>
    public static ComposedPaper Of(CouncilMeeting meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return new ComposedPaper
        {
            Form = PaperKind.CouncilMinutes,
            Heading = HeadOf(meeting),
            Title = "BIÊN BẢN",
            Subject = $"Họp Hội đồng thẩm định kết quả chấm điểm Chỉ số cải cách hành chính năm {meeting.Year}",
            Reference = meeting.Round,
            Landscape = true,
            Blocks = [.. Meeting(meeting), .. Content(meeting), .. CouncilAdjustments.Blocks(meeting), .. Conclusion(meeting)],
            CoSigners = ["THƯ KÝ", "CHỦ TỌA"],
            Signature = new PaperSignature { Recipients = ["Thành viên Hội đồng", "Tổ thẩm định", "Lưu: VT"] },
            Rounding = meeting.Rounding,
            Trace = meeting.Trace,
        };
    }

    private static PaperHeading HeadOf(CouncilMeeting meeting) => new()
    {
        SuperiorAgency = PaperHeading.Of(meeting.Issuer, "").IssuingAgency,
        IssuingAgency = "HỘI ĐỒNG THẨM ĐỊNH",
        Number = meeting.MinutesNumber,
        Date = meeting.HeldOn,
    };

    private static IEnumerable<PaperBlock> Meeting(CouncilMeeting meeting) =>
    [
        Heading("I. THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN"),
        Body("thoi_gian", "Thời gian", $"Thời gian: ngày {Text.DayText.Write(meeting.HeldOn)}; bắt đầu {Hour(meeting.Presence?.From)}, kết thúc {Hour(meeting.Presence?.To)}", "1."),
        Body("dia_diem", "Địa điểm", $"Địa điểm: {meeting.Presence?.Place ?? Room}", "2."),
        Body("thanh_phan", "Thành phần của Hội đồng", $"Hội đồng:\n- Chủ tịch: {meeting.Chair ?? Room}\n- Thành viên: {(meeting.Members.Count == 0 ? Room : string.Join("; ", meeting.Members))}", "3."),
        Body("du_hop", "Người dự họp", $"Dự họp: {Present(meeting)}", "4."),
    ];

    private static string Hour(TimeOnly? hour) => hour is { } known ? $"{known.Hour:00} giờ {known.Minute:00}" : $"{Few} giờ {Few}";

    private static string Present(CouncilMeeting meeting) => meeting.Presence is { } came
        ? $"có mặt {came.Present}/{came.Present + came.Absent.Count} người; vắng: {(came.Absent.Count == 0 ? "không" : string.Join(", ", came.Absent))}; khách mời: {came.Guests ?? "không"}; thư ký: {came.Secretary ?? Room}"
        : $"có mặt {Few}/{(Named(meeting) is > 0 and var all ? $"{all}" : Few)} người; vắng: {Room}; khách mời: {Room}; thư ký: {Room}";

    private static int Named(CouncilMeeting meeting) => meeting.Members.Count + (meeting.Chair is null ? 0 : 1);

    private static IEnumerable<PaperBlock> Content(CouncilMeeting meeting) =>
    [
        Heading("II. NỘI DUNG, KẾT QUẢ"),
        Body("tom_tat", "Tóm tắt quyết định", Summary(meeting)),
        Grid(Items(meeting)),
        Body("bieu_quyet", "Biểu quyết", $"Biểu quyết: {Votes(meeting)}"),
        Body("ghi_chu", "Nội dung khác", $"Nội dung khác: {meeting.Note ?? Room}"),
    ];

    private static string Votes(CouncilMeeting meeting)
    {
        var silent = meeting.Items.Count(i => i.Votes is null);
        if (silent == meeting.Items.Count) return $"tán thành {Few}; không tán thành {Few}; ý kiến khác: {Room}";
        return "theo từng mục ở bảng trên (tán thành / không tán thành / ý kiến khác)" + (silent == 0 ? "" : $"; {silent} mục không ghi biểu quyết");
    }

    private static IEnumerable<PaperBlock> Conclusion(CouncilMeeting meeting) =>
    [
        Heading("IV. KẾT LUẬN"),
        Body("ket_luan", "Kết luận", meeting.Items.Count == 0 ? $"Kết luận của chủ tọa: {Room}" : $"Hội đồng quyết định như nêu ở mục II. Kết luận khác của chủ tọa: {Room}"),
        Body("ket_thuc", "Kết thúc", "Biên bản được thông qua tại cuộc họp và lập thành các bản có giá trị như nhau."),
    ];

    private static string Summary(CouncilMeeting meeting)
    {
        if (meeting.Items.Count == 0) return "Phiên họp chưa có quyết định nào được ghi trong hệ thống.";
        var (up, down) = (meeting.Items.Count(i => i.After > i.Before), meeting.Items.Count(i => i.After < i.Before));
        var units = meeting.Items.Select(i => i.Unit).Distinct().Count();
        return $"Hội đồng quyết định {meeting.Items.Count} mục của {units} đơn vị: tăng điểm {up} mục, giảm điểm {down} mục, các mục khác {meeting.Items.Count - up - down}.";
    }

    private static PaperTable Items(CouncilMeeting meeting) => new(
        "quyet_dinh", "QUYẾT ĐỊNH THEO TỪNG MỤC",
        [
            Number, Unit with { Width = 2200 }, Code with { Name = "ma", Head = "Mã" }, RowTitle with { Head = "Tiêu chí", Width = 3400 }, Maximum, Self,
            Points("diem_truoc", "Trước phiên họp"), Points("diem_hoi_dong", "Hội đồng quyết định"), Points("chenh_lech", "Chênh lệch"),
            new("ly_do", "Lý do", 3000), new("so_phieu", "Biểu quyết", 1300, PaperColumnKind.Mark), new("nguoi_ghi", "Người ghi", 1800),
        ],
        [.. meeting.Items.Select((item, i) => PaperRow.Of(
            PaperCell.Of($"{i + 1}"), PaperCell.Of(item.Unit), PaperCell.Of(item.Code.ToString()), PaperCell.Of(item.Title), PaperCell.Maximum(item.MaxPoints), PaperCell.Of(item.SelfPoints),
            PaperCell.Of(item.Before), item.After is null ? PaperCell.Of("loại khỏi mẫu số") : PaperCell.Of(item.After), PaperCell.Of(item.After - item.Before),
            PaperCell.Of(item.Reason), PaperCell.Of(item.Votes?.ToString()), PaperCell.Of(item.EnteredBy)))])
    {
        WhenEmpty = "Chưa có quyết định nào được ghi trong phiên họp.",
    };
}
