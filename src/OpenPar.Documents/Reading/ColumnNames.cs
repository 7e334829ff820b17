namespace OpenPar.Documents.Reading;

/// <summary>How the columns of an annex are called on screen.</summary>
internal static class ColumnNames
{
    public static string Of(AnnexColumn column) => column switch
    {
        AnnexColumn.Number => "số thứ tự",
        AnnexColumn.Title => "tên tiêu chí",
        AnnexColumn.MaxPoints => "điểm tối đa",
        AnnexColumn.Method => "phương pháp đánh giá",
        AnnexColumn.Lead => "cơ quan chủ trì",
        AnnexColumn.Coordinating => "cơ quan phối hợp",
        AnnexColumn.Requirement => "yêu cầu",
        AnnexColumn.Evidence => "tài liệu kiểm chứng",
        AnnexColumn.RuleText => "cách tính điểm",
        AnnexColumn.Note => "ghi chú",
        _ => "cột khác",
    };
}
