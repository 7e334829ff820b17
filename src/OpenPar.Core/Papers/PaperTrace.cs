namespace OpenPar.Core.Papers;

/// <summary>What lets a reader find the recorded state a paper was drawn from.</summary>
/// <param name="Version">Version of the sheet or framework as a person reads it, such as "Phiên bản 3".</param>
/// <param name="DataOn">The day the figures stood as printed.</param>
/// <param name="VerificationCode">The code that opens the recorded state; null when the paper carries none.</param>
/// <param name="Demonstration">True when figures are invented; every page then says "DỮ LIỆU MINH HOẠ".</param>
public sealed record PaperTrace(string Version, DateOnly DataOn, string? VerificationCode, bool Demonstration)
{
    /// <summary>The words on every page of a paper with invented figures.</summary>
    public const string DemonstrationMark = "DỮ LIỆU MINH HOẠ";

    /// <summary>Version and date of data: "Phiên bản 3 · Số liệu đến ngày 05/01/2026".</summary>
    public string Origin() => $"{Version} · {DataText()}";

    /// <summary>The date of the data: "Số liệu đến ngày 05/01/2026".</summary>
    public string DataText() => $"Số liệu đến ngày {DataOn.Day:00}/{DataOn.Month:00}/{DataOn.Year:0000}";

    /// <summary>The code with its name: "Mã xác thực: 7F3A-91C2"; null when there is none.</summary>
    public string? Verification() =>
        string.IsNullOrWhiteSpace(VerificationCode) ? null : $"Mã xác thực: {VerificationCode}";
}
