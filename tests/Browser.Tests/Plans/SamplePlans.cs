using System.Text;
using OpenPar.Browser.Tests.Season;
using OpenPar.Browser.Tests.Support;

namespace OpenPar.Browser.Tests.Plans;

/// <summary>Plans of our own, in the shapes of real ones.</summary>
internal static class SamplePlans
{
    private const string Head =
        "KẾ HOẠCH\nCải cách hành chính năm 2026 (văn bản mẫu, nội dung tự đặt để thử)\n\n" +
        "STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian hoàn thành\n" +
        "I\tCông tác chỉ đạo, điều hành\n";

    private const string Rest =
        "3\tKiểm tra việc thực hiện cải cách hành chính\tBáo cáo kiểm tra\tSở Nội vụ, Văn phòng UBND tỉnh\tSở Tư pháp\tKhi có yêu cầu\n" +
        "II\tCải cách thủ tục hành chính\n" +
        "1\tRà soát, đơn giản hóa thủ tục hành chính\tQuyết định công bố\tVăn phòng UBND tỉnh\tCác sở, ban, ngành\tQuý II\n" +
        "2\tTổ chức họp trực tuyến về giải quyết hồ sơ quá hạn\tThông báo kết luận\tVăn phòng UBND tỉnh\tSở Tư pháp / Sở Tài chính\tĐịnh kỳ hàng quý\n";

    public static Annexes.Annex First { get; } = Plan("ke-hoach-mau.txt", "Sở Thông tin và Truyền thông");

    public static Annexes.Annex Corrected { get; } = Plan("ke-hoach-mau-sua.txt", "Sở Văn hóa, Thể thao và Du lịch");

    /// <summary>A ruled table over several pages.</summary>
    public static Annexes.Annex Pdf { get; } = new("khung-nhiem-vu.pdf",
        File.ReadAllBytes(Path.Combine(Artifacts.Repository, "tests", "Documents.Tests", "Corpus", "Pdf", "task-framework.pdf")));

    private static Annexes.Annex Plan(string name, string lead) => new(name, Encoding.UTF8.GetBytes(Head +
        "1\tBan hành kế hoạch cải cách hành chính năm 2026\tKế hoạch của UBND tỉnh\tSở Nội vụ\tCác sở, ban, ngành\tTrước 15/01\n" +
        $"2\tXây dựng chuyên mục truyền thông về cải cách hành chính\tTin, bài, phóng sự\t{lead}\tĐài Phát thanh và Truyền hình\tTheo lộ trình của Trung ương\n" + Rest));
}
