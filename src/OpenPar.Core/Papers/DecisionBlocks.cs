namespace OpenPar.Core.Papers;

/// <summary>The parts decisions of a people's committee share. What is not known is left open with dots.</summary>
public static class DecisionBlocks
{
    /// <summary>Signer and receivers of a decision of the province.</summary>
    public static PaperSignature Signature { get; } = new()
    {
        Authority = "TM. ỦY BAN NHÂN DÂN",
        Position = "CHỦ TỊCH",
        Recipients = ["Như Điều 3", "Chủ tịch, các Phó Chủ tịch UBND tỉnh", "Văn phòng UBND tỉnh", "Lưu: VT, SNV"],
    };

    /// <summary>Who decides, the legal grounds, and "QUYẾT ĐỊNH:".</summary>
    public static IEnumerable<PaperBlock> Grounds(PaperHeading heading, string occasion, string document)
    {
        ArgumentNullException.ThrowIfNull(heading);
        return
        [
            new PaperBlock.Text(PaperTextKind.Authority, heading.IssuingAgency.ReplaceLineEndings(" ")) { Name = "tham_quyen", Label = "Thẩm quyền ban hành" },
            new PaperBlock.Text(PaperTextKind.Basis, "Căn cứ Luật Tổ chức chính quyền địa phương;") { Name = "can_cu_1", Label = "Căn cứ thẩm quyền" },
            new PaperBlock.Text(PaperTextKind.Basis, $"Căn cứ {document};") { Name = "can_cu_2", Label = "Căn cứ nội dung" },
            new PaperBlock.Text(PaperTextKind.Basis, $"{occasion};") { Name = "can_cu_3", Label = "Căn cứ thực tế" },
            new PaperBlock.Text(PaperTextKind.Basis, "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số …/TTr-SNV ngày … tháng … năm ….") { Name = "can_cu_4", Label = "Đề nghị" },
            new PaperBlock.Text(PaperTextKind.Authority, "QUYẾT ĐỊNH:"),
        ];
    }

    /// <summary>An article with a name as a field.</summary>
    public static PaperBlock Article(int number, string label, string text) =>
        new PaperBlock.Text(PaperTextKind.Article, text) { Number = $"Điều {number}.", Name = $"dieu_{number}", Label = $"Điều {number}: {label}" };
}
