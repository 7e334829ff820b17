namespace OpenPar.Documents.Reading.Letters;

/// <summary>
/// What the head and the signature of an official document (Nghị định 30/2020/NĐ-CP) say of it. What was not found, or not surely, is null:
/// a person confirms every word.
/// </summary>
public sealed record Letter
{
    /// <summary>Số; with the year where the number carries one ("30/2020").</summary>
    public string? Number { get; init; }

    /// <summary>Ký hiệu, such as "BC-SNV".</summary>
    public string? Symbol { get; init; }

    /// <summary>Cơ quan ban hành.</summary>
    public string? Issuer { get; init; }

    /// <summary>Ngày ban hành.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Loại văn bản.</summary>
    public string? Type { get; init; }

    /// <summary>Trích yếu.</summary>
    public string? Subject { get; init; }

    /// <summary>Người ký.</summary>
    public string? Signer { get; init; }

    /// <summary>Chức vụ of the signer.</summary>
    public string? SignerPosition { get; init; }
}
