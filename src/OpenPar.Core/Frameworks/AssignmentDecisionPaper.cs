using OpenPar.Core.Papers;

namespace OpenPar.Core.Frameworks;

/// <summary>The decision on who leads which criterion, with the assignment as its annex.</summary>
public static class AssignmentDecisionPaper
{
    /// <summary>The paper.</summary>
    /// <param name="annex">The assignment.</param>
    /// <param name="framework">The framework it assigns.</param>
    /// <param name="issuer">The province, in the case of ordinary text.</param>
    public static ComposedPaper Of(AssignmentPaper annex, Framework framework, string issuer)
    {
        ArgumentNullException.ThrowIfNull(annex);
        ArgumentNullException.ThrowIfNull(framework);
        var heading = PaperHeading.Of(issuer, "/QĐ-UBND");
        return new ComposedPaper
        {
            Form = PaperKind.AssignmentDecision,
            Heading = heading,
            Title = "QUYẾT ĐỊNH",
            Subject = "Về việc phân công cơ quan chủ trì thực hiện các tiêu chí, tiêu chí thành phần của Chỉ số cải cách hành chính",
            Blocks =
            [
                .. DecisionBlocks.Grounds(heading, "Căn cứ chức năng, nhiệm vụ của các cơ quan, đơn vị", DecisionWords.Of(framework.Decision)),
                DecisionBlocks.Article(1, "Nội dung phân công",
                    $"Phân công cơ quan chủ trì, cơ quan phối hợp thực hiện các tiêu chí, tiêu chí thành phần của {framework.Title} (chi tiết tại Phụ lục kèm theo)."),
                DecisionBlocks.Article(2, "Trách nhiệm",
                    "Cơ quan chủ trì tổ chức thực hiện, tự đánh giá, chấm điểm, cung cấp tài liệu kiểm chứng và giải trình đối với tiêu chí được phân công; "
                    + "cơ quan phối hợp cung cấp số liệu, tài liệu theo đề nghị của cơ quan chủ trì."),
                DecisionBlocks.Article(3, "Hiệu lực, thi hành",
                    "Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng UBND tỉnh, Giám đốc Sở Nội vụ, Thủ trưởng các cơ quan, đơn vị liên quan chịu trách nhiệm thi hành Quyết định này."),
            ],
            Signature = DecisionBlocks.Signature,
            Annexes = [new PaperAnnex("PHỤ LỤC", annex.Title, issuer, annex.Composed().Blocks)],
            Rounding = annex.Rounding,
            Trace = annex.Trace,
        };
    }
}
