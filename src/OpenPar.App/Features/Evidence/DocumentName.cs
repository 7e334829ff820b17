namespace OpenPar.App.Features.Evidence;

/// <summary>What a document is called: its number and symbol, then its subject.</summary>
public static class DocumentName
{
    /// <summary>"125/BC-SNV"; null when it has neither.</summary>
    public static string? NumberOf(string? number, string? symbol) => number is null && symbol is null ? null : $"{number}/{symbol}";

    /// <summary>"125/BC-SNV Báo cáo …".</summary>
    public static string Of(string? number, string? symbol, string subject) => NumberOf(number, symbol) is { } known ? $"{known} {subject}" : subject;
}
