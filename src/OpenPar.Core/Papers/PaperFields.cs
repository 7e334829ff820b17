namespace OpenPar.Core.Papers;

/// <summary>The fields every paper has.</summary>
public static class PaperFields
{
    /// <summary>Name of the field for the verification code. It is not part of the state, for it is computed from it.</summary>
    public const string Code = "ma_xac_thuc";

    /// <summary>
    /// Name of the field for the day of the figures. It is not part of the state either: the same figures taken out a day
    /// later are the same state.
    /// </summary>
    public const string DataOn = "so_lieu_den_ngay";

    /// <summary>Fields a template must show: without them nobody can tell what state the paper was made from.</summary>
    public static IReadOnlyList<string> Required { get; } = [Code, DataOn];

    /// <summary>The verification code as a field.</summary>
    public static PaperValue CodeOf(PaperTrace trace) => new(Code, "Mã xác thực", trace?.VerificationCode ?? "");

    /// <summary>Head, title, signature and origin of a paper.</summary>
    public static IReadOnlyList<PaperValue> Common(ComposedPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var (heading, signature) = (paper.Heading, paper.Signature ?? new PaperSignature());
        return
        [
            new("co_quan_cap_tren", "Cơ quan cấp trên", heading.SuperiorAgency ?? ""),
            new("co_quan_ban_hanh", "Cơ quan ban hành", heading.IssuingAgency),
            new("so_ky_hieu", "Số và ký hiệu, không có chữ “Số:”", heading.NumberLine()["Số:".Length..].TrimStart(' ')),
            new("dia_danh", "Địa danh", string.IsNullOrWhiteSpace(heading.Place) ? "…" : heading.Place),
            new("ngay_thang", "Ngày, tháng, năm ban hành", heading.DateText()),
            new("ten_van_ban", "Tên loại văn bản", paper.Title),
            new("trich_yeu", "Trích yếu nội dung", paper.Subject ?? ""),
            new("can_cu_van_ban", "Văn bản kèm theo hoặc căn cứ", paper.Reference ?? ""),
            new("noi_nhan", "Nơi nhận", string.Join('\n', signature.Recipients.Select(name => $"- {name}"))),
            new("quyen_han_ky", "Quyền hạn của người ký", signature.Authority ?? ""),
            new("chuc_vu_ky", "Chức vụ của người ký", PaperFormalities.TakesSigner(paper) ? signature.PositionText : ""),
            new("nguoi_ky", "Họ tên người ký", signature.Name ?? ""),
            new("phien_ban", "Phiên bản, nguồn số liệu", paper.Trace.Version),
            .. paper.Annexes.Take(1).SelectMany(annex => new PaperValue[]
            {
                new("ten_phu_luc", "Tên phụ lục", annex.Subject), new("phu_luc_kem_theo", "Dòng “Kèm theo …” dưới tên phụ lục", annex.ReferenceTo(paper)),
            }),
            new(DataOn, "Số liệu đến ngày", OpenPar.Core.Text.DayText.Write(paper.Trace.DataOn)),
        ];
    }
}
