using OpenPar.Core.Papers;
using OpenPar.Core.Text;
using static OpenPar.Core.Results.Papers.ScoreColumns;

namespace OpenPar.Core.Results.Papers;

/// <summary>The decision that publishes the result of a round, with the ranking as its annex.</summary>
public static class ResultsDecision
{
    /// <summary>The paper. While rows are without a result it calls itself a draft.</summary>
    public static ComposedPaper Of(RoundScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var ranked = scores.Standings;
        var heading = PaperHeading.Of(scores.Issuer, "/QĐ-UBND");
        var open = scores.Units.Sum(unit => unit.Leaves.Count(row => row.IsOpen));
        return new ComposedPaper
        {
            Form = PaperKind.ResultsDecision,
            Heading = heading,
            Title = "QUYẾT ĐỊNH",
            Subject = $"Về việc công bố kết quả {scores.IndexText}",
            Reference = Draft(scores, open),
            Blocks = [.. DecisionBlocks.Grounds(heading, "Xét kết quả thẩm định của Tổ thẩm định", scores.DecisionText), .. Articles(scores, ranked)],
            Signature = DecisionBlocks.Signature,
            Annexes =
            [
                new PaperAnnex("PHỤ LỤC", $"Kết quả {scores.IndexText}", scores.Issuer,
                    [Grid(Ranking(scores, ranked)), .. Rescaling(ranked), Grid(ByField(scores, "KẾT QUẢ THEO LĨNH VỰC"))]),
            ],
            Rounding = scores.Framework.Rounding,
            Trace = scores.Trace,
        };
    }

    private static string? Draft(RoundScores scores, int open)
    {
        if (open > 0) return $"Dự thảo: còn {open} dòng chưa có kết quả thẩm định";
        return scores.ApprovedBy is { } decision ? $"Kết quả đã được phê duyệt tại {decision}" : null;
    }

    private static IEnumerable<PaperBlock> Articles(RoundScores scores, IReadOnlyList<UnitStanding> ranked) =>
    [
        DecisionBlocks.Article(1, "Nội dung công bố", $"Công bố kết quả {scores.IndexText} {Result(scores, ranked)} (chi tiết tại Phụ lục kèm theo)."),
        DecisionBlocks.Article(2, "Trách nhiệm",
            "Căn cứ kết quả được công bố, các cơ quan, đơn vị phân tích nguyên nhân các tiêu chí bị mất điểm, xây dựng và thực hiện giải pháp khắc phục trong năm tiếp theo."),
        DecisionBlocks.Article(3, "Hiệu lực, thi hành",
            "Quyết định này có hiệu lực kể từ ngày ký. Thủ trưởng các cơ quan, đơn vị liên quan chịu trách nhiệm thi hành Quyết định này."),
    ];

    private static string Result(RoundScores scores, IReadOnlyList<UnitStanding> ranked)
    {
        var units = scores.Group.Length == 0 ? $"{ranked.Count} đơn vị" : $"{ranked.Count} đơn vị ({scores.Group})";
        if (ranked is not [var only]) return $"của {units}";
        if (only.Standing.Total is not { } points) return $"của {only.Unit}";
        var maximum = only.Standing.FullMaximum is { } max ? $"/{NumberText.Write(scores.Framework.Rounding.Apply(max))}" : "";
        return $"của {only.Unit}: {NumberText.Write(scores.Framework.Rounding.Apply(points))}{maximum} điểm";
    }

    // The table by field holds points as appraised; without this the two totals of a unit would seem to contradict each other.
    private static IEnumerable<PaperBlock> Rescaling(IReadOnlyList<UnitStanding> ranked) => ranked.Any(unit => unit.Standing.Dropped > 0)
        ? [Body("quy_doi", "Quy đổi", "Điểm đạt của đơn vị có dòng loại khỏi mẫu số là điểm đã quy về điểm tối đa; bảng theo lĩnh vực ghi điểm thẩm định thực tế và tỷ lệ trên điểm tối đa áp dụng.")]
        : [];

    // Only what the round knows is printed: bonus and penalty where there are any, grades where the round gives them.
    private static PaperTable Ranking(RoundScores scores, IReadOnlyList<UnitStanding> ranked)
    {
        var (added, graded) = (ranked.Any(unit => unit.Standing is { Bonus: > 0 } or { Penalty: > 0 }), scores.Settings.Grades.Count > 0);
        List<PaperColumn> columns = [new("hang", "Xếp hạng", 1000, PaperColumnKind.Ordinal), Unit with { Width = added ? 4200 : 6000 }, Maximum];
        if (added) columns.AddRange([Points("diem_thuong", "Điểm thưởng"), Points("diem_tru", "Điểm trừ")]);
        columns.AddRange([Appraised with { Head = "Điểm đạt" }, Percent]);
        if (graded) columns.Add(new("xep_loai", "Xếp loại", 1500));
        return new("xep_hang", "KẾT QUẢ VÀ XẾP HẠNG", columns, [.. ranked.Select(unit => Row(unit, added, graded))]);
    }

    private static PaperRow Row(UnitStanding unit, bool added, bool graded)
    {
        var standing = unit.Standing;
        List<PaperCell> cells = [PaperCell.Of((decimal?)unit.Rank), PaperCell.Of(unit.Unit), PaperCell.Maximum(standing.FullMaximum)];
        if (added) cells.AddRange([PaperCell.Of(standing.Bonus), PaperCell.Of(standing.Penalty)]);
        cells.AddRange([PaperCell.Of(standing.Total), PaperCell.Of(standing.Percent)]);
        if (graded) cells.Add(PaperCell.Of(standing.Complete ? standing.Grade ?? "Không xếp loại" : "Chưa đủ điểm"));
        return PaperRow.Of([.. cells]);
    }
}
