namespace OpenPar.Core.Rules.Feel;

/// <summary>Types of FEEL in the words of officials who never saw FEEL.</summary>
internal static class FeelTypeWords
{
    /// <summary>The type in Vietnamese; a type a model defines keeps its own name.</summary>
    public static string Vi(FeelType type) => type switch
    {
        FeelListType { Item: var item } => ReferenceEquals(item, FeelType.Any) ? "danh sách" : $"danh sách {Vi(item)}",
        FeelRangeType { Item: var item } => ReferenceEquals(item, FeelType.Any) ? "khoảng giá trị" : $"khoảng {Vi(item)}",
        FeelContextType => "nhóm giá trị có tên",
        FeelFunctionType => "hàm",
        _ => type.Name switch
        {
            "Any" => "giá trị bất kỳ",
            "Null" => "giá trị trống",
            "number" => "số",
            "string" => "chuỗi ký tự",
            "boolean" => "đúng/sai",
            "date" => "ngày",
            "time" => "giờ trong ngày",
            "date and time" => "ngày giờ",
            "days and time duration" => "thời lượng theo ngày, giờ",
            "years and months duration" => "thời lượng theo năm, tháng",
            var name => name,
        },
    };

    /// <summary>The type in English.</summary>
    public static string En(FeelType type) => ReferenceEquals(type, FeelType.Null) ? "an empty value" : type.Name;
}
