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
        var ranked = UnitRanking.Of(scores.Framework, scores.Units);
        var heading = PaperHeading.Of(scores.Issuer, "/QĐ-UBND");
        var open = scores.Units.Sum(unit => unit.Leaves.Count(IsOpen));
        return new ComposedPaper
        {
            Form = PaperKind.ResultsDecision,
            Heading = heading,
            Title = "QUYẾT ĐỊNH",
            Subject = $"Về việc công bố kết quả {scores.IndexText}",
            Reference = open > 0 ? $"Dự thảo: còn {open} dòng chưa có kết quả thẩm định" : null,
            Blocks = [.. DecisionBlocks.Grounds(heading, "Xét kết quả thẩm định của Tổ thẩm định", scores.DecisionText), .. Articles(scores, ranked)],
            Signature = DecisionBlocks.Signature,
            Annexes =
            [
                new PaperAnnex("PHỤ LỤC", $"Kết quả {scores.IndexText}", scores.Issuer,
                    [Grid(Ranking(ranked)), Grid(ByField(scores, "KẾT QUẢ THEO LĨNH VỰC"))]),
            ],
            Rounding = scores.Framework.Rounding,
            Trace = scores.Trace,
        };
    }

    private static IEnumerable<PaperBlock> Articles(RoundScores scores, IReadOnlyList<RankedUnit> ranked) =>
    [
        DecisionBlocks.Article(1, "Nội dung công bố", $"Công bố kết quả {scores.IndexText} {Result(scores, ranked)} (chi tiết tại Phụ lục kèm theo)."),
        DecisionBlocks.Article(2, "Trách nhiệm",
            "Căn cứ kết quả được công bố, các cơ quan, đơn vị phân tích nguyên nhân các tiêu chí bị mất điểm, xây dựng và thực hiện giải pháp khắc phục trong năm tiếp theo."),
        DecisionBlocks.Article(3, "Hiệu lực, thi hành",
            "Quyết định này có hiệu lực kể từ ngày ký. Thủ trưởng các cơ quan, đơn vị liên quan chịu trách nhiệm thi hành Quyết định này."),
    ];

    private static string Result(RoundScores scores, IReadOnlyList<RankedUnit> ranked)
    {
        if (ranked is not [var only]) return $"của {ranked.Count} đơn vị";
        if (only.Total.AppraisedPoints is not { } points) return $"của {only.Unit}";
        var maximum = only.Total.MaxPoints is { } max ? $"/{NumberText.Write(scores.Framework.Rounding.Apply(max))}" : "";
        return $"của {only.Unit}: {NumberText.Write(scores.Framework.Rounding.Apply(points))}{maximum} điểm";
    }

    private static PaperTable Ranking(IReadOnlyList<RankedUnit> ranked) => new(
        "xep_hang", "KẾT QUẢ VÀ XẾP HẠNG",
        [new("hang", "Xếp hạng", 1000, PaperColumnKind.Ordinal), Unit with { Width = 6000 }, Maximum, Appraised with { Head = "Điểm đạt" }, Percent],
        [.. ranked.Select(unit => PaperRow.Of(
            PaperCell.Of((decimal?)unit.Rank), PaperCell.Of(unit.Unit), PaperCell.Maximum(unit.Total.MaxPoints), PaperCell.Of(unit.Total.AppraisedPoints), PaperCell.Of(unit.Percent)))]);
}
