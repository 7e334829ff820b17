namespace OpenPar.Core.Papers;

/// <summary>
/// Who signs and who receives (Nghị định 30/2020/NĐ-CP, Điều 8). Names are those of real persons, so null unless the
/// office has entered them; the room for the signature stays.
/// </summary>
public sealed record PaperSignature
{
    /// <summary>In whose name, such as "TM. ỦY BAN NHÂN DÂN" or "KT. GIÁM ĐỐC"; null when the signer acts for himself.</summary>
    public string? Authority { get; init; }

    /// <summary>Position of the signer, such as "CHỦ TỊCH"; null while it is not known.</summary>
    public string? Position { get; init; }

    /// <summary>The position as printed: while it is not known, "NGƯỜI ĐỨNG ĐẦU CƠ QUAN, ĐƠN VỊ".</summary>
    public string PositionText => string.IsNullOrWhiteSpace(Position) ? "NGƯỜI ĐỨNG ĐẦU CƠ QUAN, ĐƠN VỊ" : Position;

    /// <summary>Name of the signer; null leaves it open.</summary>
    public string? Name { get; init; }

    /// <summary>Receivers (nơi nhận) without dash and punctuation, the archive line last.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];
}
