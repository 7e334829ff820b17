using OpenPar.Core.Papers;
using OpenPar.Core.Text;
using static OpenPar.Core.Results.Papers.ScoreColumns;

namespace OpenPar.Core.Results.Papers;

/// <summary>The report without the rows that do not apply (báo cáo đặc thù).</summary>
public static class SpecialReport
{
    private sealed record Line(UnitStanding Unit, List<ScoreSheetRow> Absent);

    /// <summary>The paper.</summary>
    public static ComposedPaper Of(RoundScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var all = scores.Standings.Select(unit => new Line(unit, [.. scores.Units.First(u => u.Unit == unit.Unit).Leaves.Where(row => row.NotApplicable is not null)])).ToList();
        return new ComposedPaper
        {
            Form = PaperKind.SpecialReport,
            Heading = PaperHeading.Of(scores.Issuer, "/BC"),
            Title = "BÁO CÁO ĐẶC THÙ",
            Subject = $"Kết quả {scores.IndexText} sau khi loại các tiêu chí không áp dụng",
            Reference = $"Theo {scores.DecisionText}",
            Landscape = true,
            Blocks =
            [
                Body("cach_tinh", "Cách tính",
                    "Dòng được quyết định loại khỏi mẫu số không tính vào điểm tối đa của đơn vị; điểm thẩm định được quy về điểm tối đa của các dòng tự đánh giá theo tỷ lệ đạt. "
                    + "Dòng không áp dụng hoặc không phát sinh mà được điểm tối đa, 0 điểm hoặc điểm do thẩm định quyết định thì giữ điểm ấy."),
                Body("tinh_trang", "Tình trạng kết quả", Missing(scores)),
                Grid(Units(all)),
                Grid(Dropped(scores, all)),
            ],
            Signature = Signature("NGƯỜI ĐỨNG ĐẦU CƠ QUAN, ĐƠN VỊ", "Các đơn vị được đánh giá", "Tổ thẩm định", "Lưu: VT"),
            Rounding = scores.Framework.Rounding,
            Trace = scores.Trace,
        };
    }

    private static PaperTable Units(List<Line> all)
    {
        var added = all.Exists(line => line.Unit.Standing is { Bonus: > 0 } or { Penalty: > 0 });
        List<PaperColumn> columns =
        [
            Number, Unit, Points("diem_thuc_te", "Điểm thẩm định thực tế"), Points("toi_da_ap_dung", "Điểm tối đa áp dụng"),
            Percent with { Head = "Tỷ lệ thực hiện (%)" }, Points("diem_quy_doi", "Điểm thẩm định quy về tối đa"), Points("diem_dieu_tra", "Điểm điều tra xã hội học"),
        ];
        if (added) columns.AddRange([Points("diem_thuong", "Điểm thưởng"), Points("diem_tru", "Điểm trừ")]);
        columns.AddRange([Points("tong_diem", "Tổng điểm"), new("khong_danh_gia", "Dòng loại khỏi mẫu số", 2600)]);
        return new("don_vi", "KẾT QUẢ", columns, [.. all.Select((line, i) => UnitRow(line, i + 1, added))]);
    }

    private static PaperRow UnitRow(Line line, int number, bool added)
    {
        var standing = line.Unit.Standing;
        List<PaperCell> cells =
        [
            PaperCell.Of($"{number}"), PaperCell.Of(line.Unit.Unit), PaperCell.Of(standing.Appraised), PaperCell.Of(standing.AppliedMaximum), PaperCell.Of(standing.Share),
            PaperCell.Of(standing.Rescaled), PaperCell.Of(standing.Survey),
        ];
        if (added) cells.AddRange([PaperCell.Of(standing.Bonus), PaperCell.Of(standing.Penalty)]);
        return PaperRow.Of([.. cells, PaperCell.Of(standing.Total), PaperCell.Of(string.Join(", ", line.Absent.Where(row => row.Dropped).Select(row => row.Code)))]);
    }

    private static PaperTable Dropped(RoundScores scores, List<Line> all) => new(
        "khong_ap_dung", "TIÊU CHÍ KHÔNG ÁP DỤNG HOẶC KHÔNG PHÁT SINH",
        [Unit, Code, RowTitle, Maximum, new("ly_do", "Lý do", 3600), new("xu_ly", "Cách xử lý", 2000)],
        [.. from line in all
            from row in line.Absent
            select PaperRow.Of(
                PaperCell.Of(line.Unit.Unit), PaperCell.Of(row.Code.ToString()), PaperCell.Of(row.Title), PaperCell.Maximum(row.MaxPoints),
                PaperCell.Of(row.NotApplicable), PaperCell.Of(Outcome(scores, row)))])
    {
        WhenEmpty = "Không có tiêu chí nào được ghi nhận là không áp dụng hoặc không phát sinh.",
    };

    private static string Outcome(RoundScores scores, ScoreSheetRow row)
    {
        if (row.Dropped) return "Loại khỏi mẫu số";
        if (row.AppraisedPoints is not { } points) return "Chưa thẩm định";
        if (points == row.MaxPoints) return "Cho điểm tối đa";
        return points == 0 ? "0 điểm" : $"{NumberText.Write(scores.Framework.Rounding.Apply(points))} điểm do thẩm định quyết định";
    }
}
