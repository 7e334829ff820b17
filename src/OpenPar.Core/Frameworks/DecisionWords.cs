using OpenPar.Core.Text;

namespace OpenPar.Core.Frameworks;

/// <summary>A decision as papers cite it.</summary>
public static class DecisionWords
{
    /// <summary>"Quyết định số 1187/QĐ-BNV ngày 15/10/2025 của Bộ Nội vụ"; parts no source gives are left out.</summary>
    public static string Of(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var issued = decision.IssuedOn is { } day ? $" ngày {DayText.Write(day)}" : "";
        var issuer = string.IsNullOrWhiteSpace(decision.Issuer) ? "" : $" của {decision.Issuer}";
        return $"Quyết định số {decision.Number}{issued}{issuer}";
    }
}
