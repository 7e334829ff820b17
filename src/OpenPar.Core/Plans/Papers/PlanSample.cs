using OpenPar.Core.Plans.Reviewing;

namespace OpenPar.Core.Plans.Papers;

/// <summary>A small invented plan that fills every column a plan can have: the example of its papers and templates.</summary>
internal static class PlanSample
{
    public static WrittenPlan Plan { get; } = new(
        "Kế hoạch cải cách hành chính năm 2026", [new PlanTable(1, "Khung nhiệm vụ", PlanKind.TaskFramework)],
        [
            Row(("I", "Chỉ đạo, điều hành"), "1", "Ban hành kế hoạch cải cách hành chính", "100% nhiệm vụ có cơ quan chủ trì", "Soạn thảo\nLấy ý kiến", "Tờ trình\nKế hoạch",
                "Sở Mẫu A", "Các sở, ban, ngành\nUBND cấp xã", "Trước 15/01", "", "20 triệu đồng", ""),
            Row(("I", "Chỉ đạo, điều hành"), "2", "Kiểm tra công vụ", "", "", "Báo cáo kết quả kiểm tra", "Sở Mẫu A\nVăn phòng UBND tỉnh", "", "Quý II, III", "", "Theo dự toán được cấp", ""),
            Row(("II", "Thủ tục hành chính"), "3", "Rà soát thủ tục hành chính", "", "", "Quyết định công bố", "Sở Mẫu B", "", "Sau kỳ họp giữa năm", "Tháng 7/2026", "Theo tiến độ", "500.000.000 đồng"),
        ])
    {
        Year = 2026,
        Issuer = "UBND tỉnh Mẫu",
    };

    private static WrittenRow Row((string Number, string Title) section, params string[] texts)
    {
        PlanField[] fields =
        [
            PlanField.Number, PlanField.Tasks, PlanField.Objectives, PlanField.Activities, PlanField.Products, PlanField.Lead, PlanField.Coordinating,
            PlanField.Time, PlanField.TimeMeant, PlanField.Money, PlanField.MoneyMeant,
        ];
        return new WrittenRow(1, new PlanWords(
        [
            new(PlanField.Section, section.Number), new(PlanField.SectionTitle, section.Title),
            .. fields.Zip(texts, (field, text) => KeyValuePair.Create(field, (string?)text)),
        ]));
    }
}
